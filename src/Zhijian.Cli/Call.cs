using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;
using Zhijian.Web;

namespace Zhijian.Cli;

/// <summary>One call of a verb: what was given, where it writes, and the platform that it opens.</summary>
internal sealed class Call(ParseResult parsed, Common common, Terminal terminal, CancellationToken ct)
{
    private static readonly JsonSerializerOptions Compact = new(Store.Json.Options) { RespectNullableAnnotations = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    public Say Say => common.Say;

    public Terminal Terminal => terminal;

    public CancellationToken Stop => ct;

    public LawBook Law() => terminal.Law();

    public bool Json => parsed.GetValue(common.Json);

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);

    public bool Has(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <exception cref="Failure">The argument is missing.</exception>
    public string Need(Argument<string?> argument) => Get(argument) is { Length: > 0 } given ? given
        : throw Usage(Say[$"缺少参数 {argument.Name}", $"{argument.Name} is missing"]);

    public long? Number(Option<string?> option, long least, long most)
    {
        if (Get(option) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n
            : throw Usage(Say[$"{option.Name} 须为 {least} 至 {most} 的整数，不能是“{text}”", $"{option.Name}: a whole number from {least} to {most}, not “{text}”"]);
    }

    public static Failure Usage(string says) => new(Exit.Usage, "usage", says);

    public void Line(string text = "") => terminal.Out.WriteLine(string.Join('\n', text.Split('\n').Select(Columns.Clean)));

    /// <summary>A remark beside the result; not part of it.</summary>
    public void Note(string text) => terminal.Error.WriteLine(Columns.Clean(text));

    public void Table(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows) => Columns.Write(terminal, heads, rows);

    /// <summary>The result for a machine: one document.</summary>
    public void Result(object result) => terminal.Out.WriteLine(JsonSerializer.Serialize(result, Indented));

    /// <exception cref="Failure">The file cannot be written.</exception>
    public async Task WriteAsync(string file, byte[] content)
    {
        try
        {
            await File.WriteAllBytesAsync(file, content, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Failure(Exit.CouldNotRun, "not-written", Say[$"不能写入 {file}：{e.Message}", $"{file} cannot be written: {e.Message}"]);
        }
    }

    public static string InOneLine(object value) => JsonSerializer.Serialize(value, Compact);

    public StoreOptions Place()
    {
        var folder = Get(common.Data) ?? (Environment.GetEnvironmentVariable("ZHIJIAN_DATA") is { Length: > 0 } named ? named : "var");
        return new StoreOptions(folder, Get(common.Database));
    }

    /// <summary>Opens what is there; a mistyped folder must not become a new, empty store.</summary>
    public async Task<Platform> OpenAsync()
    {
        var place = Place();
        if (place.Postgres is null && !File.Exists(Path.Combine(place.Folder, "zhijian.db")))
            throw new Failure(Exit.CouldNotRun, "no-store", Say[
                $"{Path.GetFullPath(place.Folder)} 中没有数据库（zhijian.db）：先用 ./run 启动一次，或用 --data、--database 指明",
                $"no database (zhijian.db) in {Path.GetFullPath(place.Folder)}: start ./run once, or say where with --data or --database"]);
        return await Platform.OpenAsync(place, terminal.Time, Law());
    }

    /// <summary>The person of <c>--as</c>; without it ZHIJIAN_AS, else the prosecutor of the sample office.</summary>
    public async Task<Actor> ActorAsync(Platform platform)
    {
        var named = Get(common.As) ?? (Environment.GetEnvironmentVariable("ZHIJIAN_AS") is { Length: > 0 } of ? of : null);
        if (named is not null)
            return await PersonAsync(platform, named);
        foreach (var sample in platform.Units.SamplePeople)
            if (await platform.People.ActorAsync(sample.Id, ct) is { } actor && actor.Name == sample.Name && actor.Unit == sample.Unit)
            {
                Note(Say[$"以样板人员{actor.Name}（{actor.Id}）的身份；换人用 --as", $"as {sample.NameEn} ({actor.Id}) of the sample office; another one with --as"]);
                return actor;
            }
        throw await platform.People.AnyAsync(ct)
            ? Usage(Say["以谁的身份？请加 --as USER（人员编号）", "as whom? Add --as USER (the id of a person)"])
            : new Failure(Exit.CouldNotRun, "no-people", Say["库中还没有人员：先用 ./run 启动一次", "there are no people in this store: start ./run once"]);
    }

    /// <exception cref="Failure">There is nobody of that id at work here.</exception>
    public async Task<Actor> PersonAsync(Platform platform, string id) => await platform.People.ActorAsync(id, ct)
        ?? throw new Failure(Exit.NotFound, "unknown-person", Say[$"没有在职人员“{id}”", $"nobody at work here has the id “{id}”"]);
}
