using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>
/// Open a procuratorial suggestion (检察建议; 人民检察院检察建议工作规定): of which kind, to whom, in which function, and on which matters and clues it rests
/// (办理一案、治理一类).
/// </summary>
public sealed record OpenSuggestion(
    [Label("日期", "Opened on")] DateOnly On,
    [Label("种类", "Kind")] SuggestionKind Kind,
    [Label("职能", "Function")] Track Function,
    [Label("被建议单位", "Addressee")] string Addressee,
    [Label("事项", "About", HintZh = "建议什么，几个字", HintEn = "what is suggested, in a few words")] string About,
    [Label("所依据的其他案件", "Other matters that it rests on", HintZh = "案件编号，本案不必填", HintEn = "their ids; this matter need not be named")] IReadOnlyList<string>? Matters = null,
    [Label("线索", "Clues", HintZh = "线索编号或者来源", HintEn = "their numbers or where they came from")] IReadOnlyList<string>? Clues = null,
    [Label("核查事项", "Question of the board", HintZh = "从四查板启动时填，共用的事实自动带入", HintEn = "where it is opened from the four-check board: shared facts are carried over")] string? Check = null)
    : ICommand<OpenSuggestion>, FourChecks.IFromCheck
{
    public static Decision Decide(Matter matter, OpenSuggestion c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        var matters = SuggestionParts.Filled(c.Matters);
        if (matters.FirstOrDefault(m => MatterId.TryParse(m) is null) is { } odd)
            return new NotAMatterId(odd) { Field = "matters" };
        return SuggestionParts.Empty(("addressee", c.Addressee, new Text("被建议单位", "Addressee")), ("about", c.About, new Text("事项", "About")))
            ?? Decision.Of(new SuggestionOpened(
                c.On, c.Kind, c.Function, c.Addressee.Trim(), c.About.Trim(), [.. matters.Where(m => m != matter.Id.Value)], SuggestionParts.Filled(c.Clues)));
    }
}

/// <summary>The five kinds of the rules.</summary>
public enum SuggestionKind
{
    [Label("再审检察建议", "Retrial")]
    Retrial,

    [Label("纠正违法检察建议", "Correction of illegality")]
    Correction,

    [Label("公益诉讼检察建议", "Public interest")]
    PublicInterest,

    [Label("社会治理检察建议", "Social governance")]
    SocialGovernance,

    [Label("其他检察建议", "Other")]
    Other,
}

public sealed record NotAMatterId(string Id)
    : Refusal("not-a-matter-id", new Text($"“{Id}”不是案件编号", $"“{Id}” is no id of a matter"), null, new Text("填案件编号，如 CQ-JB-2026-0137；其他来源填入线索", "give the id of a matter, e.g. CQ-JB-2026-0137; other sources are clues"));

/// <param name="Matters">The others that it rests on; the matter in which it is opened always counts.</param>
[EventType("suggestion.opened")]
public sealed record SuggestionOpened(
    DateOnly On, SuggestionKind Kind, Track Function, string Addressee, string About, IReadOnlyList<string> Matters, IReadOnlyList<string> Clues) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Open(Proceedings.Suggestion, About, "opened", On, Function);
        proceeding.Set("kind", Words.Kebab(Kind));
        proceeding.Set("addressee", Addressee);
        proceeding.Set("rests-on", string.Join(' ', Matters.Prepend(matter.Id.Value)));
    }

    public Text Says(Matter matter)
    {
        var (zh, en) = (Matters.Count + 1, Clues.Count > 0 ? $", clues {string.Join("; ", Clues)}" : "");
        return new(
            $"{Kind.Label().Zh}：{About}（致{Addressee}；依据 {zh} 案{(Matters.Count > 0 ? "：本案、" + string.Join('、', Matters) : "")}{(Clues.Count > 0 ? "；线索 " + string.Join('、', Clues) : "")}）",
            $"Suggestion ({Kind.Label().En.ToLowerInvariant()}) to {Addressee}: {About}; rests on {zh} matter{(zh > 1 ? "s: this one, " + string.Join(", ", Matters) : "")}{en}");
    }

    Track? IMatterEvent.Track => Function;
}
