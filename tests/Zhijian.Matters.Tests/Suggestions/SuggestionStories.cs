using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Suggestions;

/// <summary>A suggestion of any kind, brought to a stage; every day is written out.</summary>
internal static class SuggestionStories
{
    public static OpenSuggestion Open(SuggestionKind kind = SuggestionKind.SocialGovernance, Track function = Track.Criminal, string about = "规范地理标志授权") =>
        new(Day("2025-05-06"), kind, function, "某市市场监督管理局", about);

    public static MatterStory Opened(SuggestionKind kind = SuggestionKind.SocialGovernance, Track function = Track.Criminal) => A.Matter(m => m.RegisteredOn("2025-05-06")).Do(Open(kind, function));

    public static MatterStory Inquiring() => Opened().Do(new StartSuggestionInquiry(Day("2025-05-07"), "走访协会"));

    public static MatterStory Drafted(SuggestionKind kind = SuggestionKind.SocialGovernance, Track function = Track.Criminal) => Opened(kind, function).Do(new DraftSuggestion(Day("2025-05-21"), "授权管理混乱", "建立授权台账"));

    public static MatterStory Reviewed() => Drafted().Do(new ReviewSuggestion(Day("2025-05-23"), SuggestionReviewResult.Passed, "必要、合法、说理充分"));

    public static MatterStory Approved(SuggestionKind kind = SuggestionKind.SocialGovernance) =>
        (kind == SuggestionKind.SocialGovernance ? Reviewed() : Drafted(kind)).Do(new ApproveSuggestion(Day("2025-05-26"), SuggestionApprover.Chief, SuggestionApproval.Approved));

    public static MatterStory Served(SuggestionKind kind = SuggestionKind.SocialGovernance) => Approved(kind).Do(new ServeSuggestion(Day("2025-05-28"), "签收"));

    public static MatterStory Replied(SuggestionReply reply = SuggestionReply.Accepted) => Served().Do(new RecordSuggestionReply(Day("2025-07-21"), reply, "已建立台账"));

    public static MatterStory Unaccepted() => Replied(SuggestionReply.Refused).Do(new EvaluateSuggestion(Day("2025-08-01"), SuggestionEffect.NotDone, "回访无变化"));

    public static MatterStory Escalated() => Unaccepted().Do(new EscalateSuggestion(Day("2025-08-05"), EscalatedTo.SuperiorOrgan, "某省市场监督管理局", "拒不整改"));

    public static string StageOf(this MatterStory story, string id = "S1") => story.Matter.Proceeding(id)!.Stage;
}
