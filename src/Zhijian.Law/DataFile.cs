using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>A data file that does not say what it must; the message names file and line.</summary>
public sealed class DataFileException(string path, long line, string says) : Exception($"{path}:{line}: {says}")
{
    public string Path { get; } = path;

    public long Line { get; } = line;
}

/// <summary>
/// One node of a data file that is read strictly: a required field that is missing, a field that nobody asked for, or a word outside its
/// vocabulary is an error with file and line. Law that was left open must not load.
/// </summary>
public sealed class DataNode
{
    private readonly string _path;
    private readonly YamlNode _node;
    private readonly HashSet<string> _read = [];

    private DataNode(string path, YamlNode node) => (_path, _node) = (path, node);

    /// <param name="root">The data folder; messages show the path below it.</param>
    public static DataNode Load(string root, string file)
    {
        using var reader = new StreamReader(file);
        return Read(PathBelow(root, file), reader);
    }

    /// <summary>A text that stands at the beginning of a file, like the front matter of a page: its lines are those of the file.</summary>
    public static DataNode Parse(string path, string yaml)
    {
        using var reader = new StringReader(yaml);
        return Read(path, reader);
    }

    /// <summary>How messages name a file: below the folder that holds the data folder.</summary>
    public static string PathBelow(string root, string file) =>
        Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(root)) ?? root, file).Replace('\\', '/');

    private static DataNode Read(string path, TextReader reader)
    {
        var yaml = new YamlStream();
        var parser = new Parser(reader);
        try
        {
            yaml.Load(parser);
        }
        catch (YamlException e)
        {
            throw new DataFileException(path, e.Start.Line, e.InnerException?.Message ?? e.Message);
        }
        catch (InvalidOperationException)
        {
            // the parser loses its way in a bracket that is not closed
            throw new DataFileException(path, parser.Current?.Start.Line ?? 1, "no valid YAML from here on");
        }
        if (yaml.Documents.Count != 1)
            throw new DataFileException(path, 1, "expected one YAML document");
        return new DataNode(path, yaml.Documents[0].RootNode);
    }

    public string Source => $"{_path}:{_node.Start.Line}";

    /// <summary>A plain text, where a mapping could stand too.</summary>
    public bool IsText => _node is YamlScalarNode;

    public DataFileException Error(string says) => new(_path, _node.Start.Line, says);

    /// <summary>The field, or null when it is absent or empty.</summary>
    public DataNode? Find(string field)
    {
        if (_node is not YamlMappingNode map)
            throw Error($"expected a mapping with “{field}”");
        _read.Add(field);
        var child = map.Children.FirstOrDefault(c => Key(c.Key) == field).Value;
        return child is null or YamlScalarNode { Value: "" or "~" or "null", Style: ScalarStyle.Plain } ? null : new DataNode(_path, child);
    }

    public DataNode Get(string field) => Find(field) ?? throw Error($"“{field}” is required");

    public IEnumerable<DataNode> Items(string field) => Find(field)?.Items() ?? [];

    public IEnumerable<DataNode> Items() =>
        _node is YamlSequenceNode list ? list.Children.Select(c => new DataNode(_path, c)) : throw Error("expected a list");

    /// <summary>All pairs of a mapping whose keys are data (dates, names).</summary>
    public IEnumerable<(string Key, DataNode Value)> Pairs()
    {
        if (_node is not YamlMappingNode map)
            throw Error("expected a mapping");
        foreach (var (key, value) in map.Children)
        {
            _read.Add(Key(key));
            yield return (Key(key), new DataNode(_path, value));
        }
    }

    /// <summary>A mapping of names to texts; empty where the field is absent.</summary>
    public Dictionary<string, string> Map(string field) => Find(field)?.Pairs().ToDictionary(p => p.Key, p => p.Value.String(), StringComparer.Ordinal) ?? [];

    public string String() => _node is YamlScalarNode { Value: { Length: > 0 } value } ? value.Trim() : throw Error("expected a text");

    public string String(string field) => Get(field).String();

    public string? FindString(string field) => Find(field)?.String();

    /// <summary>A text, or a list of texts.</summary>
    public IReadOnlyList<string> Strings(string field) => Find(field) is not { } node ? []
        : node._node is YamlSequenceNode ? [.. node.Items().Select(i => i.String())] : [node.String()];

    public int Int(string field) => int.TryParse(String(field), CultureInfo.InvariantCulture, out var n) ? n : throw Get(field).Error($"“{field}” is no whole number");

    public bool Bool(string field) => String(field) switch
    {
        "true" => true,
        "false" => false,
        var other => throw Get(field).Error($"“{other}” is neither true nor false"),
    };

    public Money Money(string field) =>
        decimal.TryParse(String(field), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && decimal.Round(yuan, 2) == yuan
            ? new Money(yuan) : throw Get(field).Error($"“{field}” is no amount in yuan");

    public DateOnly Date(string field) => Get(field).Date();

    public DateOnly? FindDate(string field) => Find(field)?.Date();

    public DateOnly Date() => DateOnly.TryParseExact(String(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : throw Error($"“{String()}” is no date (yyyy-MM-dd)");

    /// <summary>A word of a closed vocabulary; <c>moves_unless_in_custody</c> and <c>moves-unless-in-custody</c> are the same word.</summary>
    public T Word<T>(string field)
        where T : struct, Enum => Get(field).Word<T>();

    public T Word<T>()
        where T : struct, Enum =>
        Words.Parse<T>(String().Replace('_', '-')) ?? throw Error($"“{String()}” is none of {string.Join(", ", Enum.GetNames<T>().Select(Words.Kebab))}");

    public Text Text(string field)
    {
        var node = Get(field);
        var text = new Text(node.String("zh"), node.String("en"));
        node.Done();
        return text;
    }

    public Text? FindText(string field) => Find(field) is null ? null : Text(field);

    /// <summary>The article and its status; the status is “verified” unless the file says otherwise.</summary>
    public LegalRef Reference(string field = "reference", string status = "status") =>
        new(String(field), Find(status)?.Word<RefStatus>() ?? RefStatus.Verified);

    /// <summary>The node as JSON: plain numbers, truth values and null stay what they are, everything else is text.</summary>
    public JsonNode? ToJson() => ToJson(_node);

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, ToJson(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when decimal.TryParse(plain.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode { Value: var text } => JsonValue.Create(text),
        _ => null,
    };

    /// <summary>Refuses fields that no reader asked for: a misspelt field would otherwise be lost in silence.</summary>
    public void Done()
    {
        if (_node is not YamlMappingNode map)
            return;
        foreach (var key in map.Children.Keys)
            if (!_read.Contains(Key(key)))
                throw new DataFileException(_path, key.Start.Line, $"unknown field “{Key(key)}”");
    }

    private string Key(YamlNode key) =>
        (key as YamlScalarNode)?.Value ?? throw new DataFileException(_path, key.Start.Line, "a field is named by a plain word");
}

/// <summary>Words of the code as they are spelt in files, URLs and JSON.</summary>
public static class Words
{
    /// <summary>ProsecutionReview → prosecution-review: the spelling of names in files, URLs and the command line.</summary>
    public static string Kebab(string pascal) =>
        string.Concat(pascal.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    public static string Kebab<T>(T word)
        where T : struct, Enum => Kebab(word.ToString());

    /// <summary>The value whose name is spelt so; not a number, and not two names at once, which <see cref="Enum.TryParse{T}(string, out T)"/> would take.</summary>
    public static T? Parse<T>(string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => Kebab(v) == text).Select(v => (T?)v).FirstOrDefault();
}
