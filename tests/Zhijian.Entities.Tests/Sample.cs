using Zhijian.Law;

namespace Zhijian.Entities.Tests;

/// <summary>Made-up firms and people with known clusters, the same for the same seed.</summary>
internal static class Sample
{
    private const string Marks = "华美佳康源丰盛达亿通利安泰宏兴隆福祥瑞吉金银玉珠宝龙凤鹏鹰狮虎";
    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉";
    private static readonly string[] Cities = ["北京", "上海", "广州", "深圳", "苏州", "杭州", "义乌"];
    private static readonly string[] Trades = ["科技", "贸易", "食品", "服饰", "鞋业"];

    public static string Data { get; } = DataFolder.Find();

    public static Cleaning Cleaning { get; } = new(CharacterFiles.Load(Data), CompanyWords.Load(Data));

    public static IReadOnlyList<ColumnSpec> Columns { get; } =
        [new("name", ColumnKind.Company), new("code", ColumnKind.Id), new("addr", ColumnKind.Address), new("phone", ColumnKind.Phone), new("person", ColumnKind.Name)];

    public static (RecordTable Table, int[] Truth, List<string?[]> Values) Firms(int count, int seed = 7)
    {
        var random = new Random(seed);
        var table = new RecordTable(Columns);
        var truth = new List<int>();
        var all = new List<string?[]>();
        char Any(string from) => from[random.Next(from.Length)];
        string Digits(int n) => string.Concat(Enumerable.Range(0, n).Select(_ => (char)('0' + random.Next(10))));
        for (var cluster = 0; table.Count < count; cluster++)
        {
            var (city, core, trade) = (Cities[random.Next(7)], $"{Any(Marks)}{Any(Marks)}{Any(Marks)}", Trades[random.Next(5)]);
            var (code, street, phone, person) = ("91" + Digits(16), $"{city}市{Any(Marks)}{Any(Marks)}路{random.Next(1, 900)}号", "13" + Digits(9), $"王{Any(Given)}{Any(Given)}");
            for (var k = random.Next(1, 5); k > 0 && table.Count < count; k--)
            {
                string?[] values =
                [
                    (random.Next(5) > 0 ? city : "") + core + trade + (random.Next(4) > 0 ? "有限公司" : "有限责任公司"),
                    random.Next(2) > 0 ? code : null, random.Next(5) > 0 ? street + (random.Next(2) > 0 ? "3室" : "") : null, random.Next(3) > 0 ? phone : null, random.Next(3) > 0 ? person : null,
                ];
                truth.Add(cluster);
                all.Add(values);
                table.Add($"r{table.Count}", values);
            }
        }
        return (table, [.. truth], all);
    }
}
