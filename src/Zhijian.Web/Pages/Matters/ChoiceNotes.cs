using Zhijian.Kernel;

namespace Zhijian.Web.Pages.Matters;

/// <summary>What stands under a choice that is a legal conclusion: when the law takes it, and the article. No choice is made in advance.</summary>
public static class ChoiceNotes
{
    private static readonly Dictionary<(string Step, string Field, string Value), Text> Notes = new()
    {
        [("decide-arrest", "outcome", "approved")] = new Text(
            "有证据证明有犯罪事实，可能判处徒刑以上刑罚，取保候审不足以防止社会危险性（刑诉法81）。侦查羁押期限随即起算。",
            "evidence of the crime, imprisonment to be expected, bail not enough against the danger (CPL 81). Investigation custody starts to run."),
        [("decide-arrest", "outcome", "no-crime")] = new Text(
            "不构成犯罪，或有刑诉法16所列情形；说明理由（刑诉法90），公安立即释放并送回执（刑诉法91）。",
            "no crime, or a ground of CPL 16; give the reasons (CPL 90), the police release at once and return a receipt (CPL 91)."),
        [("decide-arrest", "outcome", "insufficient-evidence")] = new Text(
            "现有证据不能证明有犯罪事实；需要补充侦查的同时通知公安（刑诉法90）。",
            "the evidence does not show the crime; tell the police what to investigate, if needed (CPL 90)."),
        [("decide-arrest", "outcome", "no-danger")] = new Text(
            "有犯罪事实，但取保候审足以防止刑诉法81所列社会危险性。",
            "there is a crime, but bail is enough against the dangers of CPL 81."),
        [("decide-non-prosecution", "kind", "legal")] = new Text(
            "没有犯罪事实，或有刑诉法16所列情形：应当不起诉。",
            "no crime, or a ground of CPL 16: it must not be prosecuted."),
        [("decide-non-prosecution", "kind", "discretionary")] = new Text(
            "犯罪情节轻微，依照刑法不需要判处刑罚或者免除刑罚：可以不起诉。",
            "a minor crime that needs no punishment or is exempt from it: it may not be prosecuted."),
        [("decide-non-prosecution", "kind", "doubtful")] = new Text(
            "补充侦查后仍证据不足，不符合起诉条件；至少退回过一次，只退回一次的须说明没有再次退回的必要（规则367）。",
            "evidence still insufficient after supplementary investigation; at least one return, and a reason where there was only one (Rules 367)."),
        [("decide-non-prosecution", "kind", "special")] = new Text(
            "自愿如实供述，有重大立功或者案件涉及国家重大利益，经最高检核准。",
            "truthful confession with major merit or a major national interest, approved by the SPP."),
        [("record-check", "outcome", "no-issue")] = new Text("已查，没有要监督或移送的；写明查了什么。", "checked, nothing to supervise or transfer; say what was checked."),
        [("record-check", "outcome", "opened")] = new Text("本职能已成案；写明文号。案件由此多一条线。", "this function opened a case; give its number. The matter gains a track."),
        [("record-check", "outcome", "transferred")] = new Text("线索已交其他部门或机关；写明去向和日期。", "handed to another department or organ; say to whom and when."),
        [("record-check", "outcome", "not-applicable")] = new Text("本案没有这项职能要查的事实；写明为什么。", "the matter has no facts for this function; say why."),
        [("review-judgment", "outcome", "accepted")] = new Text("认定事实、适用法律、量刑和程序没有错误。", "no error in facts, law, sentence or procedure."),
        [("review-judgment", "outcome", "protest")] = new Text("判决确有错误（刑诉法228）；收到判决次日起 10 日内（刑诉法230）。", "the judgment is in error (CPL 228); within ten days of receipt (CPL 230)."),
    };

    public static Text? Of(string step, string field, string value) => Notes.TryGetValue((step, field, value), out var note) ? note : null;
}
