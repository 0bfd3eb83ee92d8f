using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Decide not to prosecute (不起诉): by law, at discretion, for insufficient evidence, or with the approval of the SPP.</summary>
public sealed record DecideNonProsecution(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("种类", "Kind")] NonProsecution Kind,
    [Label("理由", "Reason", HintZh = "事实、证据和适用条款", HintEn = "facts, evidence, provision"), LongText] string Reason,
    [Label("没有再次退回必要的理由", "Why no second return is needed", HintZh = "存疑不起诉且只退回过一次时填写（规则367）", HintEn = "for insufficient evidence after one return"), LongText] string? NoNeedToReturn = null,
    [Label("最高检核准文号", "SPP approval number", HintZh = "特别不起诉填写（刑诉法182）", HintEn = "for the special kind")] string? SppApproval = null,
    [Label("罪名", "Charges", HintZh = "空白为在审全部罪名", HintEn = "empty = all under review")] IReadOnlyList<string>? Charges = null,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<DecideNonProsecution>
{
    public static Decision Decide(Matter matter, DecideNonProsecution c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        (persons, var charges, no) = ChargeChoice.Of(persons, c.Persons, c.Charges, x);
        if (no is not null)
            return no;
        if (persons.FirstOrDefault(p => p.IsUnit) is { } unit && persons.FirstOrDefault(p => !p.IsUnit) is { } natural)
            return new UnitAndPersonsApart(unit.Name, natural.Name) { Field = "persons" };
        if (c.Kind == NonProsecution.Doubtful)
        {
            if (persons.FirstOrDefault(p => p.Returns == 0) is { } never)
                return new DoubtNeedsAReturn(never.Name) { Field = "kind" };
            if (string.IsNullOrWhiteSpace(c.NoNeedToReturn) && persons.FirstOrDefault(p => p.Returns == 1) is { } once)
                return new OneReturnNeedsAReason(once.Name) { Field = "noNeedToReturn" };
        }
        return c.Kind == NonProsecution.Special && string.IsNullOrWhiteSpace(c.SppApproval)
            ? new SpecialNeedsApproval() { Field = "sppApproval" }
            : Decision.Of(new NotProsecuted(c.On, c.Kind, c.Reason, c.SppApproval, charges, persons.Ids()));
    }
}

public enum NonProsecution
{
    [Label("法定不起诉（刑诉法177第1款、16）", "By law (CPL 177(1), 16)")]
    Legal,

    [Label("相对不起诉（刑诉法177第2款）", "At discretion (CPL 177(2))")]
    Discretionary,

    [Label("存疑不起诉（刑诉法175第4款）", "Insufficient evidence (CPL 175(4))")]
    Doubtful,

    [Label("特别不起诉（刑诉法182）", "Special, approved by the SPP (CPL 182)")]
    Special,
}

public sealed record DoubtNeedsAReturn(string Person)
    : Refusal("doubt-needs-a-return", new Text($"{Person}的案件未退回补充侦查，不能存疑不起诉", $"the case of {Person} was never returned; insufficient evidence cannot be found yet"), new LegalRef("刑诉法175第4款；规则367"), new Text("先退回补充侦查；或适用其他种类", "return it for supplementary investigation first, or choose another kind"));

public sealed record UnitAndPersonsApart(string Unit, string Person)
    : Refusal("unit-and-persons-apart", new Text($"{Unit}（单位）和{Person}（责任人员）的不起诉分别决定", $"the non-prosecution of {Unit}, a unit, and that of {Person} are decided apart"), new LegalRef("刑法31"), new Text("选择单位或者责任人员，各作一次决定并写明各自的理由", "choose the unit or the persons, and decide once for each with its own reason"));

public sealed record OneReturnNeedsAReason(string Person)
    : Refusal("one-return-needs-a-reason", new Text($"{Person}的案件只退回过一次，须写明没有再次退回的必要", $"the case of {Person} was returned once; say why no second return is needed"), new LegalRef("规则367"), new Text("填写理由，或再次退回补充侦查", "give the reason, or return it again"));

public sealed record SpecialNeedsApproval()
    : Refusal("special-needs-approval", new Text("特别不起诉须经最高人民检察院核准", "the special kind needs the approval of the SPP"), new LegalRef("刑诉法182"), new Text("报请核准后填写核准文号", "obtain the approval and give its number"));

/// <param name="Charges">Articles; null = all that were under review.</param>
[EventType("criminal.not-prosecuted")]
public sealed record NotProsecuted(DateOnly On, NonProsecution Kind, string Reason, string? SppApproval, IReadOnlyList<string>? Charges, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Move(Persons, [Stage.ProsecutionReview], Stage.NotProsecuted, On, Kind.Label(), Charges);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => ChargeChoice.Occurrences(matter, Persons, On, p => new Occurrence("not-prosecuted", On, p)
    {
        // who stays accused of something is not passed on for an administrative penalty (刑诉法177第3款)
        Facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = Words.Kebab(Kind),
            ["whole"] = matter.Known(p).Accusations.All(a => a.Stage == Stage.NotProsecuted) ? "yes" : "no",
        },
    });

    public Text Says(Matter matter) => new($"{Kind.Label().Zh}：{matter.Names(Persons)}", $"Not prosecuted, {Kind.Label().En}: {matter.Names(Persons)}");
}
