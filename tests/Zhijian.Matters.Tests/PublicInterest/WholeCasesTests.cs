using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.PublicInterest;

/// <summary>Published cases played from the filing to the effect; what was not published is made up.</summary>
public sealed class WholeCasesTests
{
    [Fact]
    public void Jingyuan_beef_the_organ_replies_in_time_and_the_effect_is_seen() // tc-003
    {
        var story = A.Matter(m => m.RegisteredOn("2023-05-08"))
            .Do(new FilePublicInterest(Day("2023-05-10"), PublicLine.Administrative, PublicField.GeographicalIndication, "外地牛肉冒用泾源黄牛肉地理标志", "泾源县市场监督管理局", "泾源黄牛肉地理标志", "归入食品安全领域"))
            .Do(new SendPublicPaper(Day("2023-05-12"), PublicPaper.FilingDecision, "送达回证"))
            .Do(new FinishPublicInquiry(Day("2023-06-05"), "大数据比对销售与屠宰数量，现场走访", "销售数量超出产量，多家冒用"))
            .Do(new DecidePublicSuggestion(Day("2023-06-06"), "查处冒用，规范地理标志使用"))
            .Do(new ServePublicSuggestion(Day("2023-06-08"), "签收"))
            .Do(new SendPublicPaper(Day("2023-06-12"), PublicPaper.Suggestion, "备案回执"));
        story.Duty("answer-public-suggestion").Count.Due.ShouldBe(Day("2023-08-08"));

        story.Do(new RecordOrganReply(Day("2023-07-28"), OrganReply.Acted, "已查处并建立追溯"))
            .Do(new EvaluateRectification(Day("2023-08-01"), Rectification.Done, "回访肉店"))
            .Do(new RecordPublicEffect(Day("2023-09-15"), "冒用停止，追溯二维码上墙", "回访笔录", PublicEffect.Full))
            .Do(new EndPublicInterest(Day("2023-09-20"), "已依法履职，整改到位"));

        story.Matter.Proceeding("G1")!.Stage.ShouldBe("ended");
        story.Duties.ShouldAllBe(d => d.Status == DutyStatus.Discharged && d.DischargedOn!.Value.Day <= d.Count.Due);
        story.Matter.Timeline.Count(e => e.Event.Track == Track.PublicInterest).ShouldBe(10);
        Matters.FourChecks.CloseMatter.Obstacles(story.FourChecks("2023-09-21").Matter, TestLaw.Book).ShouldBeEmpty();
    }

    [Fact]
    public void Beef_again_but_the_organ_does_nothing_is_sued_and_corrects_itself()
    {
        var story = PublicStories.Sued().Do(new WithdrawPublicSuit(Day("2025-09-10"), ClaimsMet.All, "庭前全部查处"))
            .Do(new RecordPublicEffect(Day("2025-10-15"), "冒用停止", "回访笔录", PublicEffect.Full)).Do(new EndPublicInterest(Day("2025-10-16"), "诉讼请求全部实现"));

        story.Matter.Proceeding("G1")!.Stage.ShouldBe("ended");
    }

    [Fact]
    public void False_food_is_prosecuted_and_the_civil_suit_goes_with_it()
    {
        var story = A.Matter(m => m.Suspect("张某", "140").RegisteredOn("2025-05-06")).Transferred("2025-05-06")
            .Do(new FilePublicInterest(Day("2025-05-07"), PublicLine.Civil, PublicField.FoodAndDrugs, "伪劣牛肉流入市场", "张某", "伪劣牛肉"))
            .Do(new FinishPublicInquiry(Day("2025-05-12"), "抽检", "不合格"))
            .Do(new AnnouncePublicSuit(Day("2025-05-13"), "正义网", true));
        var suit = new BringPublicSuit(Day("2025-06-16"), "某县人民法院", "惩罚性赔偿，公开道歉", true);
        story.Prosecuted("2025-06-05").ShouldRefuse<SuitWithoutAnnouncement>(suit, "proceeding");

        story.Do(new RecordAnnouncementResult(Day("2025-06-13"), AnnouncementResult.NobodySues)).Do(suit);
        story.Matter.Proceeding("G1")!.Outcome!.Value.Zh.ShouldContain("附带");
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldStartWith("G1 提起刑事附带民事公益诉讼（某县人民法院）");

        story.Do(new SendPublicPaper(Day("2025-06-18"), PublicPaper.Indictment, "备案回执"))
            .Do(new RecordPublicJudgment(Day("2025-08-20"), "某县人民法院", PublicOutcome.Granted, "赔偿十万元"))
            .Do(new SendPublicPaper(Day("2025-08-21"), PublicPaper.Judgment, "备案回执"))
            .Do(new RecordPublicEffect(Day("2025-11-03"), "赔偿金入公益账户", "缴款凭证", PublicEffect.Full))
            .Do(new EndPublicInterest(Day("2025-11-04"), "判决已执行"));
        story.Matter.Proceeding("G1")!.Stage.ShouldBe("ended");
        story.Matter.Tracks.ShouldBe([Track.Criminal, Track.PublicInterest]);
    }

    [Fact]
    public void An_organ_and_a_wrongdoer_side_by_side_each_with_its_own_clock()
    {
        var story = PublicStories.Served().Do(PublicStories.File(PublicLine.Civil, "2025-05-23"))
            .Do(new FinishPublicInquiry(Day("2025-06-02"), "抽检", "不合格")).Do(new AnnouncePublicSuit(Day("2025-06-03"), "正义网", true));

        story.Matter.Proceedings.Select(p => (p.Id, p.Stage)).ShouldBe([("G1", "suggestion-served"), ("G2", "announced")]);
        story.Duty("answer-public-suggestion").Subject.ShouldBe("G1");
        story.Duty("public-announcement").ShouldSatisfyAllConditions(d => d.Subject.ShouldBe("G2"), d => d.Count.Due.ShouldBe(Day("2025-07-03")));
        story.Do(new RecordOrganReply(Day("2025-07-10"), OrganReply.Acting, "整改中")).Duty("public-announcement", "G2").Status.ShouldBe(DutyStatus.Open);
    }
}
