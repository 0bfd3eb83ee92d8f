namespace Zhijian.Marks;

/// <summary>One word mark of the register, as it was imported.</summary>
/// <param name="NiceClass">1 to 45; 0 where it is not known.</param>
/// <param name="Groups">Similar groups (类似群), such as 2507; empty where they are not known.</param>
public sealed record RegisteredMark(string Number, string Written, int NiceClass, IReadOnlyList<int> Groups, string Applicant, string Status);

/// <summary>The file is no index of marks, is of other tables of characters, or is not whole: it is to be built again.</summary>
public sealed class MarkFileException(string file, string why) : Exception($"{file}: {why}; build it again (zhijian marks index)");
