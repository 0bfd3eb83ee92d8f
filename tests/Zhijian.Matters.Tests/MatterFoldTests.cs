using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests;

public sealed class MatterFoldTests
{
    private static MatterStory Long() =>
        A.Matter(m => m.Suspect("张某", "213", "214").Detained().Suspect("李某").RightHolder("某公司").Amount("违法所得", 30_000))
            .AcceptedForArrest("2026-03-02", "P1").ArrestApproved("2026-03-06").Transferred("2026-03-09").Noticed("2026-03-10").ProsecutedFor("213", "2026-03-20")
            .Returned("2026-03-23").Resubmitted("2026-04-02")
            .Do(new ProposeCorrection(Stories.Later, 4, "on", "2026-03-10", "录入有误")).By(An.Actor("shen")).Do(new ConfirmCorrection(Stories.Later, 11)).FourChecks("2026-04-07");

    /// <summary>All that can be seen of a matter, as text.</summary>
    private static string Seen(Matter m) => string.Join('\n',
        m.Version, m.Headline(), string.Join(';', m.Accusations.Select(a => $"{a.Person.Id} {a.Person.Measure} {a.Person.Returns} {a.Accusation.Charge} {a.Accusation.Stage} {a.Accusation.Since} {a.Accusation.Outcome}")),
        string.Join(';', m.Occurrences.Select(o => $"{o.Type} {o.On} {o.Subject}")), string.Join(';', m.Timeline.Select(t => $"{t.Recorded} {t.Data} {t.Corrected}")),
        string.Join(';', m.Checks), string.Join(';', m.Circle), string.Join(';', m.Amounts));

    [Fact]
    public void The_same_events_give_the_same_matter()
    {
        var story = Long();

        Seen(MatterFold.Fold(story.Id, story.Log)).ShouldBe(Seen(MatterFold.Fold(story.Id, story.Log)));
    }

    [Fact]
    public void Folding_does_not_change_the_events()
    {
        var story = Long();
        var before = story.Log.ToList();

        _ = MatterFold.Fold(story.Id, story.Log);

        story.Log.ShouldBe(before);
    }

    [Fact]
    public void Without_events_there_is_no_matter() => MatterFold.Fold(Kernel.MatterId.Parse("MS-2026-0001"), []).Exists.ShouldBeFalse();

    [Fact]
    public void The_version_is_the_number_of_events() => Long().ShouldSatisfyAllConditions(s => s.Matter.Version.ShouldBe(s.Log.Count), s => s.Matter.Timeline.Count.ShouldBe(s.Log.Count));

    [Fact]
    public void Every_event_reads_back_as_it_was_written()
    {
        foreach (var stored in Long().Log)
            EventTypes.Write(MatterFold.Types.Read(stored)).ShouldBe(stored.Data);
    }

    [Fact]
    public void Every_event_has_a_line_for_the_timeline_in_both_languages()
    {
        var matter = Long().Matter;

        foreach (var entry in matter.Timeline)
            entry.Event.Says(matter).ShouldSatisfyAllConditions(t => t.Zh.ShouldNotBeNullOrWhiteSpace(), t => t.En.ShouldNotBeNullOrWhiteSpace());
    }

    [Fact]
    public void Every_kind_of_event_has_a_name_of_its_own()
    {
        var names = MatterFold.Types.All.Select(t => (EventTypes.Of(t).Name, EventTypes.Of(t).Schema)).ToList();

        names.ShouldBeUnique();
        names.ShouldAllBe(n => n.Name.Contains('.') && n.Schema >= 1);
    }

    [Fact]
    public void An_event_of_an_unknown_kind_stops_the_fold_instead_of_being_left_out()
    {
        var story = A.Matter(m => m.Suspect("张某"));

        Should.Throw<InvalidOperationException>(() => MatterFold.Fold(story.Id, [.. story.Log, story.Log[0] with { Version = 2, Seq = 2, Type = "matter.unheard-of" }]))
            .Message.ShouldContain("matter.unheard-of");
    }

    [Fact]
    public void A_patch_replaces_only_what_it_names() =>
        MatterFold.Patch("""{"on":"2026-03-02","court":"甲","charges":null}""", new Dictionary<string, JsonNode?> { ["court"] = "乙" })
            .ShouldBe("""{"on":"2026-03-02","court":"乙","charges":null}""");

    [Fact]
    public void A_check_of_another_day_is_another_entry_and_the_last_one_counts() =>
        Stories.At(Stage.Registered).Do(new RecordCheck(Stories.Later, Law.Track.Civil, CheckOutcome.Transferred, "甲")).Do(new RecordCheck(Stories.Later, Law.Track.Civil, CheckOutcome.NoIssue, "乙"))
            .Matter.ShouldSatisfyAllConditions(m => m.Checks[Law.Track.Civil].Reason.ShouldBe("乙"), m => m.Timeline.Count.ShouldBe(3));
}
