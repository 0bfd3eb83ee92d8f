using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Tests.Reading;

/// <summary>The labels against which the reader is measured are well formed; the texts themselves are not in the project.</summary>
public sealed partial class LabelTests
{
    private static readonly string[] Exactness = ["exact", "about", "at_least", "at_most", "range"];

    private static readonly JsonElement Labels = JsonDocument.Parse(File.ReadAllText(Path.Combine(DataFolder.Find(), "..", "tests", "Zhijian.Matters.Tests", "labels", "judgment-facts-ip.json"))).RootElement;

    [Fact]
    public void Every_text_has_its_number_and_hash()
    {
        Labels.EnumerateArray().Select(t => t.GetProperty("text").GetInt32()).ShouldBe(Enumerable.Range(0, 34));
        Labels.EnumerateArray().Select(t => t.GetProperty("sha256").GetString()!).ShouldAllBe(h => Hash().IsMatch(h));
    }

    [Fact]
    public void Every_item_has_a_place_and_a_value_of_its_kind()
    {
        foreach (var text in Labels.EnumerateArray())
        {
            var end = 0;
            foreach (var item in text.GetProperty("items").EnumerateArray())
            {
                var (start, length) = (item.GetProperty("start").GetInt32(), item.GetProperty("length").GetInt32());
                start.ShouldBeGreaterThanOrEqualTo(end, item.ToString());
                length.ShouldBeInRange(1, 20);
                end = start + length;
                Check(item, item.GetProperty("value").GetString()!);
            }
        }
    }

    private static void Check(JsonElement item, string value)
    {
        if (item.GetProperty("kind").GetString() == "date")
        {
            PartialDate.TryParse(value).ShouldNotBeNull(item.ToString());
            return;
        }
        item.GetProperty("kind").GetString().ShouldBeOneOf("amount", "quantity");
        decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture).ShouldBePositive();
        Exactness.ShouldContain(item.GetProperty("approx").GetString());
        item.TryGetProperty("to", out _).ShouldBe(item.GetProperty("approx").GetString() == "range", item.ToString());
        item.TryGetProperty("unit", out _).ShouldBe(item.GetProperty("kind").GetString() == "quantity", item.ToString());
    }

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
