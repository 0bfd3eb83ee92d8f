using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;

namespace Zhijian.Law.Tests;

public sealed class CheckRuleTests : IDisposable
{
    private const string File = "checks/harm-consumers.yaml";

    private readonly TemporaryData _data = new(File);

    public void Dispose() => _data.Dispose();

    private IReadOnlyList<CheckRule> Load() => CheckRule.Load(_data.Root, TestLaw.Book.Procedures, [new FindingKind("harm-consumers", new Text("甲", "a"))]);

    [Fact]
    public void A_rule_is_read_as_it_stands()
    {
        var rule = Load().Single();

        rule.Function.ShouldBe(Track.PublicInterest);
        rule.Findings.ShouldBe(["harm-consumers"]);
        rule.LeadsTo.Single().Step.ShouldBe("file-public-interest");
        rule.LeadsTo.Single().Carry["harm"].ShouldBe("{finding.what}");
    }

    [Theory]
    [InlineData("id: harm-consumers", "id: harm-consumer", "harm-consumers.yaml")]
    [InlineData("function: public-interest", "function: found", "public-interest")]
    [InlineData("findings: [harm-consumers]\n", "", "“opens_on” or “findings” is required")]
    [InlineData("findings: [harm-consumers]", "findings: [harm-all]", "“harm-all” is not in data/vocabulary/findings.csv")]
    [InlineData("findings: [harm-consumers]", "findings: []\nopens_on: [judged]\nfunction2: x", "unknown field “function2”")]
    [InlineData("step: file-public-interest", "step: file-public-interests", "no procedure “file-public-interests”")]
    [InlineData("step: file-public-interest", "step: end-public-interest", "opens no proceeding")]
    [InlineData("checked: ", "answered_on: {judged: perhaps}\nchecked: ", "neither opened nor no-issue")]
    [InlineData("{finding.what}", "{finding.who}", "harm: there is no fact “finding.who”")]
    [InlineData("reference: ", "status: checked\nreference: ", "verified")]
    public void What_a_rule_must_say_it_must_say_rightly(string right, string wrong, string says)
    {
        _data.Replace(File, right, wrong);

        Should.Throw<DataFileException>(Load).ShouldSatisfyAllConditions(e => e.Message.ShouldContain(says), e => e.Path.ShouldBe($"data/{File}"));
    }

    [Fact]
    public void A_question_of_the_finding_function_needs_a_finding()
    {
        _data.Replace(File, "function: public-interest", "function: found-in").Replace(File, "findings: [harm-consumers]", "opens_on: [judged]");

        Should.Throw<DataFileException>(Load).Message.ShouldContain("only a finding knows");
    }

    [Fact]
    public void A_kind_of_finding_about_which_nothing_is_asked_is_an_error() =>
        Should.Throw<InvalidOperationException>(() => CheckRule.Load(_data.Root, TestLaw.Book.Procedures, [new FindingKind("harm-consumers", default), new FindingKind("idle", default)]))
            .Message.ShouldContain("“idle”");

    [Theory]
    [InlineData("{finding.court}", "某院")]
    [InlineData("在{finding.court}的{finding.court}", "在某院的某院")]
    [InlineData("judgment", "judgment")]
    [InlineData("{finding.court}{finding.parties}", null)]
    public void A_template_is_filled_or_not_carried_at_all(string template, string? filled) =>
        CheckLead.Fill(template, fact => fact == "finding.court" ? "某院" : null).ShouldBe(filled);
}

public sealed class SharingRuleTests : IDisposable
{
    private const string Forbids = "sharing/technical-investigation.yaml";
    private const string Otherwise = "sharing/not-regulated.yaml";

    private readonly TemporaryData _data = new(Forbids, Otherwise);

    public void Dispose() => _data.Dispose();

    private IReadOnlyList<SharingRule> Load() => SharingRule.Load(_data.Root);

    [Fact]
    public void A_prohibition_goes_before_what_is_otherwise()
    {
        SharingRule.For(Load(), Material.TechnicalInvestigation, Track.Criminal, Track.Civil, Purpose.Clue).Id.ShouldBe("technical-investigation");
        SharingRule.For(Load(), Material.Object, Track.Criminal, Track.Civil, Purpose.Clue).Id.ShouldBe("not-regulated");
    }

    [Theory]
    [InlineData(Forbids, "answer: forbidden", "answer: ask", "“asks” says what must be looked at")]
    [InlineData(Forbids, "reference: 刑诉法152", "reference: 刑诉法152\nstatus: secondary", "what was not verified forbids nothing")]
    [InlineData(Forbids, "materials: [technical-investigation]", "materials: [phone-tap]", "technical-investigation")]
    [InlineData(Otherwise, "answer: ask", "answer: allowed", "“asks” says what must be looked at")]
    public void What_a_rule_must_say_it_must_say_rightly(string file, string right, string wrong, string says)
    {
        _data.Replace(file, right, wrong);

        Should.Throw<DataFileException>(Load).ShouldSatisfyAllConditions(e => e.Message.ShouldContain(says), e => e.Path.ShouldBe($"data/{file}"));
    }

    [Fact]
    public void One_rule_says_what_is_otherwise()
    {
        _data.Replace(Otherwise, "otherwise: true\n", "");

        Should.Throw<InvalidOperationException>(Load).Message.ShouldContain("exactly one");
    }
}
