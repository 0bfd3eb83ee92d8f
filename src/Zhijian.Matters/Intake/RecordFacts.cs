using System.Text.Json;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;
using Zhijian.Matters.Evidence;

namespace Zhijian.Matters.Intake;

/// <summary>Record what was established for a person under a charge (查明事实). It replaces the earlier record of both; that one stays in the log.</summary>
public sealed record RecordFacts(
    [Label("日期", "Date")] DateOnly On,
    [Label("人员", "Person", HintZh = "编号，如 P1", HintEn = "id, e.g. P1")] string Person,
    [Label("罪名", "Charge", HintZh = "罪名或条号，如 213", HintEn = "name or article, e.g. 213")] string Charge,
    [Label("事实", "Facts", HintZh = "没有的栏目就是未知；没有、为零须写明", HintEn = "what is absent is unknown; none and zero must be said")] EstablishedFacts Facts)
    : ICommand<RecordFacts>
{
    public static Decision Decide(Matter matter, RecordFacts c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (matter.Person(c.Person) is not { } person)
            return new UnknownPerson(c.Person) { Field = "person" };
        if (x.Law.Vocabulary.Charge(c.Charge) is not { } charge)
            return new UnknownCharge(c.Charge) { Field = "charge" };
        if (person.Accusations.All(a => a.Charge != charge.Article))
            return new NotAccusedOf(person.Name, charge.Title) { Field = "charge" };
        if (!x.Law.Charges.ContainsKey(charge.Article))
            return new NoStandardsRecorded(charge.Title) { Field = "charge" };
        if (WhatFalls.SourcesOf(c.Facts).Select(s => ExhibitGuard.Source(matter, s.Source, "facts")).FirstOrDefault(r => r is not null) is { } source)
            return source;
        return Errors(c.Facts, person, charge.Article, x.Law, c.On) is [var first, ..] errors
            ? new FactsDoNotFit(string.Join("；", errors.Select(e => $"{e.Path} {e.Says.Zh}")), string.Join("; ", errors.Select(e => $"{e.Path} {e.Says.En}"))) { Field = $"facts.{first.Path}" }
            : Decision.Of(new FactsRecorded(c.On, person.Id, charge.Article, c.Facts));
    }

    /// <summary>Everything that does not fit, by the path within the facts: sold[0].price.</summary>
    public static IReadOnlyList<FactError> Errors(EstablishedFacts facts, Person person, string charge, Law.LawBook law, DateOnly on) =>
    [
        .. FactsFile.Check(MatterFacts.Case(facts, person, charge, on), law).Select(e => e with { Path = e.Path.Replace("acts[0].", "").Replace("persons[0].", "") }),
        .. facts.Sources.Keys.Where(k => !Fields.Contains(k)).Select(k => new FactError($"sources.{k}", new Text("没有这个栏目", "there is no such field"))),
        .. person.IsUnit ? [] : facts.ExistsForCrime is not null || facts.GainsWentToPersons is not null
            ? [new FactError("existsForCrime", new Text("只对单位填写", "only for a unit"))] : Array.Empty<FactError>(),
    ];

    private static readonly IReadOnlySet<string> Fields =
        typeof(EstablishedFacts).GetProperties().Where(p => p.CanWrite).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).ToHashSet(StringComparer.Ordinal);
}

public sealed record NotAccusedOf(string Person, Text Charge)
    : Refusal("not-accused-of-this", new Text($"{Person}没有被指“{Charge.Zh}”", $"{Person} is not accused of {Charge.En}"), null, new Text("先用“增加罪名”", "add the charge first"));

public sealed record NoStandardsRecorded(Text Charge)
    : Refusal("no-standards-recorded", new Text($"“{Charge.Zh}”的标准没有录入，没有可以比对的", $"the standards of {Charge.En} are not recorded: there is nothing to compare with"), null, new Text("数额用“登记数额”", "use “record an amount” for amounts"));

public sealed record FactsDoNotFit(string Zh, string En)
    : Refusal("facts-do-not-fit", new Text($"事实有误：{Zh}", $"the facts do not fit: {En}"), null, new Text("改正所指的栏目", "correct the fields named"));

[EventType("matter.facts-recorded")]
public sealed record FactsRecorded(DateOnly On, string Person, string Charge, EstablishedFacts Facts) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        _ = matter.Known(Person);
        matter.Establish(Person, Charge, Facts, recorded);
    }

    public Text Says(Matter matter) => new($"查明事实：{matter.NameOf(Person)}，第{Charge}条", $"Facts established: {matter.NameOf(Person)}, art. {Charge}");
}
