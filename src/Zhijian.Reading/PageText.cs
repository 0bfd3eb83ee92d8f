using Zhijian.Kernel;

namespace Zhijian.Reading;

/// <summary>One page of a file. <paramref name="Name"/>: what the page is called in the file, such as a sheet and its rows. <paramref name="Left"/>: what of it was left out.</summary>
public sealed record PageText(int Number, string Text, Text? Name = null, Text? Left = null);

/// <summary>What became of the text of a file.</summary>
public enum TextState
{
    /// <summary>It is being read.</summary>
    Extracting,

    Done,

    /// <summary>It could not be read; the reason says why.</summary>
    Failed,

    /// <summary>Files of this type have no text: images, sound, archives.</summary>
    None,

    /// <summary>The program that reads this type is not installed here.</summary>
    Unavailable,
}

/// <summary>The text of a file as far as it was read. <paramref name="Left"/>: what was left out of the file. <paramref name="Why"/>: why there is no text.</summary>
public sealed record FileText(TextState State, int Pages, IReadOnlyList<Text> Left, Text? Why = null);

/// <summary>The file cannot be read; the sentence is for the person who opened it.</summary>
public sealed class UnreadableException(Text why) : Exception(why.En)
{
    public Text Why { get; } = why;
}
