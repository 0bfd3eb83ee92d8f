using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Record that the suggestion was filed upward (报备; 检察建议规定21), with its receipt.</summary>
public sealed record RegisterSuggestion(
    [Label("备案日期", "Filed on")] DateOnly On,
    [Label("凭据", "Proof")] string Proof,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RegisterSuggestion>
{
    public static Decision Decide(Matter matter, RegisterSuggestion c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        // filed on its day, but often recorded when the proceeding has moved on: only the day on which it was owed bounds it
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, x.Today, x);
        if (proceeding is null)
            return no!;
        var duty = matter.Clocks("register-suggestion", x).GetValueOrDefault(proceeding.Id) ?? matter.Clocks("register-suggestion-public", x).GetValueOrDefault(proceeding.Id);
        if (duty is not { Status: not DutyStatus.Discharged })
            return new SuggestionRegisteredBefore(proceeding.Id) { Field = "proceeding" };
        if (duty.OpenedOn.Day is { } opened && c.On < opened)
            return new Intake.DoneBeforeOwed(c.On, opened) { Field = "on" };
        return SuggestionParts.Empty(("proof", c.Proof, new Text("凭据", "Proof")))
            ?? Decision.Of(new SuggestionRegistered(c.On, c.Proof.Trim(), proceeding.Id, proceeding.Track));
    }
}

public sealed record SuggestionRegisteredBefore(string Id)
    : Refusal("suggestion-registered-before", new Text($"{Id} 没有待办的备案", $"{Id} owes no filing upward now"), new LegalRef("检察建议规定21"), new Text("已备案的不重复登记", "it is recorded once"));

[EventType("suggestion.registered")]
public sealed record SuggestionRegistered(DateOnly On, string Proof, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the duty is derived; this is what discharges it
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("suggestion-registered", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 检察建议书报上级备案（{Proof}）", $"{Proceeding}: filed with the higher procuratorate ({Proof})");

    Track? IMatterEvent.Track => Function;
}
