using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Law.Tests;

public sealed class ComparisonRulesTests : IDisposable
{
    private const string File = "comparison/detained-on.yaml";

    private readonly TemporaryData _data = new(File);

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_rule_is_read_as_it_stands()
    {
        var rule = ComparisonRule.Load(_data.Root).Single();

        (rule.Compares, rule.Made, rule.Received).ShouldBe((Compared.Dates, ComparisonEffect.Hint, ComparisonEffect.Hint));
        rule.Phrases.ShouldBe(["刑事拘留"]);
        rule.Facts.Single().When["measure"].ShouldBe("detained");
    }

    [Theory]
    [InlineData("id: detained-on", "id: detained", "detained-on.yaml")]
    [InlineData("compares: dates", "compares: amounts", "belong to a rule that compares dates")]
    [InlineData("phrases: [刑事拘留]\n", "", "belong to a rule that compares dates")]
    [InlineData("made: hint", "made: hints", "hints")]
    [InlineData("received: hint", "received: hint\nfields: [person.nose]", "“person.nose” is no field of papers")]
    [InlineData("made: hint", "made: hint\nlaw: 刑诉法", "unknown field “law”")]
    public void What_is_wrong_is_named_with_its_file(string right, string wrong, string says)
    {
        _data.Replace(File, right, wrong);

        Should.Throw<DataFileException>(() => ComparisonRule.Load(_data.Root)).ShouldSatisfyAllConditions(e => e.Message.ShouldContain(says), e => e.Path.ShouldBe($"data/{File}"));
    }
}
