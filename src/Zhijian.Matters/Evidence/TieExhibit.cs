using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Evidence;

/// <summary>Tie an exhibit to one thing to prove (证明对象): for which person and charge, how strongly, and by which passage.</summary>
public sealed record TieExhibit(
    [Label("日期", "Date")] DateOnly On,
    [Label("证据", "Exhibit")] string Exhibit,
    [Label("人员", "Person", HintZh = "编号，如 P1", HintEn = "id, e.g. P1")] string Person,
    [Label("罪名", "Charge", HintZh = "刑法条号，如 213", HintEn = "its article, e.g. 213")] string Charge,
    [Label("要素", "Element", HintZh = "该罪要素的编号，如 use", HintEn = "id of the element of the charge, e.g. use")] string Element,
    [Label("证明力", "Strength")] ProofStrength Strength,
    [Label("页码或者段落", "Page or passage")] string? Passage = null,
    [Label("说明", "Note"), LongText] string? Note = null)
    : ICommand<TieExhibit>
{
    public static Decision Decide(Matter matter, TieExhibit c, StepContext x)
    {
        var (exhibit, no) = ExhibitGuard.Find(matter, c.Exhibit, c.On, x);
        if (exhibit is null)
            return no!;
        if (!exhibit.Stands)
            return new ExhibitIsExcluded(exhibit.Id) { Field = "exhibit" };
        // things, papers, recordings and data of an administrative organ may be used as they are; statements are taken anew (opinions and records: 规则64)
        if (exhibit.Is is { FoundIn: Track.Administrative, Kind: ExhibitKind.Testimony or ExhibitKind.VictimStatement or ExhibitKind.SuspectStatement })
            return new StatementOfAnotherOrgan(exhibit.Id, exhibit.Is.Kind.Label()) { Field = "exhibit" };
        if (matter.Person(c.Person.Trim()) is not { } person)
            return new UnknownPerson(c.Person.Trim()) { Field = "person" };
        if (person.Accusations.All(a => a.Charge != c.Charge.Trim()))
            return new NotChargedWith(person.Name, c.Charge.Trim(), [.. person.Accusations.Select(a => a.Charge)]) { Field = "charge" };
        var elements = ProofMatrix.ElementsOf(matter, person.Id, c.Charge.Trim(), x.Law, x.Today);
        if (elements.All(e => e.Id != c.Element.Trim()))
            return new NoSuchElement(c.Element.Trim(), [.. elements.Select(e => $"{e.Id}（{e.Title.Zh}）")], [.. elements.Select(e => $"{e.Id} ({e.Title.En})")]) { Field = "element" };
        return exhibit.Ties.Any(t => t.Person == person.Id && t.Charge == c.Charge.Trim() && t.Element == c.Element.Trim())
            ? new TiedAlready(exhibit.Id, c.Element.Trim()) { Field = "element" }
            : Decision.Of(new ExhibitTied(c.On, exhibit.Id, person.Id, c.Charge.Trim(), c.Element.Trim(), c.Strength, ExhibitGuard.Clean(c.Passage), ExhibitGuard.Clean(c.Note)));
    }
}

public sealed record ExhibitIsExcluded(string Id)
    : Refusal(
        "exhibit-excluded", new Text($"{Id} 已排除，不得作为起诉意见、起诉决定和判决的依据", $"{Id} was excluded; neither an indictment nor a judgment may rest on it"), new LegalRef("刑诉法56第2款"), new Text("选择其他证据", "choose another exhibit"));

public sealed record StatementOfAnotherOrgan(string Id, Text Kind)
    : Refusal(
        "statement-of-another-organ", new Text($"{Id} 是行政机关收集的{Kind.Zh}，不能直接证明犯罪", $"{Id} was collected by an administrative organ ({Kind.En}); it proves no crime as it is"), new LegalRef("刑诉法54第2款"),
        new Text("由侦查机关或者本院重新收集，登记为新的证据", "have it taken anew by the investigators or this office, and take that in"));

public sealed record NotChargedWith(string Person, string Charge, IReadOnlyList<string> Charges)
    : Refusal(
        "not-charged-with", new Text($"{Person}没有被控告“{Charge}”", $"{Person} is not accused under “{Charge}”"), null, new Text($"可填：{string.Join('、', Charges)}", $"give one of: {string.Join(", ", Charges)}"));

public sealed record NoSuchElement(string Element, IReadOnlyList<string> KnownZh, IReadOnlyList<string> KnownEn)
    : Refusal(
        "no-such-element", new Text($"该罪没有要素“{Element}”", $"the charge has no element “{Element}”"), null,
        KnownZh.Count == 0 ? new Text("罪名表中没有这一罪名的要素", "the law book has no elements of this charge") : new Text($"可填：{string.Join('、', KnownZh)}", $"give one of: {string.Join(", ", KnownEn)}"));

public sealed record TiedAlready(string Id, string Element)
    : Refusal("tied-already", new Text($"{Id} 已用于证明“{Element}”", $"{Id} is tied to “{Element}” already"), null, new Text("要改证明力，先解除再登记", "to change the strength, untie it first"));

[EventType("evidence.exhibit-tied")]
public sealed record ExhibitTied(DateOnly On, string Exhibit, string Person, string Charge, string Element, ProofStrength Strength, string? Passage, string? Note) : IExhibitEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownExhibit(Exhibit).Tie(new ExhibitTie(Person, Charge, Element, Strength, Passage, Note));

    public Text Says(Matter matter) =>
        new($"{Exhibit} 证明 {matter.NameOf(Person)} {Charge} 的“{Element}”（{Strength.Label().Zh}）", $"{Exhibit} tied to “{Element}” of {matter.NameOf(Person)}, {Charge} ({Strength.Label().En})");

    Track? IMatterEvent.Track => Law.Track.Criminal;
}
