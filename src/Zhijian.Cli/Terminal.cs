using Zhijian.Law;

namespace Zhijian.Cli;

/// <summary>What a call reads from and writes to. The tests hand in their own.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error, TextReader In)
{
    /// <summary>Somebody looks at the output: tables get borders. A file or a pipe gets plain aligned text.</summary>
    public bool IsInteractive { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Asked at most once a call, and by a call that needs no law not at all.</summary>
    /// <exception cref="DataFileException">A file of it is wrong.</exception>
    public Func<LawBook> Law { get; init; } = () => LawBook.Load(DataFolder.Find());

    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        return new Terminal(Console.Out, Console.Error, Console.In) { IsInteractive = !Console.IsOutputRedirected };
    }
}
