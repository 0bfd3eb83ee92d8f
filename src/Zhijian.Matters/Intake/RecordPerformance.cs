using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Intake;

/// <summary>Record that a duty was done (登记履行), by us or by others, where no step of its own does: a receipt came, a notice was sent.</summary>
public sealed record RecordPerformance(
    [Label("履行日期", "Done on")] DateOnly On,
    [Label("义务", "Duty", HintZh = "义务编号，见案件页“期限”", HintEn = "key of the duty, see the clocks of the matter")] string Duty,
    [Label("凭据", "Proof", HintZh = "文书名称、文号或回执", HintEn = "document, number or receipt")] string Proof)
    : ICommand<RecordPerformance>
{
    public static Decision Decide(Matter matter, RecordPerformance c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (string.IsNullOrWhiteSpace(c.Proof))
            return new FieldIsEmpty("proof", new Text("凭据", "Proof")) { Field = "proof" };
        var duty = x.Law.Duties.Derive(matter.Occurrences, matter.Published is null).FirstOrDefault(d => d.Key == c.Duty);
        if (duty is null || duty.Status == DutyStatus.Discharged)
            return new NoSuchOpenDuty(c.Duty) { Field = "duty" };
        if (duty.Rule.Step is { } step)
            return new HasAStepOfItsOwn(duty.Rule.Title, x.Law.Procedures[step].Title) { Field = "duty" };
        return duty.OpenedOn.Day is { } opened && c.On < opened
            ? new DoneBeforeOwed(c.On, opened) { Field = "on" }
            : Decision.Of(new DutyPerformed(c.On, duty.Key, duty.Subject, duty.Rule.Title, c.Proof));
    }
}

public sealed record NoSuchOpenDuty(string Key)
    : Refusal("no-such-open-duty", new Text($"本案没有未履行的义务“{Key}”", $"the matter has no open duty “{Key}”"), null, new Text("从案件页“期限”选择", "choose one from the clocks of the matter"));

public sealed record HasAStepOfItsOwn(Text Duty, Text Step)
    : Refusal("has-a-step-of-its-own", new Text($"“{Duty.Zh}”由“{Step.Zh}”这一步履行", $"“{Duty.En}” is discharged by the step “{Step.En}”"), null, new Text($"办理“{Step.Zh}”", $"take the step “{Step.En}”"));

public sealed record DoneBeforeOwed(DateOnly On, DateOnly Opened)
    : Refusal("done-before-owed", new Text($"履行日期 {On:yyyy-MM-dd} 早于义务产生的 {Opened:yyyy-MM-dd}", $"{On:yyyy-MM-dd} is before the duty arose on {Opened:yyyy-MM-dd}"), null, new Text("核对日期", "check the date"));

[EventType("matter.duty-performed")]
public sealed record DutyPerformed(DateOnly On, string Duty, string? Subject, Text Title, string Proof) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the duty itself is derived; the record is what discharges it
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [new Occurrence("duty-performed", On, Subject) { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["duty"] = Duty } }];

    public Text Says(Matter matter) => new($"已履行：{Title.Zh}（{Proof}）", $"Done: {Title.En} ({Proof})");
}
