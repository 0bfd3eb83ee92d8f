using Shouldly;
using Xunit;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class SendFilingReminderTests
{
    private static SendFilingReminder Remind(string on) => new(Day(on));

    [Fact]
    public void After_three_months_and_not_before()
    {
        Filed().ShouldRefuse<ReminderIsTooEarly>(Remind("2025-08-19"), "on").Basis!.Article.ShouldBe("规则564");
        var story = Filed().Do(Remind("2025-08-20"));

        story.Stage().ShouldBe("complied");
        story.Duty("conclude-filed-case", "F1").Status.ShouldBe(Law.DutyStatus.Discharged);
        story.LastLine().Zh.ShouldBe("F1 发出立案监督案件催办函");
        story.Do(Remind("2025-11-20")); // a second one may follow
    }

    [Fact]
    public void Of_a_concluded_investigation_nobody_is_reminded() =>
        Filed().Performed("conclude-filed-case.F1.1", "2025-08-01").ShouldRefuse<InvestigationIsConcluded>(Remind("2025-09-01"), "proceeding");

    [Fact]
    public void Only_of_a_case_that_was_filed_on_notice()
    {
        Asked().Do(new RecordFilingCompliance(Day("2025-05-12"), "立案决定书1号")).ShouldRefuse<NothingToRemindOf>(Remind("2025-09-01"), "proceeding");
        Notified(FilingFault.WronglyFiled).Do(new RecordFilingCompliance(Day("2025-05-28"), "撤案1号")).ShouldRefuse<NothingToRemindOf>(Remind("2025-09-01"), "proceeding");
    }

    [Fact]
    public void Not_while_the_notice_is_not_followed() => Notified().ShouldRefuse<ProceedingOutOfOrder>(Remind("2025-09-01"), "proceeding").Basis!.Article.ShouldBe("规则564");
}
