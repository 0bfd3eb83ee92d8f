using Zhijian.Kernel;
using Zhijian.Matters.Criminal;

namespace Zhijian.Matters.Plea;

/// <summary>
/// Record the signed statement (认罪认罚具结书; 刑诉法174; 规则272): voluntary, after the rights were told, with defender or duty lawyer present; or that one of
/// the exceptions applies and none is signed.
/// </summary>
public sealed record SignPleaStatement(
    [Label("签署日期", "Signed on")] DateOnly On,
    [Label("在场律师", "Lawyer present")] string? Lawyer = null,
    [Label("律师身份", "Acting as")] PleaLawyer Role = PleaLawyer.DutyLawyer,
    [Label("不需要签署的情形", "Exception", HintZh = "规则272第2款；填了即不签署", HintEn = "where none is signed")] StatementException? Exception = null,
    [Label("情形说明", "About the exception")] string? Why = null,
    [Label("罪名", "Charges", HintZh = "空白为在审全部罪名", HintEn = "empty = all under review")] IReadOnlyList<string>? Charges = null,
    [Label("人员", "Persons", HintZh = "单位由诉讼代表人签署", HintEn = "a unit signs through its representative")] IReadOnlyList<string>? Persons = null,
    [Label("诉讼代表人", "Representative of the unit", HintZh = "单位签署的填写", HintEn = "where a unit signs")] string? Representative = null)
    : ICommand<SignPleaStatement>
{
    public static Decision Decide(Matter matter, SignPleaStatement c, StepContext x)
    {
        var (person, no) = matter.ChooseOne(c.Persons, c.On, x);
        if (person is null)
            return no!;
        if (PleaGuard.NotToldYet(person, c.On) is { } notTold)
            return notTold;
        if (person.Leniency.Voluntary == false)
            return new PleaWasNotVoluntary(person.Name) { Field = "persons" };
        if (c.Exception is null && string.IsNullOrWhiteSpace(c.Lawyer))
            return new ALawyerIsPresent(person.Name) { Field = "lawyer" };
        if (c.Exception is StatementException.Other && string.IsNullOrWhiteSpace(c.Why))
            return new FieldIsEmpty("why", new Text("情形说明", "About the exception")) { Field = "why" };
        if (person.IsUnit && c.Exception is StatementException.Disability or StatementException.MinorObjection)
            return new UnitsHaveNoSuchException(person.Name) { Field = "exception" };
        if (person.IsUnit && c.Exception is null && string.IsNullOrWhiteSpace(c.Representative))
            return new RepresentativeSigns(person.Name) { Field = "representative" };
        if (!person.IsUnit && !string.IsNullOrWhiteSpace(c.Representative))
            return new PersonsSignThemselves(person.Name) { Field = "representative" };
        (_, var charges, no) = ChargeChoice.Of([person], [person.Id], c.Charges, x);
        return no is not null ? no
            : Decision.Of(new PleaStatementSigned(c.On, c.Exception is null ? c.Lawyer!.Trim() : null, c.Role, c.Exception, c.Why, charges ?? person.UnderReview(), [person.Id], person.IsUnit && c.Exception is null ? c.Representative!.Trim() : null));
    }
}

/// <summary>Where no statement is signed (规则272第2款).</summary>
public enum StatementException
{
    [Label("盲、聋、哑人，或者尚未完全丧失辨认、控制能力的精神病人", "Blind, deaf, mute or of limited capacity")]
    Disability,

    [Label("未成年人的法定代理人、辩护人有异议", "Representative or defender of a minor objects")]
    MinorObjection,

    [Label("其他不需要签署的情形", "Other")]
    Other,
}

public sealed record PleaWasNotVoluntary(string Person)
    : Refusal("plea-was-not-voluntary", new Text($"经审查，{Person}此前认罪认罚违背意愿", $"the earlier plea of {Person} was found against the will"), new LegalRef("规则271、272"), new Text("重新告知权利、重新开展认罪认罚后再签署", "tell the rights anew and begin anew, then sign"));

public sealed record ALawyerIsPresent(string Person)
    : Refusal("a-lawyer-is-present", new Text($"{Person}签署具结书须有辩护人或者值班律师在场", $"{Person} signs with defender or duty lawyer present"), new LegalRef("刑诉法174；规则272"), new Text("填写在场律师；不需要签署的，选择情形", "name the lawyer who was present, or choose the exception"));

public sealed record UnitsHaveNoSuchException(string Unit)
    : Refusal("units-have-no-such-exception", new Text($"{Unit}是单位，不适用该情形", $"{Unit} is a unit; the exception is for natural persons"), new LegalRef("规则272第2款"), new Text("由诉讼代表人签署，或选择其他情形", "sign through the representative, or choose another exception"));

public sealed record RepresentativeSigns(string Unit)
    : Refusal("representative-signs", new Text($"{Unit}是单位，具结书由诉讼代表人签署", $"{Unit} is a unit; its representative signs"), new LegalRef("刑诉法174；刑诉解释336", RefStatus.Secondary), new Text("填写诉讼代表人；不需要签署的，选择情形", "name the representative, or choose the exception"));

public sealed record PersonsSignThemselves(string Person)
    : Refusal("persons-sign-themselves", new Text($"{Person}不是单位，具结书由本人签署", $"{Person} is no unit and signs in person"), new LegalRef("刑诉法174"), new Text("清空诉讼代表人", "clear the representative"));

/// <param name="Representative">Who signed for a unit; null where a person signed.</param>
[EventType("plea.statement-signed", 2)]
public sealed record PleaStatementSigned(
    DateOnly On, string? Lawyer, PleaLawyer Role, StatementException? Exception, string? Why, IReadOnlyList<string> Charges, IReadOnlyList<string> Persons, string? Representative) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        foreach (var person in Persons)
            matter.Known(person).Leniency.Statement = new PleaStatement(On, Charges, Exception is not null);
    }

    public Text Says(Matter matter) => Exception is { } exception
        ? new($"{matter.Names(Persons)}不需要签署具结书：{exception.Label().Zh}", $"No statement from {matter.Names(Persons)}: {exception.Label().En.ToLowerInvariant()}")
        : new(
            $"{matter.Names(Persons)}{(Representative is null ? "" : $"的诉讼代表人{Representative}")}签署认罪认罚具结书，{Role.Label().Zh}{Lawyer}在场",
            $"Plea statement signed by {matter.Names(Persons)}{(Representative is null ? "" : $" through {Representative}")}, {Role.Label().En.ToLowerInvariant()} {Lawyer} present");
}

/// <summary>The form before a unit's representative was recorded.</summary>
[EventType("plea.statement-signed")]
public sealed record PleaStatementSignedFirstForm(
    DateOnly On, string? Lawyer, PleaLawyer Role, StatementException? Exception, string? Why, IReadOnlyList<string> Charges, IReadOnlyList<string> Persons) : IMatterEvent
{
    private PleaStatementSigned Now => new(On, Lawyer, Role, Exception, Why, Charges, Persons, null);

    public void Apply(Matter matter, Recorded recorded) => Now.Apply(matter, recorded);

    public Text Says(Matter matter) => Now.Says(matter);
}

internal static class ReviewedCharges
{
    /// <summary>The charges of the person that are under review for prosecution, as articles.</summary>
    public static IReadOnlyList<string> UnderReview(this Person person) => [.. person.Accusations.Where(a => a.Stage == Stage.ProsecutionReview).Select(a => a.Charge)];
}
