using System.Text.Json.Nodes;

namespace Zhijian.Cli.Tests;

/// <summary>Files of the form that data/published/README.md describes.</summary>
public static class Cases
{
    /// <summary>Invented cases, no two alike, each with a history of several events.</summary>
    public static string File(int count) => new JsonArray([.. Enumerable.Range(1, count).Select(One)]).ToJsonString();

    public static string File(params JsonNode?[] cases) => new JsonArray(cases).ToJsonString();

    public static JsonObject One(int number) => new()
    {
        ["id"] = $"gen-{number:D4}",
        ["title"] = $"第 {number} 件假冒注册商标案",
        ["function"] = "criminal",
        ["charges"] = new JsonArray("假冒注册商标"),
        ["ipType"] = null,
        ["persons"] = 1 + number % 3,
        ["goods"] = "运动鞋",
        ["amounts"] = new JsonArray(new JsonObject { ["kind"] = "非法经营数额", ["yuan"] = 100_000 + number, ["approx"] = number % 2 == 0 }),
        ["events"] = new JsonArray(
            new JsonObject { ["date"] = "2023-05", ["what"] = "立案侦查" },
            new JsonObject { ["date"] = $"2023-06-{1 + number % 28:D2}", ["what"] = "移送审查起诉" },
            new JsonObject { ["date"] = "2023-09", ["what"] = "提起公诉" }),
        ["outcome"] = new JsonArray(new JsonObject { ["who"] = "张某某", ["months"] = 6 + number % 24, ["fineYuan"] = 10_000 }),
        ["measures"] = new JsonArray(),
        ["note"] = $"编造的第 {number} 件",
        ["source"] = $"https://example.org/{number}",
        ["sourceKind"] = "press",
    };

    /// <summary>The same case with some fields replaced.</summary>
    public static JsonObject With(this JsonObject one, params (string Field, JsonNode? Value)[] changes)
    {
        foreach (var (field, value) in changes)
            one[field] = value;
        return one;
    }
}
