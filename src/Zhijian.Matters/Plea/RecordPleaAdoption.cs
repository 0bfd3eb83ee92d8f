using Zhijian.Kernel;

namespace Zhijian.Matters.Plea;

/// <summary>
/// Record whether the court adopted charge and proposed sentence (是否采纳; 刑诉法201): it generally does; where it did not, on which of the exceptions, or
/// because the proposal was manifestly improper.
/// </summary>
public sealed record RecordPleaAdoption(
    [Label("日期", "Date")] DateOnly On,
    [Label("是否采纳", "Adopted")] PleaAdoption Adoption,
    [Label("不采纳的依据", "Ground")] NonAdoption? Ground = null,
    [Label("法院的理由", "Reasons of the court"), LongText] string? Reason = null,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<RecordPleaAdoption>
{
    public static Decision Decide(Matter matter, RecordPleaAdoption c, StepContext x)
    {
        var (person, no) = matter.ChooseOne(c.Persons, c.On, x);
        if (person is null)
            return no!;
        if (person.Leniency.Proposals.Count == 0)
            return new NothingWasProposed(person.Name) { Field = "persons" };
        if (c.Adoption == PleaAdoption.NotAdopted && c.Ground is null)
            return new NonAdoptionNeedsAGround() { Field = "ground" };
        if (c.Adoption != PleaAdoption.NotAdopted && c.Ground is not null)
            return new AdoptedHasNoGround() { Field = "ground" };
        return c.Adoption == PleaAdoption.NotAdopted && string.IsNullOrWhiteSpace(c.Reason)
            ? new FieldIsEmpty("reason", new Text("法院的理由", "Reasons of the court")) { Field = "reason" }
            : Decision.Of(new PleaAdoptionRecorded(c.On, c.Adoption, c.Ground, c.Reason, [person.Id]));
    }
}

public enum PleaAdoption
{
    [Label("采纳", "Adopted")]
    Adopted,

    [Label("调整量刑建议后采纳", "Adopted after the proposal was adjusted")]
    AfterAdjustment,

    [Label("不采纳", "Not adopted")]
    NotAdopted,
}

/// <summary>Why a court does not follow the proposal (刑诉法201): five exceptions, and a proposal that is manifestly improper and was not adjusted.</summary>
public enum NonAdoption
{
    [Label("不构成犯罪或者不应当追究刑事责任", "No crime, or not to be held responsible")]
    NoCrime,

    [Label("违背意愿认罪认罚", "Plea against the will")]
    AgainstTheWill,

    [Label("否认指控的犯罪事实", "Denies the facts")]
    DeniesFacts,

    [Label("起诉罪名与审理认定的罪名不一致", "Other charge than indicted")]
    OtherCharge,

    [Label("其他可能影响公正审判的情形", "Other threat to a fair trial")]
    Unfair,

    [Label("量刑建议明显不当，不调整或者调整后仍明显不当", "Proposal manifestly improper and not mended")]
    Improper,
}

public sealed record NothingWasProposed(string Person)
    : Refusal("nothing-was-proposed", new Text($"没有登记对{Person}的量刑建议", $"no sentence was proposed for {Person}"), new LegalRef("刑诉法201"), new Text("认罪认罚案件提出过量刑建议的才登记；如漏记，先提出更正", "record it where a sentence was proposed; if the entry is missing, propose a correction"));

public sealed record NonAdoptionNeedsAGround()
    : Refusal("non-adoption-needs-a-ground", new Text("法院一般应当采纳；不采纳须有依据", "a court generally adopts; not to adopt needs a ground"), new LegalRef("刑诉法201"), new Text("选择不采纳的依据并填写理由", "choose the ground and give the reasons"));

public sealed record AdoptedHasNoGround()
    : Refusal("adopted-has-no-ground", new Text("已采纳的，没有不采纳的依据", "what was adopted has no ground of non-adoption"), new LegalRef("刑诉法201"), new Text("清空依据，或改为不采纳", "clear the ground, or choose “not adopted”"));

[EventType("plea.adoption-recorded")]
public sealed record PleaAdoptionRecorded(DateOnly On, PleaAdoption Adoption, NonAdoption? Ground, string? Reason, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // whether the judgment is protested is decided in its review
    }

    public Text Says(Matter matter) => Ground is { } ground
        ? new($"法院不采纳对{matter.Names(Persons)}的量刑建议：{ground.Label().Zh}", $"Proposal for {matter.Names(Persons)} not adopted: {ground.Label().En.ToLowerInvariant()}")
        : new($"法院对{matter.Names(Persons)}的量刑建议：{Adoption.Label().Zh}", $"Proposal for {matter.Names(Persons)}: {Adoption.Label().En.ToLowerInvariant()}");
}
