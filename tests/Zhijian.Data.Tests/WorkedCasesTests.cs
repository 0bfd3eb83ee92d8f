using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Law.WorkedCases;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>The worked cases of data/law/cases, and each standard one fen (or one piece) below, at, and above its figures.</summary>
public sealed class WorkedCasesTests
{
    private static readonly WorkedCaseFile File = WorkedCaseFile.Read(System.IO.File.ReadAllText(Path.Combine(TestLaw.Data, "law", "cases", "worked-cases.json")));

    private static readonly WorkedCaseRunner Runner = new(TestLaw.Book);

    public static IEnumerable<TheoryDataRow<string, int>> Checks =>
        File.Cases.SelectMany(c => c.Checks.Select((k, i) => new TheoryDataRow<string, int>(c.Id, i + 1) { TestDisplayName = $"{c.Id}.{i + 1} {k["type"]}" }));

    [Theory]
    [MemberData(nameof(Checks))]
    public void A_worked_case_comes_out_as_its_author_expects(string id, int number)
    {
        var result = Runner.Run(File.Cases.Single(c => c.Id == id)).ElementAt(number - 1);

        result.Outcome.ShouldNotBe(CheckOutcome.Fail, $"expected {result.Expected} got {result.Got}");
    }

    [Fact]
    public void All_that_can_be_computed_is_computed()
    {
        string[] named =
        [
            "band", "temporal", "deadline", "hours", "fine_range", "limitation", "repeat_window", "half_of_two", "gains", "turnover", "loss", "attempt", "unit_crime", "aggregate", "setoff",
            "continuing", "concurrence", "plea_reduction", "recidivist", "eligibility",
        ];

        named.Except(Runner.Computable).ShouldBeEmpty();
    }

    /// <summary>For each row of the second copy: the check that a person would write at each edge.</summary>
    public static IEnumerable<TheoryDataRow<string, string>> Edges
    {
        get
        {
            foreach (var r in Tables.Read("thresholds.csv").Where(r => r["variant"] != "HALF_OF_TWO"))
            {
                var step = r["unit"] == "CNY" ? 0.01m : 1;
                decimal? lower = r["base"].Length == 0 ? null : decimal.Parse(r["base"]);
                decimal? upper = r["aggravated"].Length == 0 ? null : decimal.Parse(r["aggravated"]);
                foreach (var value in new[] { lower, upper }.OfType<decimal>().SelectMany(f => new[] { f - step, f, f + step }).Where(v => v >= 0).Distinct())
                {
                    var expect = value >= upper ? "aggravated" : value >= lower ? "base" : "none";
                    foreach (var law in r["law_text"].Split('|'))
                        yield return new TheoryDataRow<string, string>(new JsonObject
                        {
                            ["type"] = "band", ["charge"] = r["charge"], ["regime"] = r["interp"], ["law"] = law, ["variant"] = r["variant"], ["metric"] = r["metric"],
                            ["value"] = value, ["subject"] = r["subject"], ["object"] = r["object"], ["expect"] = expect,
                        }.ToJsonString(), $"{r["charge"]} {r["interp"]} {law} {r["variant"]} {r["metric"]} {value}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void A_figure_counts_from_the_very_fen(string check, string name)
    {
        var result = Runner.Run(new WorkedCase(name, "", [], [JsonNode.Parse(check)!.AsObject()])).Single();

        result.Outcome.ShouldBe(CheckOutcome.Ok, $"expected {result.Expected} got {result.Got} ({result.Note})");
    }

    [Theory]
    [InlineData("""{"type":"band","charge":"213","regime":"R25","law":"2020","variant":"GENERAL","metric":"illegal_turnover","value":50000,"subject":"any","object":"goods","expect":"none"}""", "got base")]
    [InlineData("""{"type":"limitation","band_max_months":36,"crime_end":"2020-06-30","expect_anniversary":"2025-07-01"}""", "2025-06-30")]
    [InlineData("""{"type":"hours","start":"2025-06-12T10:30","hours":24,"expect":"2025-06-13T10:31"}""", "2025-06-13T10:30")]
    [InlineData("""{"type":"fine_range","regime":"R25","gains":1000,"turnover":5000,"sentence_over_3y":false,"expect":[2500,5000]}""", "[1000,10000]")]
    [InlineData("""{"type":"repeat_window","prior":"2024-06-01","again":"2026-06-02","expect":true}""", "false")]
    [InlineData("""{"type":"concurrence","charges":{"214":[36,84],"140":[24,84]},"expect":"140"}""", "214")]
    [InlineData("""{"type":"setoff","criminal_fine":100000,"admin_fine":30000,"expect":100000}""", "70000")]
    [InlineData("""{"type":"arithmetic","expect":"1+1=3"}""", "2 = 3")]
    [InlineData("""{"type":"deadline","limit":"CR-ARR-DET","start":"2025-09-26","custody":true,"expect":"2025-10-09"}""", "2025-10-03")]
    public void A_wrong_expectation_fails_and_shows_what_was_computed(string check, string got)
    {
        var result = Runner.Run(new WorkedCase("x", "", [], [JsonNode.Parse(check)!.AsObject()])).Single();

        result.Outcome.ShouldBe(CheckOutcome.Fail);
        $"got {result.Got}".ShouldContain(got);
    }

    [Theory]
    [InlineData("""{"type":"aggregate","acts":[{"amount":20000},{"amount":20000,"handled":true},{"amount":15000,"handled":"no"}],"expect":35000}""")]
    [InlineData("""{"type":"aggregate","values":[20000,30000],"charge":"213","regime":"R25","law":"2020","variant":"GENERAL","metric":"illegal_turnover","object":"goods","expect":"base"}""")]
    [InlineData("""{"type":"attempt","regime":"R25","unsold_value":200000,"expect":"unsettled"}""")]
    [InlineData("""{"type":"attempt","regime":"R11","unsold_value":200000,"expect":true}""")]
    [InlineData("""{"type":"attempt","regime":"R11","unsold_value":200000,"sold":70000,"expect":false}""")]
    [InlineData("""{"type":"fine_range","regime":"R25","gains":null,"turnover":null,"sentence_over_3y":true,"expect":[150000,5000000]}""")]
    [InlineData("""{"type":"fine_range","regime":"R07","gains":1000,"turnover":8000,"expect":[4000,8000]}""")]
    [InlineData("""{"type":"fine_range","regime":"R07","gains":null,"turnover":null,"expect":null}""")]
    [InlineData("""{"type":"temporal","conduct_time":{"law":"1997","regime":"R04/R07","band_max":84,"band_min":36},"decision_time":{"law":"2020","regime":"R25","band_max":36,"band_min":6},"expect_regime":"R25"}""")]
    [InlineData("""{"type":"temporal","conduct_time":{"law":"2020","regime":"R04/R07","band_max":36,"band_min":6},"decision_time":{"law":"2020","regime":"R25","band_max":36,"band_min":6},"expect_regime":"R04"}""")]
    [InlineData("""{"type":"recidivist","released":"2020-05-31","again":"2025-05-31","expect":true}""")]
    [InlineData("""{"type":"recidivist","released":"2020-05-31","again":"2025-06-01","expect":false}""")]
    [InlineData("""{"type":"unit_crime","set_up_for_crime":true,"expect":false}""")]
    [InlineData("""{"type":"plea_reduction","base_months":30,"expect":[21,12]}""")]
    [InlineData("""{"type":"eligibility","predicted_sentence_months":37,"plea":true,"agrees":true,"expect":"fast track no"}""")]
    [InlineData("""{"type":"eligibility","predicted_sentence_months":10,"plea":true,"agrees":true,"minor":true,"expect":false}""")]
    [InlineData("""{"type":"continuing","from_":"2020-12-01","to":"2021-02-28","law_change":"2021-03-01","expect_law":"1997"}""")]
    [InlineData("""{"type":"deadline","limit":"AX-SEND","start":"2025-06-12T10:30","length":24,"unit":"hour","custody":false,"expect":"2025-06-13T10:30"}""")]
    [InlineData("""{"type":"deadline","limit":"CV-REVIEW","start":"2025-04-30","length":3,"unit":"month","custody":false,"extra_days":0,"expect":"2025-07-30"}""")]
    [InlineData("""{"type":"limitation","band_max_months":"life","crime_end":"2020-06-30","expect_anniversary":"2040-06-30"}""")]
    public void Other_checks_of_the_same_types_are_computed_too(string check)
    {
        var result = Runner.Run(new WorkedCase("x", "", [], [JsonNode.Parse(check)!.AsObject()])).Single();

        result.Outcome.ShouldBe(CheckOutcome.Ok, $"expected {result.Expected} got {result.Got}");
    }

    [Theory]
    [InlineData("""{"type":"band","charge":"999","regime":"R25","variant":"GENERAL","metric":"x","value":1,"expect":"none"}""", "no charge “999”")]
    [InlineData("""{"type":"band","charge":"213","regime":"R25","law":"2020","variant":"GENERAL","metric":"clicks","value":1,"subject":"any","object":"goods","expect":"none"}""", "no standard")]
    [InlineData("""{"type":"hours","hours":24,"expect":"x"}""", "“start” is required")]
    [InlineData("""{"type":"deadline","limit":"XX-1","start":"2025-01-01","expect":"2025-01-02"}""", "no term “XX-1”")]
    [InlineData("""{"type":"aggregate","expect":1}""", "“acts” is required")]
    [InlineData("""{"type":"recidivist","expect":true}""", "released")]
    [InlineData("""{"type":"fine_range","regime":"R25","gains":"many","expect":[1,"x"]}""", "")]
    public void A_check_that_lacks_a_field_fails_and_names_it(string check, string says)
    {
        var result = Runner.Run(new WorkedCase("x", "", [], [JsonNode.Parse(check)!.AsObject()])).Single();

        result.Outcome.ShouldBe(CheckOutcome.Fail);
        result.Got.ShouldContain(says);
    }

    [Fact]
    public void A_narrative_is_left_to_people() =>
        Runner.Run(new WorkedCase("x", "", [], [new JsonObject { ["type"] = "workflow", ["expect"] = "…" }])).Single().Outcome.ShouldBe(CheckOutcome.ForPeople);

    [Theory]
    [InlineData("{", "no JSON: line 1")]
    [InlineData("{}", "“cases”")]
    [InlineData("""{"cases":[{"id":"A"}]}""", "case A: “checks”")]
    [InlineData("""{"cases":[{"id":"A","checks":[{}]}]}""", "case A, check 1: “type”")]
    public void A_file_of_another_form_is_refused_by_place(string json, string says) =>
        Should.Throw<FormatException>(() => WorkedCaseFile.Read(json)).Message.ShouldContain(says);
}
