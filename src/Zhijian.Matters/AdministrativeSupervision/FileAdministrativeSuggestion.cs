using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.AdministrativeSupervision;

/// <summary>File a retrial suggestion with the office above (再审检察建议备案; 行政监督规则92), within five days.</summary>
public sealed record FileAdministrativeSuggestion(
    [Label("备案日期", "Filed on")] DateOnly On,
    [Label("上级院", "Office above")] string Office,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<FileAdministrativeSuggestion>
{
    public static Decision Decide(Matter matter, FileAdministrativeSuggestion c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
        p.Fact("decision") != "retrial-suggestion" ? new NothingToFile(p.Id) { Field = "proceeding" }
        : Guard.Empty(c.Office, "office", "上级院", "Office above") is { } empty ? empty
        : Decision.Of(new AdministrativeSuggestionFiled(c.On, c.Office.Trim(), p.Id)));
}

public sealed record NothingToFile(string Id)
    : Refusal("nothing-to-file", new Text($"{Id} 没有再审检察建议需要备案", $"{Id} has no retrial suggestion to file"), new LegalRef("行政监督规则92"), new Text("只有再审检察建议报上一级备案", "only a retrial suggestion is filed upward"));

[EventType("administrative.suggestion-filed")]
public sealed record AdministrativeSuggestionFiled(DateOnly On, string Office, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => _ = matter.KnownProceeding(Proceeding);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [Suit.Occurs("suggestion-filed", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} 再审检察建议报{Office}备案", $"{Proceeding}: retrial suggestion filed with {Office}");

    Track? IMatterEvent.Track => Track.Administrative;
}
