using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Comparison;
using Zhijian.Matters.Criminal;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>The rules of data/comparison: each binds to the record, and each finds what it is for.</summary>
public sealed class ComparisonTests
{
    private static readonly EventTypes Types = new(typeof(Matter).Assembly);

    /// <summary>One text for each rule, and what of it is found.</summary>
    private static readonly Dictionary<string, (string Text, string Finds)> Examples = new()
    {
        ["accepted-on"] = ("2026年9月3日受理", "2026年9月3日"),
        ["amounts"] = ("销售金额12万元", "12万元"),
        ["arrested-on"] = ("2026年8月10日被逮捕", "2026年8月10日"),
        ["bail-on"] = ("2026年9月20日取保候审", "2026年9月20日"),
        ["charges"] = ("触犯刑法第二百一十四条", "第二百一十四条"),
        ["detained-on"] = ("2026年7月2日被刑事拘留", "2026年7月2日"),
        ["persons"] = ("被告人罗某，", "罗某"),
        ["prosecuted-on"] = ("2026年9月25日提起公诉", "2026年9月25日"),
        ["right-holders"] = ("权利人某乙净水科技有限公司。", "某乙净水科技有限公司"),
    };

    public static TheoryData<string> Rules => new(TestLaw.Book.Comparison.Select(r => r.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_binds_to_fields_of_events(string id)
    {
        foreach (var fact in Rule(id).Facts)
        {
            var type = Types.All.Where(t => EventTypes.Of(t).Name == fact.Event).MaxBy(t => EventTypes.Of(t).Schema).ShouldNotBeNull($"{id}: no event {fact.Event}");
            Property(type, fact.Field).ShouldNotBeNull($"{id}: {fact.Event} has no {fact.Field}");
            foreach (var (field, word) in fact.When)
            {
                var property = Property(type, field).ShouldNotBeNull($"{id}: {fact.Event} has no {field}");
                Enum.GetNames(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).Select(Words.Kebab).ShouldContain(word, id);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_finds_what_it_is_for_and_lets_pass_what_agrees(string id)
    {
        if (Rule(id).Compares == Compared.Record)
            return; // of fields of papers: PaperDifferencesTests
        var (text, finds) = Examples[id];
        TextComparison.Of(Known, TestLaw.Book, text, made: false).Differences.Select(d => (d.Rule.Id, d.Says)).ShouldBe([(id, finds)]);
        var record = TextComparison.Of(Known, TestLaw.Book, text, made: false).Differences.Single().Record[0];
        TextComparison.Of(Known, TestLaw.Book, text.Replace(finds, record, StringComparison.Ordinal), made: false).Differences.ShouldBeEmpty();
    }

    private static System.Reflection.PropertyInfo? Property(Type type, string field) => type.GetProperty(char.ToUpperInvariant(field[0]) + field[1..]);

    private static ComparisonRule Rule(string id) => TestLaw.Book.Comparison.Single(r => r.Id == id);

    private static Matter Known { get; } = A.Matter(m => m.Suspect("程某某", "213").RightHolder("某净水科技有限公司").Amount("sales-amount", 148_320).RegisteredOn("2026-07-01"))
        .Do(new ChangeMeasure(new DateOnly(2026, 7, 1), Measure.Detained, "拘留证1号"))
        .Do(new ChangeMeasure(new DateOnly(2026, 8, 7), Measure.Arrested, "逮捕证1号"))
        .Do(new AcceptTransfer(new DateOnly(2026, 9, 1), "某市公安局", 0))
        .Do(new ChangeMeasure(new DateOnly(2026, 9, 10), Measure.Bail, "取保候审决定书1号"))
        .Do(new Prosecute(new DateOnly(2026, 9, 22), "某区人民法院")).Matter;
}
