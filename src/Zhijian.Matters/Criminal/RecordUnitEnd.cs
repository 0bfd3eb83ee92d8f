using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>
/// Record that an accused unit was closed, deregistered, lost its licence or went bankrupt (单位撤销、注销、吊销、破产; 高检发释字〔2002〕4号): its persons in
/// charge are still prosecuted, the unit is not.
/// </summary>
public sealed record RecordUnitEnd(
    [Label("日期", "Date")] DateOnly On,
    [Label("单位", "Unit", HintZh = "编号，如 P1", HintEn = "id, e.g. P1")] string Person,
    [Label("情形", "What happened")] UnitEnd How,
    [Label("依据", "Proof", HintZh = "登记机关的文书、裁定", HintEn = "paper of the registry, ruling")] string Proof)
    : ICommand<RecordUnitEnd>
{
    public static Decision Decide(Matter matter, RecordUnitEnd c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (matter.Person(c.Person) is not { } person)
            return new UnknownPerson(c.Person) { Field = "person" };
        if (!person.IsUnit)
            return new OnlyUnitsEnd(person.Name) { Field = "person" };
        return string.IsNullOrWhiteSpace(c.Proof)
            ? new FieldIsEmpty("proof", new Text("依据", "Proof")) { Field = "proof" }
            : Decision.Of(new UnitEnded(c.On, c.How, c.Proof.Trim(), person.Id));
    }
}

/// <summary>How a unit ends. Where it only lost its licence or is bankrupt, two texts differ.</summary>
public enum UnitEnd
{
    [Label("撤销", "Closed by its authority")]
    Revoked,

    [Label("注销", "Deregistered")]
    Deregistered,

    [Label("吊销营业执照", "Licence revoked")]
    LicenceRevoked,

    [Label("宣告破产", "Declared bankrupt")]
    Bankrupt,
}

public sealed record OnlyUnitsEnd(string Person)
    : Refusal("only-units-end", new Text($"{Person}不是单位", $"{Person} is no unit"), new LegalRef("高检发释字〔2002〕4号", RefStatus.Secondary), new Text("选择单位；自然人死亡的，依刑诉法16作出决定", "choose a unit; where a natural person died, decide by CPL 16"));

[EventType("criminal.unit-ended")]
public sealed record UnitEnded(DateOnly On, UnitEnd How, string Proof, string Person) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Known(Person).Ended = (How, On);

    // not a property of the record: it would be written into the log
    IEnumerable<Text> IMatterEvent.Doubts => How is UnitEnd.Revoked or UnitEnd.Deregistered ? [] :
        [new Text(
            "高检发释字〔2002〕4号：对该单位不再追诉；刑诉解释344：没有完成清算、注销登记的，审判期间继续审理。是否追诉单位，请核对后决定",
            "高检发释字〔2002〕4号: the unit is not prosecuted any longer; 刑诉解释344: while liquidation is not complete the trial goes on. Decide after checking")];

    public Text Says(Matter matter) => new($"{matter.NameOf(Person)}{How.Label().Zh}（{Proof}）", $"{matter.NameOf(Person)}: {How.Label().En.ToLowerInvariant()} ({Proof})");
}
