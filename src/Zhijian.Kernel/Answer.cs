namespace Zhijian.Kernel;

/// <summary>What a legal test answers. Unknown is not no: it says that a fact is missing, and the test names the fact to ask for.</summary>
public enum Answer
{
    Yes,
    No,
    Unknown,
}
