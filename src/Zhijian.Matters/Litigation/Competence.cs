using Zhijian.Kernel;

namespace Zhijian.Matters.Litigation;

/// <summary>Who may protest which judgment (民诉法219；行诉法93；知识产权法庭规定2、10). Pure.</summary>
internal static class Competence
{
    /// <summary>The level of court to which the actor's office corresponds, read from its code: 100000 the SPP, …0000 a province, …00 a city.</summary>
    public static CourtLevel LevelOf(Actor actor) =>
        actor.Unit == "100000" ? CourtLevel.Supreme
        : actor.Unit.EndsWith("0000", StringComparison.Ordinal) ? CourtLevel.High
        : actor.Unit.EndsWith("00", StringComparison.Ordinal) ? CourtLevel.Intermediate
        : CourtLevel.Basic;

    /// <summary>Technology and antitrust cases: appeals go to the SPC, and the SPP protests.</summary>
    public static bool BelongsToTheSpp(CaseSubject subject) => subject != CaseSubject.Other;

    /// <summary>What keeps this office from that decision on that case; null when nothing does.</summary>
    public static Refusal? Obstacle(SupervisionDecision decision, SupervisedCase of, Actor actor, LegalRef law)
    {
        var level = LevelOf(actor);
        var isJudgment = of.Object == SupervisedObject.Judgment;
        return decision switch
        {
            SupervisionDecision.Protest or SupervisionDecision.RequestProtest or SupervisionDecision.RetrialSuggestion when !isJudgment => new OnlyJudgmentsAreProtested(of.Object, law) { Field = "decision" },
            SupervisionDecision.Suggestion when isJudgment => new JudgmentNeedsRetrial(law) { Field = "decision" },
            SupervisionDecision.Protest when BelongsToTheSpp(of.Subject) && level != CourtLevel.Supreme => new SppProtests(of.Subject) { Field = "decision" },
            SupervisionDecision.Protest when level != CourtLevel.Supreme && level <= of.Level => new HigherOfficeProtests(of.Level, law) { Field = "decision" },
            SupervisionDecision.RequestProtest when level == CourtLevel.Supreme => new NobodyAbove(law) { Field = "decision" },
            _ => null,
        };
    }
}

public sealed record OnlyJudgmentsAreProtested(SupervisedObject Object, LegalRef Article)
    : Refusal("only-judgments-are-protested", new Text($"监督对象是“{Object.Label().Zh}”，不能抗诉或者建议再审", $"“{Object.Label().En}” is neither protested nor retried"), Article, new Text("选择检察建议、不支持监督申请或者终结审查", "choose a suggestion, not supported, or the end of the review"));

public sealed record JudgmentNeedsRetrial(LegalRef Article)
    : Refusal("judgment-needs-retrial", new Text("对生效裁判以抗诉或者再审检察建议监督", "an effective judgment is supervised by protest or by a suggestion to retry"), Article, new Text("选择抗诉、提请抗诉或者再审检察建议", "choose protest, a request to protest or a retrial suggestion"));

public sealed record SppProtests(CaseSubject Subject)
    : Refusal(
        "spp-protests",
        new Text($"{Subject.Label().Zh}案件由最高人民法院知识产权法庭管辖上诉，须由最高人民检察院抗诉", $"{Subject.Label().En}: appeals go to the IP tribunal of the SPC; the SPP protests"),
        new LegalRef("知识产权法庭规定(2023)2、10"),
        new Text("选择“提请上级院抗诉”，逐级提请最高人民检察院；其中技术秘密、计算机软件限第2条所列案件，不属于的更正案件类型", "choose the request to the higher office, level by level up to the SPP; technical secrets and software only as art 2 lists them: otherwise correct the kind of case"));

public sealed record HigherOfficeProtests(CourtLevel Level, LegalRef Article)
    : Refusal("higher-office-protests", new Text($"{Level.Label().Zh}的生效裁判由其上级人民检察院抗诉，本院无权", $"a judgment of the {Level.Label().En} is protested by the procuratorate above it, not by this office"), Article, new Text("选择“提请上级院抗诉”，或者向同级法院提出再审检察建议", "ask the higher office to protest, or suggest a retrial to the court of this level"));

public sealed record NobodyAbove(LegalRef Article)
    : Refusal("nobody-above", new Text("最高人民检察院没有上级院，不能提请抗诉", "nobody is above the SPP to be asked"), Article, new Text("选择抗诉", "choose the protest"));
