using Zhijian.Kernel;
using Zhijian.Matters.Criminal;

namespace Zhijian.Matters.Plea;

/// <summary>
/// Propose the sentence of a plea case (量刑建议; 刑诉法176; 规则274、275): main penalty, fine, probation; a fixed one, a range only with its reason. It goes to
/// the court with the indictment, and comes after the statement.
/// </summary>
public sealed record ProposeSentence(
    [Label("提出日期", "Proposed on")] DateOnly On,
    [Label("主刑", "Penalty")] Penalty Penalty,
    [Label("刑期（月）", "Months")] int? Months = null,
    [Label("幅度刑的上限（月）", "Up to months", HintZh = "确定刑不填", HintEn = "empty for a fixed sentence")] int? UpToMonths = null,
    [Label("缓刑考验期（月）", "Months of probation")] int? SuspendedMonths = null,
    [Label("罚金（元）", "Fine (yuan)")] Money? Fine = null,
    [Label("理由", "Reason", HintZh = "提出幅度刑的写明理由", HintEn = "say why where it is a range"), LongText] string? Reason = null,
    [Label("罪名", "Charges", HintZh = "空白为在审全部罪名", HintEn = "empty = all under review")] IReadOnlyList<string>? Charges = null,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ProposeSentence>
{
    public static Decision Decide(Matter matter, ProposeSentence c, StepContext x)
    {
        var (person, no) = matter.ChooseOne(c.Persons, c.On, x);
        if (person is null)
            return no!;
        if (person.Leniency.Statement is not { } statement)
            return new StatementComesFirst(person.Name) { Field = "persons" };
        if (c.On < statement.On.Earliest)
            return new ProposedBeforeStatement(c.On, statement.On) { Field = "on" };
        (_, var named, no) = ChargeChoice.Of([person], [person.Id], c.Charges, x);
        if (no is not null)
            return no;
        var charges = named ?? person.UnderReview();
        if (charges.FirstOrDefault(a => !statement.Charges.Contains(a)) is { } other)
            return new StatementDoesNotCover(person.Name, x.Law.Vocabulary.Charge(other)?.Title ?? new Text(other, other)) { Field = "charges" };
        return Wrong(c, person) is { } wrong ? wrong
            : Decision.Of(new SentenceProposed(c.On, c.Penalty, c.Months, c.UpToMonths, c.SuspendedMonths, c.Fine, c.Reason, charges, [person.Id]));
    }

    private static Refusal? Wrong(ProposeSentence c, Person person)
    {
        var deprives = c.Penalty is Penalty.Imprisonment or Penalty.Detention;
        var hasMonths = deprives || c.Penalty == Penalty.Control;
        if (person.IsUnit && c.Penalty != Penalty.FineOnly)
            return new UnitsAreFined(person.Name) { Field = "penalty" };
        if (hasMonths && c.Months is null or <= 0)
            return new FieldIsEmpty("months", new Text("刑期（月）", "Months")) { Field = "months" };
        if (!hasMonths && (c.Months ?? c.UpToMonths ?? c.SuspendedMonths) is not null)
            return new NoMonthsInThisPenalty(c.Penalty.Label()) { Field = "months" };
        if (c.Penalty == Penalty.FineOnly && c.Fine is null)
            return new FieldIsEmpty("fine", new Text("罚金（元）", "Fine (yuan)")) { Field = "fine" };
        if (c.UpToMonths is { } upTo && upTo <= c.Months)
            return new RangeGoesUpwards(c.Months!.Value, upTo) { Field = "upToMonths" };
        if (c.UpToMonths is not null && string.IsNullOrWhiteSpace(c.Reason))
            return new RangeNeedsAReason() { Field = "reason" };
        return c.SuspendedMonths is not null && (!deprives || (c.UpToMonths ?? c.Months) > 36)
            ? new ProbationUpToThreeYears(c.UpToMonths ?? c.Months) { Field = "suspendedMonths" }
            : null;
    }
}

public enum Penalty
{
    [Label("有期徒刑", "Imprisonment")]
    Imprisonment,

    [Label("拘役", "Criminal detention")]
    Detention,

    [Label("管制", "Control")]
    Control,

    [Label("单处罚金", "Fine only")]
    FineOnly,

    [Label("免予刑事处罚", "Exempt from punishment")]
    Exempt,
}

public sealed record StatementComesFirst(string Person)
    : Refusal("statement-comes-first", new Text($"{Person}尚未签署具结书，也没有登记不需要签署的情形", $"{Person} has signed no statement, and no exception is recorded"), new LegalRef("刑诉法174、176；规则272、274"), new Text("先登记签署具结书或者不需要签署的情形", "record the statement, or the exception, first"));

public sealed record ProposedBeforeStatement(DateOnly On, PartialDate Signed)
    : Refusal("proposed-before-statement", new Text($"日期 {On:yyyy-MM-dd} 早于具结书的日期 {Signed}", $"{On:yyyy-MM-dd} is before the statement of {Signed}"), new LegalRef("规则272、274"), new Text("核对日期；如原记录有误，先提出更正", "check the date; if the earlier record is wrong, propose a correction first"));

public sealed record StatementDoesNotCover(string Person, Text Charge)
    : Refusal("statement-does-not-cover", new Text($"{Person}的具结书不包括“{Charge.Zh}”", $"the statement of {Person} does not cover “{Charge.En}”"), new LegalRef("规则272、274"), new Text("选择具结书所列罪名；或先就该罪签署具结书", "choose charges of the statement, or have one signed for this charge first"));

public sealed record UnitsAreFined(string Unit)
    : Refusal("units-are-fined", new Text($"{Unit}是单位，只能建议罚金", $"{Unit} is a unit; only a fine can be proposed"), new LegalRef("刑法31、220"), new Text("主刑选“单处罚金”；责任人员另行提出", "choose “fine only”; propose for the responsible persons separately"));

public sealed record NoMonthsInThisPenalty(Text Penalty)
    : Refusal("no-months-in-this-penalty", new Text($"“{Penalty.Zh}”没有刑期和缓刑", $"“{Penalty.En}” has no months"), null, new Text("清空月数，或改主刑", "clear the months, or change the penalty"));

public sealed record RangeGoesUpwards(int From, int To)
    : Refusal("range-goes-upwards", new Text($"幅度的上限 {To} 个月不高于下限 {From} 个月", $"the range ends at {To} months, not above {From}"), null, new Text("核对月数；确定刑不填上限", "check the months; leave the upper end empty for a fixed sentence"));

public sealed record RangeNeedsAReason()
    : Refusal("range-needs-a-reason", new Text("量刑建议一般应当为确定刑；提出幅度刑须写明理由", "a proposal is normally fixed; a range needs its reason"), new LegalRef("规则275"), new Text("填写理由（如新类型、不常见犯罪，情节复杂的重罪），或改为确定刑", "give the reason (new or rare kind, grave and complex case), or propose a fixed sentence"));

/// <param name="Charges">Articles.</param>
[EventType("plea.sentence-proposed")]
public sealed record SentenceProposed(
    DateOnly On, Penalty Penalty, int? Months, int? UpToMonths, int? SuspendedMonths, Money? Fine, string? Reason, IReadOnlyList<string> Charges, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        foreach (var person in Persons)
            foreach (var charge in Charges)
                matter.Known(person).Leniency.Propose(charge, Sentence.Zh);
    }

    private Text Sentence => new(
        string.Join('，', new[] { Months is { } m ? $"{Penalty.Label().Zh} {m}{(UpToMonths is { } u ? $"—{u}" : "")} 个月" : Penalty.Label().Zh, SuspendedMonths is { } s ? $"缓刑 {s} 个月" : null, Fine is { } f ? $"罚金 {f} 元" : null }.OfType<string>()),
        string.Join(", ", new[] { Months is { } n ? $"{Penalty.Label().En.ToLowerInvariant()} {n}{(UpToMonths is { } v ? $" to {v}" : "")} months" : Penalty.Label().En.ToLowerInvariant(), SuspendedMonths is { } t ? $"probation {t} months" : null, Fine is { } g ? $"fine {g} yuan" : null }.OfType<string>()));

    public Text Says(Matter matter) => new($"量刑建议（{matter.Names(Persons)}，{string.Join('、', Charges)}）：{Sentence.Zh}", $"Sentence proposed for {matter.Names(Persons)} ({string.Join(", ", Charges)}): {Sentence.En}");
}
