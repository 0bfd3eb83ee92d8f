using System.CommandLine;

namespace Zhijian.Cli;

/// <summary>One word after <c>zhijian</c>: its arguments, its help and what it does. One file under Verbs/ each.</summary>
internal abstract class Verb
{
    protected Verb(Common common, string name, string summary)
    {
        (Common, Summary) = (common, summary);
        Command = new Command(name, summary);
    }

    protected Common Common { get; }

    protected Say Say => Common.Say;

    public Command Command { get; }

    public string Summary { get; }

    /// <summary>The lines under “Usage”, without the name of the program.</summary>
    public abstract IReadOnlyList<string> Usage { get; }

    /// <summary>What a person should know before the first use; empty where the summary says it all.</summary>
    public virtual string Details => "";

    /// <summary>Command lines that work, without the name of the program.</summary>
    public abstract IReadOnlyList<(string Line, string What)> Examples { get; }

    public abstract Task<int> RunAsync(Call call);

    protected T Add<T>(T symbol)
        where T : Symbol
    {
        if (symbol is Option option)
            Command.Options.Add(option);
        else if (symbol is Argument argument)
            Command.Arguments.Add(argument);
        return symbol;
    }

    protected Option<string[]?> Texts(string name, string value, string zh, string en) => Add(new Option<string[]?>(name) { HelpName = value, Description = Say[zh, en] });

    protected Option<string?> Text(string name, string value, string zh, string en) => Add(new Option<string?>(name) { HelpName = value, Description = Say[zh, en] });

    protected Option<bool> Flag(string name, string zh, string en) => Add(new Option<bool>(name) { Description = Say[zh, en] });

    /// <summary>Arguments are never “required” for the parser: the verb says what is missing, in the language of the call.</summary>
    protected Argument<string?> Word(string name, string zh, string en) =>
        Add(new Argument<string?>(name) { Arity = ArgumentArity.ZeroOrOne, Description = Say[zh, en] });

    protected Argument<string[]> Words(string name, string zh, string en) =>
        Add(new Argument<string[]>(name) { Arity = ArgumentArity.ZeroOrMore, Description = Say[zh, en] });
}
