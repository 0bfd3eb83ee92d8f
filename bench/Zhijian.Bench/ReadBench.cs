using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Reading;

namespace Zhijian.Bench;

/// <summary>Precision and recall of the reader of fact sections against the labels of the project; the texts come from a file that is not ours to keep.</summary>
internal static class ReadBench
{
    private const string Labels = "tests/Zhijian.Matters.Tests/labels/judgment-facts-ip.json";
    private const int Worst = 60;

    private sealed record Item(string Kind, int Start, int Length, string Value, string? To = null, string? Approx = null, string? Unit = null)
    {
        public string Meaning => $"{Kind} {Value}{(To is null ? "" : ".." + To)} {Approx} {Unit?.ToLowerInvariant()}".TrimEnd();
    }

    private sealed record Labelled(int Text, string Sha256, List<Item> Items);

    public static int Run(string path)
    {
        var root = DataFolder.Find();
        var labels = JsonSerializer.Deserialize<List<Labelled>>(File.ReadAllText(Path.Combine(root, "..", Labels)), JsonSerializerOptions.Web)!;
        var texts = File.ReadLines(path).Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("fact").GetString()!).ToList();
        var reader = new FactReader(LawBook.Load(root).Vocabulary);
        var exact = new Dictionary<string, (int Hit, int Found, int Wanted)>();
        var byValue = new Dictionary<string, (int Hit, int Found, int Wanted)>();
        var errors = new List<string>();
        foreach (var label in labels)
        {
            if (label.Text >= texts.Count || Hash(texts[label.Text]) != label.Sha256)
            {
                Console.Error.WriteLine($"text {label.Text} is not the one that was labelled (SHA-256)");
                return 1;
            }
            var found = reader.Read(texts[label.Text]).Proposals.Select(Of).OfType<Item>().ToList();
            foreach (var kind in new[] { "amount", "date", "quantity" })
            {
                var (wanted, got) = (label.Items.Where(i => i.Kind == kind).ToList(), found.Where(i => i.Kind == kind).ToList());
                Add(exact, kind, Same(wanted, got, i => $"{i.Start}+{i.Length} {i.Meaning}"), got.Count, wanted.Count);
                Add(byValue, kind, Same(wanted, got, i => i.Meaning), got.Count, wanted.Count);
                errors.AddRange(wanted.Where(w => !got.Any(g => g.Start == w.Start && g.Length == w.Length && g.Meaning == w.Meaning)).Select(w => Line("missed", label.Text, texts, w)));
                errors.AddRange(got.Where(g => !wanted.Any(w => g.Start == w.Start && g.Length == w.Length && g.Meaning == w.Meaning)).Select(g => Line("wrong ", label.Text, texts, g)));
            }
        }
        Console.WriteLine("| kind | labelled | precision | recall | F1 | F1, value only |\n|---|---:|---:|---:|---:|---:|");
        foreach (var kind in exact.Keys)
            Console.WriteLine($"| {kind} | {exact[kind].Wanted} | {Ratio(exact[kind].Hit, exact[kind].Found)} | {Ratio(exact[kind].Hit, exact[kind].Wanted)} | {F1(exact[kind])} | {F1(byValue[kind])} |");
        Console.WriteLine();
        foreach (var error in errors.Take(Worst))
            Console.WriteLine(error);
        return 0;
    }

    private static Item? Of(Proposal proposal) => proposal switch
    {
        AmountProposal a => new Item("amount", a.Start, a.Length, Number(a.Value), a.To is { } to ? Number(to) : null, Word(a.Approximation)),
        QuantityProposal q => new Item("quantity", q.Start, q.Length, Number(q.Value), q.To is { } to ? Number(to) : null, Word(q.Approximation), q.Unit),
        DateProposal d => new Item("date", d.Start, d.Length, d.On.Value, d.To?.Value),
        _ => null,
    };

    private static string Number(decimal value) => value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    private static string Word(Approximation approximation) => Words.Kebab(approximation).Replace('-', '_');

    /// <summary>How many are in both, each counted once.</summary>
    private static int Same(List<Item> wanted, List<Item> found, Func<Item, string> by)
    {
        var left = wanted.GroupBy(by).ToDictionary(g => g.Key, g => g.Count());
        return found.Count(f => left.TryGetValue(by(f), out var n) && n > 0 && (left[by(f)] = n - 1) >= 0);
    }

    private static void Add(Dictionary<string, (int Hit, int Found, int Wanted)> to, string kind, int hit, int found, int wanted)
    {
        var was = to.GetValueOrDefault(kind);
        to[kind] = (was.Hit + hit, was.Found + found, was.Wanted + wanted);
    }

    private static string Line(string what, int number, List<string> texts, Item item) =>
        $"{what} text {number} at {item.Start}: {texts[number].Substring(item.Start, item.Length)} ({item.Meaning})";

    private static string Ratio(int part, int whole) => whole == 0 ? "—" : ((double)part / whole).ToString("0.000");

    private static string F1((int Hit, int Found, int Wanted) c) => c.Found + c.Wanted == 0 ? "—" : (2.0 * c.Hit / (c.Found + c.Wanted)).ToString("0.000");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
