using Zhijian.Kernel;

namespace Zhijian.Matters;

/// <summary>A suspect (or unit) of a matter, with the measure against them and one accusation per charge.</summary>
public sealed class Person(string id, string name, bool isUnit)
{
    private readonly List<Accusation> _accusations = [];

    public string Id => id;

    public string Name => name;

    public bool IsUnit => isUnit;

    public Measure Measure { get; internal set; }

    /// <summary>How often their case was returned for supplementary investigation; twice at most (刑诉法175), also across a change of jurisdiction (规则350).</summary>
    public int Returns { get; internal set; }

    public IReadOnlyList<Accusation> Accusations => _accusations;

    /// <summary>What was done under the leniency for guilty pleas (认罪认罚).</summary>
    public LeniencyRecord Leniency { get; } = new();

    /// <summary>How a unit ceased to exist or lost its licence, and when; null while nothing of the kind is recorded.</summary>
    public (Criminal.UnitEnd How, DateOnly On)? Ended { get; internal set; }

    /// <summary>Custody as the clocks need it.</summary>
    public Custody Custody => CustodyOf(Measure, isUnit);

    internal void Accuse(string charge) => _accusations.Add(new Accusation(charge));

    public static Custody CustodyOf(Measure measure, bool isUnit) => measure switch
    {
        _ when isUnit => Custody.Free,
        Measure.Detained or Measure.Arrested => Custody.Detained,
        Measure.Unknown => Custody.Unknown,
        _ => Custody.Free,
    };
}

/// <summary>One charge against one person: the place where the criminal state lives. <see cref="Charge"/>: article, e.g. 213.</summary>
public sealed class Accusation(string charge)
{
    public string Charge => charge;

    public Stage Stage { get; private set; }

    public PartialDate? Since { get; private set; }

    /// <summary>The decision that ended the stage before, in words.</summary>
    public Text? Outcome { get; private set; }

    internal void Move(Stage stage, PartialDate on, Text? outcome) => (Stage, Since, Outcome) = (stage, on, outcome ?? Outcome);
}

/// <summary>Where one charge against one person stands.</summary>
public enum Stage
{
    [Label("已登记", "Registered")]
    Registered,

    [Label("侦查", "Investigation")]
    Investigation,

    [Label("审查逮捕", "Arrest review")]
    ArrestReview,

    [Label("审查起诉", "Prosecution review")]
    ProsecutionReview,

    [Label("退回补充侦查", "Returned for investigation")]
    Returned,

    [Label("已起诉", "Indicted")]
    Indicted,

    [Label("不起诉", "Not prosecuted")]
    NotProsecuted,

    [Label("已判决", "Judged")]
    Judged,

    [Label("改变管辖移送", "Transferred to another office")]
    TransferredOut,
}

/// <summary>Coercive measure (强制措施).</summary>
public enum Measure
{
    [Label("未知", "Unknown")]
    Unknown,

    [Label("未采取", "None")]
    None,

    [Label("刑事拘留", "Detained")]
    Detained,

    [Label("逮捕", "Arrested")]
    Arrested,

    [Label("取保候审", "Bail")]
    Bail,

    [Label("监视居住", "Residential surveillance")]
    Residential,
}

/// <summary>What the stages mean for the office.</summary>
public static class Stages
{
    /// <summary>Stages after which the office has nothing more to decide on that charge.</summary>
    public static readonly IReadOnlyList<Stage> NotFinal = [.. Enum.GetValues<Stage>().Where(s => !s.IsFinal())];

    public static bool IsFinal(this Stage stage) => stage is Stage.NotProsecuted or Stage.Judged or Stage.TransferredOut;
}
