using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Supervision.Tests.Models;

public sealed class ModelFileTests
{
    [Fact]
    public void A_model_is_read_whole()
    {
        var model = ModelText.Read(ModelText.Right);

        model.Id.ShouldBe("small");
        model.Version.ShouldBe(3);
        model.Track.ShouldBe(Track.Criminal);
        model.Basis.Single().ShouldBe(new(new LegalRef("某法1"), new Text("依据", "basis"), new DateOnly(2020, 1, 1), null));
        model.Steps.Select(s => s.Name).ShouldBe(["earlier", "later"], "in order of what they read");
        model.Prose.ShouldBe(new Text("给检察官的话。", "Words."));
        model.Parameter("least")!.IsAdjustable.ShouldBeTrue();
        model.Parameter("months").ShouldNotBeNull().ShouldSatisfyAllConditions(p => p.IsAdjustable.ShouldBeFalse(), p => p.Reference.ShouldBe(new LegalRef("某法2", RefStatus.Secondary)));
        model.Parameter("figure")!.Values.Select(v => (v.Value, v.Reference.Status)).ShouldBe([("5", RefStatus.Verified), ("0", RefStatus.Unverified)]);
        model.Examples.Count.ShouldBe(2);
        model.Examples[0].ShouldSatisfyAllConditions(
            e => e.Title.ShouldBe(new Text("命中", "fires")),
            e => e.Parameters["least"].ShouldBe("10"),
            e => e.Inputs["penalty"].Rows[0].ShouldBe(["1", "某甲", "2025-06-01", "1001"], "money in fen"),
            e => e.Inputs["penalty"].Rows[1].ShouldBe(["2", "某乙", null, null], "an empty cell is unknown"),
            e => e.Finds.Rows.Single().ShouldBe(["某甲", "1001"]));
        model.Examples[1].Finds.Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("id: small", "id: other", "id: other", "the file is named small.md")]
    [InlineData("severity: low", "severity: grave", "severity: grave", "“grave” is none of")]
    [InlineData("severity: low", "severity: low\ncolour: red", "colour: red", "unknown field “colour”")]
    [InlineData("  penalty: [decision_no,", "  penalties: [decision_no,", "  penalties:", "“penalties” is no data set")]
    [InlineData("  penalty: [decision_no,", "  penalty: [decision_no, colour,", "  penalty:", "“colour” is no column of “penalty”")]
    [InlineData("  penalty: [decision_no,", "  penalty: [party_code,", "  penalty:", "“decision_no” is missing")]
    [InlineData("max: 100000,", "max: many,", "{id: least", "“many” is no money")]
    [InlineData("default: 500.50", "default: 0.50", "{id: least", "lies between 1 and 100000")]
    [InlineData("default: 500.50, min: 1, max: 100000,", "default: 500.50,", "{id: least", "has “min” and “max”")]
    [InlineData("default: 24,", "default: 24, min: 1, max: 30,", "{id: months", "nobody turns it")]
    [InlineData("{id: months", "{id: today", "{id: today", "is no name for a parameter")]
    [InlineData("default: 500.50, min: 1, max: 100000, source: practice", "default: 500.50, min: 1, max: 100000", "{id: least", "an article, or “practice”")]
    [InlineData("{from: 2025-08-01,", "{from: 2019-08-01,", "      - {from: 2020-01-01", "oldest first")]
    [InlineData("{name: total, type", "{name: unit, type", "{name: unit", "is no name for a value")]
    [InlineData("{subject} {total}", "{subject} {sum}", "explanation:", "“{sum}” is no value of the finding")]
    [InlineData("## Finding", "## Findings", "## Findings", "unknown section “Findings”")]
    [InlineData("## Step: later", "## Step: penalty", "## Step: penalty", "is the name of a table already")]
    [InlineData("## Step: later", "## Step: Later", "## Step: Later", "is no name for a step")]
    [InlineData("## Step: later", "## Step: finding", "## Step: finding", "is the name of a table already")]
    [InlineData("Today: 2026-01-01\nWith", "With", "## Example: 命中 / fires", "on which day it is run")]
    [InlineData("命中 / fires", "fires", "## Example: fires", "named in both languages")]
    [InlineData("命中 / fires", "命中 / 触发", "## Example: 命中 / 触发", "named in both languages")]
    [InlineData("命中 / fires", "命中 / fires / once", "## Example: 命中 / fires / once", "named in both languages")]
    [InlineData("With: least = 10", "With: least = 0", "## Example: 命中 / fires", "lies between")]
    [InlineData("With: least = 10", "With: leest = 10", "## Example: 命中 / fires", "“leest” is no parameter")]
    [InlineData("### penalty", "### company_list", "### company_list", "is no input of this model")]
    [InlineData("| decision_no | party | decided_on | turnover |", "| decision_no | party | decided_on | fine |", "| decision_no | party", "“fine” is none of")]
    [InlineData("| 1 | 某甲 | 2025-06-01 | 10.01 |", "| 1 | 某甲 | 2025-06-31 | 10.01 |", "| 1 | 某甲", "“2025-06-31” is no date")]
    [InlineData("| 1 | 某甲 | 2025-06-01 | 10.01 |", "| 1 | 某甲 | 2025-06-01 | 10.011 |", "| 1 | 某甲", "“10.011” is no money")]
    [InlineData("| 1 | 某甲 | 2025-06-01 | 10.01 |", "| 1 | 某甲 | 2025-06-01 |", "| 1 | 某甲", "3 cells under 4 names")]
    [InlineData("nothing", "something", "### finds\n\nsomething", "holds a table")]
    public void A_wrong_model_names_file_and_line(string old, string by, string on, string says)
    {
        var text = ModelText.With(old, by);

        var error = ModelText.Error(text);

        error.Message.ShouldContain(says);
        error.Path.ShouldBe("data/models/small.md");
        error.Line.ShouldBe(ModelText.LineOf(text, on), error.Message);
    }

    [Fact]
    public void A_model_without_front_matter_or_without_one_kind_of_example_is_none()
    {
        ModelText.Error(ModelText.Right[4..]).Message.ShouldBe("data/models/small.md:1: a model begins with its front matter between two lines “---”");
        ModelText.Error(ModelText.Right[..ModelText.Right.IndexOf("## Example: 不命中 / silent", StringComparison.Ordinal)]).Message.ShouldContain("one that stays silent");
        ModelText.Error(ModelText.With("## Rows", "## In English")).Message.ShouldContain("stands twice");
    }

    [Fact]
    public void What_is_not_known_is_called_so_and_a_share_is_never_rounded_up()
    {
        var model = ModelText.Read(ModelText.With("{subject} {total} {last_on}", "{subject} {total} {last_on} {total of score}"));

        model.Explanation.Render(new Dictionary<string, string?> { ["subject"] = "某甲", ["total"] = "123456789", ["last_on"] = null, ["score"] = "123456790" })
            .ShouldBe(new Text("某甲 1,234,567.89 元 未知 99.9%", "某甲: 1,234,567.89 yuan"));
        model.Explanation.Render(new Dictionary<string, string?> { ["subject"] = "某甲", ["total"] = null, ["score"] = "0" }).Zh.ShouldBe("某甲 未知 未知 未知");
    }
}
