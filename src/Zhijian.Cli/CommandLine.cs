using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.CommandLine;
using System.Data.Common;
using System.Runtime.InteropServices;
using Zhijian.Cli.Verbs;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Cli;

/// <summary>The command line as a whole: reads the arguments, runs one verb, and turns every way in which it can end into an exit code.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken ct = default)
    {
        var say = Say.From(args);
        var common = new Common(say);
        Verb[] verbs =
        [
            new ListVerb(common), new SearchVerb(common), new WorkVerb(common), new ShowVerb(common), new DoVerb(common), new PaperVerb(common), new CompareVerb(common), new TermVerb(common), new LawVerb(common), new IdVerb(common), new ReadVerb(common),
            new SetVerb(common), new ModelVerb(common), new ClueVerb(common), new MarksVerb(common), new DossierVerb(common), new SameVerb(common), new LinkVerb(common),
            new CatalogueVerb(common), new ImportVerb(common), new ExportVerb(common),
            new VerifyVerb(common), new RebuildVerb(common), new TokenVerb(common), new ServeVerb(common),
        ];
        var root = new RootCommand(say["知检命令行", "The command line of Zhijian"]);
        root.Options.OfType<HelpOption>().Single().Action = new ShowHelp(verbs, common, terminal.Out);
        foreach (var option in common.Everywhere)
            root.Options.Add(option);
        root.SetAction(_ => HelpPage.WriteOverview(terminal.Out, verbs, common));
        foreach (var verb in verbs)
        {
            verb.Command.SetAction((result, stop) => GuardAsync(verb, new Call(result, common, terminal, stop)));
            root.Subcommands.Add(verb.Command);
        }

        // “@” begins no file of arguments: it may begin a word that is searched
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var json = args.Contains("--json");
        if (parsed.Action is not ShowHelp && WrongUsage(parsed, common) is { } wrong)
            return Tell(new Failure(Exit.Usage, "usage", wrong), say, terminal, json);
        // ours, from the start: the library's own handler comes only after the verb has begun, and a signal before that would kill it
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token);
    }

    private static string? WrongUsage(ParseResult parsed, Common common)
    {
        var say = common.Say;
        if (parsed.GetValue(common.Lang) is { } lang && lang is not ("zh" or "en"))
            return say[$"--lang 只能是 zh 或 en，不能是“{lang}”", $"--lang is zh or en, not “{lang}”"];
        if (parsed.Errors.Count == 0)
            return null;
        var see = parsed.CommandResult.Command is RootCommand ? "zhijian --help" : $"zhijian {parsed.CommandResult.Command.Name} --help";
        if (parsed.UnmatchedTokens.Count > 0)
            return say[$"不认识“{parsed.UnmatchedTokens[0]}”；见 {see}", $"“{parsed.UnmatchedTokens[0]}” is not known here; see {see}"];
        if (parsed.Errors[0].SymbolResult is OptionResult { Tokens.Count: 0 } option)
            return say[$"{option.Option.Name} 后面缺少值；见 {see}", $"{option.Option.Name} needs a value; see {see}"];
        if (parsed.Errors[0].SymbolResult is OptionResult twice)
            return say[$"{twice.Option.Name} 的值不对或给了不止一次；见 {see}", $"{twice.Option.Name}: a wrong value, or given more than once; see {see}"];
        return $"{parsed.Errors[0].Message} ({see})";
    }

    private static async Task<int> GuardAsync(Verb verb, Call call)
    {
        Failure CouldNotRun(string code, string zh, string en, Exception e) =>
            new(Exit.CouldNotRun, code, call.Say[zh, en] + e.Message.ReplaceLineEndings(" "));
        Failure failure;
        try
        {
            return await verb.RunAsync(call);
        }
        catch (Failure e)
        {
            failure = e;
        }
        catch (StoreUnavailableException e)
        {
            failure = CouldNotRun("store", "打不开数据：", "", e);
        }
        catch (DataFileException e)
        {
            failure = CouldNotRun("data-file", "数据文件有误：", "a data file is wrong: ", e);
        }
        catch (LogDamagedException e)
        {
            failure = new Failure(Exit.NotWhole, "not-whole", call.Say["日志不完整，查清以前什么也不记录：", ""] + e.Message) { Remedy = "zhijian verify" };
        }
        catch (DbException e)
        {
            failure = CouldNotRun("database", "数据库出错：", "the database failed: ", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            failure = CouldNotRun("file", "读写文件出错：", "", e);
        }
        catch (OperationCanceledException) when (call.Stop.IsCancellationRequested)
        {
            failure = new Failure(Exit.Stopped, "stopped", call.Say["已停止", "stopped"]);
        }
        catch (Exception e)
        {
            // our bug: the person gets a line like for any other failure, and the place to report
            failure = CouldNotRun("internal", "程序出错，请报告：", "a bug of this program, please report it: ", e);
            await call.Terminal.Error.WriteLineAsync(e.StackTrace);
        }
        return Tell(failure, call.Say, call.Terminal, call.Json);
    }

    private static int Tell(Failure failure, Say say, Terminal terminal, bool json)
    {
        if (json)
        {
            var fields = failure.Fields.Count == 0 ? null : failure.Fields.Select(f => new { f.Field, f.Says });
            terminal.Out.WriteLine(Call.InOneLine(new
            {
                error = new { failure.Code, failure.Message, failure.Exit, basis = failure.Basis?.Article, basisStatus = failure.Basis?.Status, failure.Remedy, failure.Field, fields },
            }));
            return failure.Exit;
        }
        terminal.Error.WriteLine(Columns.Clean(failure.Message));
        foreach (var (field, says) in failure.Fields)
            terminal.Error.WriteLine(Columns.Clean($"  --{field}：{says}"));
        if (failure.Basis is { } basis)
            terminal.Error.WriteLine(Columns.Clean(say[$"  依据：{basis}", $"  Basis: {basis}"]));
        if (failure.Remedy is { Length: > 0 } remedy)
            terminal.Error.WriteLine(Columns.Clean(say[$"  怎么办：{remedy}", $"  What would help: {remedy}"]));
        return failure.Exit;
    }

    private sealed class ShowHelp(IReadOnlyList<Verb> verbs, Common common, TextWriter to) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            if (verbs.FirstOrDefault(v => v.Command == parseResult.CommandResult.Command) is { } verb)
                return HelpPage.Write(to, verb, common);
            return HelpPage.WriteOverview(to, verbs, common);
        }
    }
}
