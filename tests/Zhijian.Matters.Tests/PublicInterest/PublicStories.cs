using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.PublicInterest;

/// <summary>A public-interest case of either line, brought to a stage; every day is written out.</summary>
internal static class PublicStories
{
    public static FilePublicInterest File(PublicLine line = PublicLine.Administrative, string on = "2025-05-06", string about = "泾源黄牛肉地理标志被冒用") =>
        new(Day(on), line, PublicField.GeographicalIndication, "外地牛肉冒用地理标志销售", line == PublicLine.Administrative ? "某县市场监督管理局" : "某食品公司", about);

    public static MatterStory Filed(PublicLine line = PublicLine.Administrative) => A.Matter(m => m.RegisteredOn("2025-05-06")).Do(File(line));

    public static MatterStory Inquired(PublicLine line = PublicLine.Administrative) => Filed(line).Do(new FinishPublicInquiry(Day("2025-05-19"), "走访十二家肉店", "八家冒用"));

    public static MatterStory Decided() => Inquired().Do(new DecidePublicSuggestion(Day("2025-05-20"), "依法查处冒用行为"));

    public static MatterStory Served(bool urgent = false) => Decided().Do(new ServePublicSuggestion(Day("2025-05-22"), "办公室签收", urgent, urgent ? "损害继续扩大" : null));

    public static MatterStory Replied() => Served().Do(new RecordOrganReply(Day("2025-07-10"), OrganReply.Acted, "已立案查处八家"));

    public static MatterStory Rectified() => Replied().Do(new EvaluateRectification(Day("2025-07-15"), Rectification.Done, "回访八家"));

    public static MatterStory NotRectified() => Served().Do(new EvaluateRectification(Day("2025-07-23"), Rectification.NotDone, "回访仍有五家冒用"));

    public static MatterStory Announced() => Inquired(PublicLine.Civil).Do(new AnnouncePublicSuit(Day("2025-05-20"), "正义网", true));

    public static MatterStory NobodySued() => Announced().Do(new RecordAnnouncementResult(Day("2025-06-20"), AnnouncementResult.NobodySues));

    public static MatterStory BodySued() => Announced().Do(new RecordAnnouncementResult(Day("2025-06-03"), AnnouncementResult.BodySues, "某省消费者协会，某市中级人民法院"));

    public static MatterStory Supporting() => BodySued().Do(new SupportPublicSuit(Day("2025-06-10"), "某省消费者协会", "某市中级人民法院"));

    public static MatterStory Sued(PublicLine line = PublicLine.Administrative) =>
        (line == PublicLine.Administrative ? NotRectified() : NobodySued()).Do(new BringPublicSuit(Day("2025-08-15"), "某县人民法院", "判令依法履职"));

    public static string StageOf(this MatterStory story, string id = "G1") => story.Matter.Proceeding(id)!.Stage;
}
