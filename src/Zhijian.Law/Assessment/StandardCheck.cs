using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>One standard against the facts: whether it holds for this case at all, the figure of the case, and what follows for the two bands.</summary>
/// <param name="Applies">Whether the situation of the standard is given: the object, two marks, an earlier penalty, goods unsold.</param>
/// <param name="Base">Whether the base figure is reached in a case to which it applies; null where there is none.</param>
/// <param name="Why">What stands in the way of a plain yes or no: an open reading, a source not read in full.</param>
public sealed record StandardCheck(Threshold Threshold, Answer Applies, Figure Figure, Answer? Base, Answer? Aggravated, IReadOnlyList<Text> Why)
{
    /// <summary>A standard whose text was not read in full never decides alone: it turns a yes into a question.</summary>
    public Answer Decides(Answer? answer) =>
        answer is null ? Answer.No : answer == Answer.Yes && Threshold.Reference.Status != RefStatus.Verified ? Answer.Unknown : answer.Value;
}

/// <summary>The acts of one person under one charge, as the standards of one instrument date see them. Pure; O(standards × acts × lines).</summary>
internal sealed class StandardReader(FigureBook figures, PersonFacts person, IReadOnlyList<ActFacts> acts)
{
    public StandardCheck Check(Threshold t)
    {
        var why = new List<Text>();
        if (t.Halves.Count > 0)
            return Halves(t, why);
        var figure = Sum(t, t.Metric);
        var applies = Situation(t, why);
        if (t.OnlyBelow is { } below)
        {
            var other = Sum(t, below.Metric).Reaches(below.Figure);
            applies = applies.And(Not(other));
            if (other != Answer.No)
                why.Add(new Text("已达到单独的标准，不适用合计的标准", "the separate standard is reached: the combined one is not needed"));
        }
        if (t.Reference.Status != RefStatus.Verified)
            why.Add(new Text("该标准只见于二手材料，不单独定案", "seen in secondary sources only: it does not decide alone"));
        return new StandardCheck(t, applies, figure,
            t.Base is { } b ? applies.And(figure.Reaches(b, t.BaseTo)) : null,
            t.Aggravated is { } a ? applies.And(figure.Reaches(a, t.AggravatedTo)) : null,
            why);
    }

    private static Answer Not(Answer a) => a switch { Answer.Yes => Answer.No, Answer.No => Answer.Yes, _ => Answer.Unknown };

    /// <summary>The metric over all acts that the object of the standard covers.</summary>
    private Figure Sum(Threshold t, string metric)
    {
        Figure? sum = null;
        foreach (var act in acts)
        {
            var covered = metric == "goods_gains" ? Match("goods", act.Object) : Covers(t, act.Object);
            if (covered == Answer.No)
                continue;
            var figure = figures.Of(act, metric, t.Instrument);
            if (covered == Answer.Unknown)
                figure = figure.Perhaps(new FigureStep(new Text("行为的对象未知，可能不计入", "the object of the act is unknown: it may not count")));
            sum = sum?.Plus(figure) ?? figure;
        }
        return sum ?? Figure.Of(metric, 0);
    }

    /// <summary>Whether the object of a standard covers an act; a standard without object covers all but circumvention tools, which have their own (法释〔2025〕5号第13条第2款).</summary>
    public static Answer Covers(Threshold t, string? actObject) => t.Object switch
    {
        null => actObject == "circumvention" ? Answer.No : Answer.Yes,
        "goods+services" => actObject is null ? Answer.Unknown : Answers.Of(actObject is "goods" or "services"),
        var o => Match(o, actObject),
    };

    private static Answer Match(string wanted, string? actual) => actual is null ? Answer.Unknown : Answers.Of(wanted == actual);

    private Answer Situation(Threshold t, List<Text> why)
    {
        var applies = acts.Select(a => Covers(t, a.Object)).Any();
        if (t.Object == "goods+services")
            applies = applies.And(acts.Select(a => Match("goods", a.Object)).Any()).And(acts.Select(a => Match("services", a.Object)).Any());
        if (t.NeedsTwoKinds)
            applies = applies.And(acts.Select(a => a.Marks is { } n ? Answers.Of(n >= 2) : Answer.Unknown).Any());
        if (t.NeedsRepeat)
            applies = applies.And(Repeat(t, why));
        if (t.Variant == "repeat-liability-2x")
            applies = applies.And(Liabilities());
        return applies;
    }

    /// <summary>Punished within two years before the act for conduct of the same group (213-215; 216; 217-218; 219-219-1).</summary>
    private Answer Repeat(Threshold t, List<Text> why)
    {
        if (person.EarlierSanctions is not { } sanctions)
            return Answer.Unknown;
        var group = GroupOf(t.Charge);
        var answers = sanctions.Where(s => s.Kind != SanctionKind.Civil && s.Charges.Any(group.Contains)).Select(FollowedByAct).ToList();
        if (answers.Contains(Answer.Yes))
            why.Add(new Text(figures.Rules.RepeatOpen + "；这里自处罚决定之日起算", "the text does not say from when the two years run; counted here from the decision"));
        return answers.Any();
    }

    /// <summary>Whether some act lies on or after the penalty and within the two years.</summary>
    private Answer FollowedByAct(EarlierSanction s) =>
        s.On is not { } on ? Answer.Unknown
        : acts.Select(a => (a.To ?? a.From) is { } last && (a.From ?? a.To) is { } first
            ? Answers.Of(on <= last && first <= on.AddYears(figures.Rules.RepeatYears))
            : Answer.Unknown).Any();

    private static IReadOnlyList<string> GroupOf(string charge) => charge switch
    {
        "216" => ["216"],
        "217" or "218" => ["217", "218"],
        "219" or "219-1" => ["219", "219-1"],
        _ => ["213", "214", "215"],
    };

    private Answer Liabilities() => person.EarlierSanctions is { } s
        ? Answers.Of(s.Count(x => x.Kind != SanctionKind.Criminal && x.Charges.Contains("217") && FollowedByAct(x) == Answer.Yes) >= 2)
        : Answer.Unknown;

    /// <summary>Two standards reached by half: those surely reached and those that may be.</summary>
    private StandardCheck Halves(Threshold t, List<Text> why)
    {
        var applies = acts.Select(a => Covers(t, a.Object)).Any();
        var halves = t.Halves.Select(h => (Half: h, Figure: SumHalf(t, h))).ToList();
        var lower = Count(halves.Select(f => (f.Half, f.Figure.Reaches(f.Half.Base / 2))), t, why);
        var upper = Count(halves.Select(f => (f.Half, f.Figure.Reaches(f.Half.Aggravated / 2))), t, []);
        if (upper == Answer.Yes && t.Upper != RefStatus.Verified)
        {
            upper = Answer.Unknown;
            why.Add(new Text("加重档怎样用于各半的标准没有定论", "how the upper band follows from two halves is not settled"));
        }
        if (t.Reference.Status != RefStatus.Verified)
            why.Add(new Text("该标准只见于二手材料，不单独定案", "seen in secondary sources only: it does not decide alone"));
        var reached = halves.Count(f => f.Figure.Reaches(f.Half.Base / 2) == Answer.Yes);
        var may = halves.Count(f => f.Figure.Reaches(f.Half.Base / 2) != Answer.No);
        return new StandardCheck(t, applies, new Figure(t.Metric, reached, may, false, [.. halves.SelectMany(f => f.Figure.Steps)]), applies.And(lower), applies.And(upper), why);
    }

    /// <summary>An online count of an act that was not done online is nought, not unknown.</summary>
    private Figure SumHalf(Threshold t, Half half) =>
        Sum(half.Metric is "works" or "downloads" or "clicks" or "members" ? t with { Object = "online" } : t, half.Metric);

    private static Answer Count(IEnumerable<(Half Half, Answer Answer)> halves, Threshold t, List<Text> why)
    {
        var list = halves.ToList();
        var sure = list.Where(h => h.Answer == Answer.Yes).ToList();
        var possible = list.Where(h => h.Answer != Answer.No).ToList();
        var byItem = t.SameItem == RefStatus.Verified ? sure.Count : sure.Select(h => h.Half.Item).Distinct(StringComparer.Ordinal).Count();
        if (byItem >= 2)
            return Answer.Yes;
        if (sure.Count >= 2)
            why.Add(new Text("达到一半的各数同在一项，是否算两项没有定论", "the counts reached by half stand in one item: whether they are two standards is not settled"));
        return possible.Count >= 2 ? Answer.Unknown : Answer.No;
    }
}
