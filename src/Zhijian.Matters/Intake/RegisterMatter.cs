using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Intake;

/// <summary>Register a matter (登记案件): the right, its holders, the suspects with their charges, and the amounts with their source.</summary>
public sealed record RegisterMatter(
    [Label("案件名称", "Title", HintZh = "物品或权利加行为，例如：假冒运动鞋案", HintEn = "goods or right and act")] string Title,
    [Label("登记日期", "Registered on")] DateOnly On,
    [Label("权利类型", "Kind of right", HintZh = "TM 商标、CR 著作权 等", HintEn = "code, e.g. TM")] string RightType,
    [Label("权利人", "Right holders")] IReadOnlyList<NewRightHolder> RightHolders,
    [Label("犯罪嫌疑人", "Suspects")] IReadOnlyList<NewPerson> Persons,
    [Label("权利名称", "Name of the right", HintZh = "商标、作品、专利号", HintEn = "mark, work, patent number")] string? RightName = null,
    [Label("涉案物品", "Goods")] string? Goods = null,
    [Label("行为起于", "Acts from", HintZh = "可只填到年或月：2024、2024-05", HintEn = "year, month or day")] PartialDate? ActsFrom = null,
    [Label("行为止于", "Acts to")] PartialDate? ActsTo = null,
    [Label("数额", "Amounts")] IReadOnlyList<NewAmount>? Amounts = null,
    [Label("知悉范围", "Secrecy")] Secrecy Secrecy = Secrecy.Internal,
    [Label("承办检察官", "Lead prosecutor", HintZh = "人员编号；空白为本人", HintEn = "id; empty = you")] string? Lead = null,
    [Label("备注", "Note"), LongText] string? Note = null)
    : ICommand<RegisterMatter>
{
    public static Decision Decide(Matter matter, RegisterMatter c, StepContext x)
    {
        if (matter.Exists)
            return new AlreadyRegistered(matter.Id.Value);
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (string.IsNullOrWhiteSpace(c.Title))
            return new FieldIsEmpty("title", new Text("案件名称", "Title")) { Field = "title" };
        if (x.Law.Vocabulary.Right(c.RightType) is not { } right)
            return new UnknownRightType(c.RightType) { Field = "rightType" };
        if (c.Persons.FirstOrDefault(p => string.IsNullOrWhiteSpace(p.Name)) is not null)
            return new FieldIsEmpty("persons", new Text("犯罪嫌疑人姓名", "Name of the suspect")) { Field = "persons" };
        if (c.Persons.GroupBy(p => p.Name.Trim()).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new PersonIsThere(twice.Key) { Field = "persons" };
        if (c.Persons.Any(p => p.Charges.Count == 0))
            return new FieldIsEmpty("persons", new Text("罪名", "Charges")) { Field = "persons" };
        foreach (var charge in c.Persons.SelectMany(p => p.Charges))
            if (x.Law.Vocabulary.Charge(charge) is null)
                return new UnknownCharge(charge) { Field = "persons" };
        if (c.RightHolders.Any(h => string.IsNullOrWhiteSpace(h.Name)))
            return new FieldIsEmpty("rightHolders", new Text("权利人名称", "Name of the right holder")) { Field = "rightHolders" };
        if (c.ActsFrom is { } from && c.ActsTo is { } to && to.Latest < from.Earliest)
            return new ActsEndBeforeTheyBegin(from, to) { Field = "actsTo" };
        if (c.Amounts?.FirstOrDefault(a => string.IsNullOrWhiteSpace(a.Source)) is not null)
            return new FieldIsEmpty("amounts", new Text("数额来源", "Source of the amount")) { Field = "amounts" };
        if (c.Amounts?.FirstOrDefault(a => x.Law.Vocabulary.AmountKind(a.Kind) is null) is { } odd)
            return UnknownAmountKind.Of(odd.Kind, x) with { Field = "amounts" };
        if (c.Lead is { } lead && Guard.NotOfTheUnit([lead], "lead", x) is { } stranger)
            return stranger;
        return Decision.Of(new MatterRegistered
        {
            Title = c.Title.Trim(),
            On = c.On,
            Office = x.Actor.UnitPath,
            Right = new Right(right.Code, c.RightName),
            Goods = c.Goods,
            ActsFrom = c.ActsFrom,
            ActsTo = c.ActsTo,
            RightHolders = c.RightHolders,
            Persons = [.. c.Persons.Select(p => p with { Name = p.Name.Trim(), Charges = [.. p.Charges.Select(n => x.Law.Vocabulary.Charge(n)!.Article).Distinct()] })],
            Amounts = [.. (c.Amounts ?? []).Select(a => a with { Kind = x.Law.Vocabulary.AmountKind(a.Kind)!.Id })],
            Secrecy = c.Secrecy,
            Lead = c.Lead ?? x.Actor.Id,
            Tracks = [Track.Criminal],
            Note = c.Note,
        });
    }
}

/// <summary>A suspect or unit at registration.</summary>
public sealed record NewPerson(string Name, IReadOnlyList<string> Charges, Measure Measure = Measure.Unknown, bool IsUnit = false);

public sealed record NewRightHolder(string Name, string? Contact = null);

public sealed record NewAmount(string Kind, Money Yuan, string Source, bool Approximate = false);

public sealed record AlreadyRegistered(string Matter)
    : Refusal("already-registered", new Text($"{Matter} 已经登记", $"{Matter} is registered already"), null, new Text("追加人员、罪名、权利人，或另行登记案件", "add persons, charges or right holders, or register another matter"));

public sealed record UnknownRightType(string Given)
    : Refusal("unknown-right-type", new Text($"权利类型表中没有“{Given}”", $"no kind of right “{Given}”"), null, new Text("填表中代码，如 TM（商标）、CR（著作权）", "give a code of the list, e.g. TM, CR"));

public sealed record ActsEndBeforeTheyBegin(PartialDate From, PartialDate To)
    : Refusal("acts-end-before-begin", new Text($"行为止于 {To}，早于起于 {From}", $"the acts end on {To}, before they begin on {From}"), null, new Text("核对行为起止日期", "check both dates"));

[EventType("matter.registered")]
public sealed record MatterRegistered : IMatterEvent
{
    public required string Title { get; init; }

    /// <summary>Unknown for a published case.</summary>
    public required PartialDate On { get; init; }

    /// <summary>Path of the unit.</summary>
    public required string Office { get; init; }

    public required Right? Right { get; init; }

    public string? Goods { get; init; }

    public PartialDate? ActsFrom { get; init; }

    public PartialDate? ActsTo { get; init; }

    public required IReadOnlyList<NewRightHolder> RightHolders { get; init; }

    public required IReadOnlyList<NewPerson> Persons { get; init; }

    public required IReadOnlyList<NewAmount> Amounts { get; init; }

    public required Secrecy Secrecy { get; init; }

    public required string Lead { get; init; }

    public required IReadOnlyList<Track> Tracks { get; init; }

    public PublishedSource? Published { get; init; }

    public string? Note { get; init; }

    public void Apply(Matter matter, Recorded recorded)
    {
        (matter.Title, matter.OfficePath, matter.Right, matter.Goods) = (Title, Office, Right, Goods);
        (matter.ActsFrom, matter.ActsTo, matter.Secrecy, matter.Published, matter.Note) = (ActsFrom, ActsTo, Secrecy, Published, Note);
        matter.RegisteredOn = On;
        matter.Assign(Lead, []);
        matter.Admit(recorded.Actor);
        foreach (var track in Tracks)
            matter.Open(track);
        foreach (var holder in RightHolders)
            matter.AddRightHolder(holder.Name, holder.Contact);
        foreach (var p in Persons)
        {
            var person = matter.AddPerson(p.Name, p.IsUnit);
            person.Measure = p.IsUnit ? Measure.None : p.Measure;
            foreach (var charge in p.Charges)
                person.Accuse(charge);
        }
        foreach (var a in Amounts)
            matter.Add(new Amount(a.Kind, a.Yuan, a.Approximate, a.Source));
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => matter.Persons.Select(p => Occurrence.CustodyOf(p.Id, On, p.Custody));

    public Text Says(Matter matter) => Published is null ? new Text("登记案件", "Matter registered") : new Text("录入公开案例", "Published case taken in");

    Track? IMatterEvent.Track => null;
}
