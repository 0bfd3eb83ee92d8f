using Shouldly;
using Xunit;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Intake;

public sealed class ProposeCorrectionTests
{
    private static ProposeCorrection Correct(long target, string field, string value, string reason = "录入有误") => new(Stories.Later, target, field, value, reason);

    // entry 1: registered, entry 2: transferred
    private static MatterStory Story() => Stories.At(Stage.ProsecutionReview);

    [Fact]
    public void A_proposal_alone_changes_nothing()
    {
        var story = Story();
        var before = story.Duty("decide-prosecution").Count.Due;

        story.Do(Correct(2, "on", "2026-03-06"));

        story.Duty("decide-prosecution").Count.Due.ShouldBe(before);
        story.Matter.Timeline[1].Corrected.ShouldBeFalse();
    }

    [Fact]
    public void An_entry_that_is_not_there_is_refused() => Story().ShouldRefuse<NoSuchEntry>(Correct(9, "on", "2026-03-06"), "target");

    [Fact]
    public void A_correction_is_not_itself_corrected() =>
        Story().Do(Correct(2, "on", "2026-03-06")).ShouldRefuse<CorrectionsAreNotCorrected>(Correct(3, "reason", "其他"), "target");

    [Fact]
    public void A_field_that_the_entry_does_not_have_is_refused_with_those_it_has() =>
        Story().ShouldRefuse<NoSuchField>(Correct(2, "court", "某法院"), "field").Remedy.Zh.ShouldContain("transferredBy");

    [Theory]
    [InlineData("on", "2026-02-30")]
    [InlineData("on", "三月六日")]
    [InlineData("earlierReturns", "one")]
    [InlineData("earlierReturns", "\"1\"")]
    [InlineData("persons", "P1")] // a list is written as a list
    public void A_value_of_the_wrong_form_is_refused(string field, string value) => Story().ShouldRefuse<ValueDoesNotFit>(Correct(2, field, value), "value");

    [Fact]
    public void A_number_and_a_list_are_written_as_json()
    {
        Story().Do(Correct(2, "earlierReturns", "1"));
        A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-03-02").Do(Correct(2, "persons", """["P1"]"""));
    }

    [Theory]
    [InlineData("months", "12")]
    [InlineData("caseNumber", "（2026）渝01刑初1号")]
    [InlineData("fine", "50000")]
    public void A_field_that_was_left_empty_can_be_filled(string field, string value) =>
        Stories.At(Stage.Indicted).Do(new Matters.Criminal.RecordJudgment(Refusals.Day("2026-03-20"), "某区人民法院", Matters.Criminal.Verdict.Guilty)).Do(Correct(4, field, value));

    [Fact]
    public void Tomorrow_is_refused() => Story().Today("2026-04-01").ShouldRefuse<DateInFuture>(Correct(2, "on", "2026-04-02"), "value");

    [Fact]
    public void Without_a_reason_it_is_refused() => Story().ShouldRefuse<FieldIsEmpty>(Correct(2, "on", "2026-03-06", ""), "reason");

    [Fact]
    public void An_entry_is_not_made_to_name_somebody_who_is_not_in_the_matter() =>
        Story().ShouldRefuse<LaterEntriesNeedIt>(Correct(2, "persons", """["P2"]"""), "value");

    [Fact]
    public void A_person_whom_later_entries_name_is_not_corrected_away() =>
        A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-03-02")
            .ShouldRefuse<LaterEntriesNeedIt>(Correct(1, "persons", """[{"name": "张某", "charges": ["213"], "measure": "bail", "isUnit": false}]"""), "value");
}
