using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>
/// What to ask for next: each unknown fact is tried both ways, and what would change is said. Facts that move the band come first.
/// O(unknown facts) assessments.
/// </summary>
internal sealed class Inquiry(Assessor assessor, StandardWords words, CaseFacts facts, Conclusion conclusion)
{
    private readonly List<Question> _questions = [];

    public IReadOnlyList<Question> Questions()
    {
        if (conclusion.Acts.Count == 0)
            return [];
        var open = Open();
        if (conclusion.Acts.Any(a => a.To is null && a.From is null))
            _questions.Add(new Question("acts-to", new Text("行为自何日至何日", "from when to when the acts lasted"),
                new Text("才能比较行为时与处理时的法律，并计算追诉时效", "the laws can be compared and the limitation counted"), new Text("暂按处理时的法律", "the law of the handling is taken for now"), new LegalRef("刑法12、89"), true));
        if (conclusion.Charge.OnlyObject is null && conclusion.Acts.Any(a => a.Object is null) && open.Any(s => s.Threshold.Object is not null))
            foreach (var o in open.Select(s => s.Threshold.Object).OfType<string>().Where(o => o != "goods+services").Distinct(StringComparer.Ordinal).ToList())
                Try("object", new Text($"行为的对象是不是{words.Objects[o].Zh}", $"whether it concerns {words.Objects[o].En}"), null, a => a with { Object = a.Object ?? o }, a => a with { Object = a.Object ?? "other" });
        if (open.Any(s => s.Threshold.NeedsTwoKinds))
            Try("marks", new Text("是否涉及两种以上、识别不同来源的注册商标（专利）", "whether two or more marks (patents) of different sources are concerned"), Basis(open, s => s.NeedsTwoKinds), a => a with { Marks = 2 }, a => a with { Marks = 1 });
        if (open.Any(s => s.Threshold.NeedsRepeat) && conclusion.Person.EarlierSanctions is null)
            TryPerson("earlier-sanctions", new Text("行为前二年内是否因同类行为受过刑事处罚或者行政处罚", "whether there was a penalty for such conduct within the two years before"), Basis(open, s => s.NeedsRepeat), Punished, []);
        foreach (var metric in open.Where(s => s.Applies != Answer.No && s.Threshold.Halves.Count == 0 && !s.Figure.IsKnown).Select(s => s.Threshold.Metric).Distinct(StringComparer.Ordinal).ToList())
            TryAmount(metric, open);
        foreach (var e in conclusion.Elements.Where(e => e.Answer == Answer.Unknown && !e.Element.ByStandards))
            _questions.Add(new Question($"element:{e.Element.Id}", new Text($"能否证明：{e.Element.Title.Zh}", $"can it be proved: {e.Element.Title.En}"),
                Outcome(conclusion), new Text("不构成本罪", "not this offence"), conclusion.Charge.Reference, true));
        return [.. _questions.OrderByDescending(q => q.ChangesBand)];
    }

    /// <summary>Standards of both laws that may still change something.</summary>
    private List<StandardCheck> Open() =>
        [.. conclusion.Choice.Candidates.Where(c => c.Kind != CandidateKind.Mixed).SelectMany(c => c.Standards)
            .Where(s => s.Base == Answer.Unknown || s.Aggravated == Answer.Unknown || s.Applies == Answer.Unknown)];

    private static LegalRef? Basis(List<StandardCheck> open, Func<Threshold, bool> which) => open.Select(s => s.Threshold).FirstOrDefault(which)?.Reference;

    private IReadOnlyList<EarlierSanction> Punished =>
        [new EarlierSanction { Kind = SanctionKind.Administrative, Charges = [conclusion.Charge.Id], On = conclusion.Acts.Select(a => a.From ?? a.To).Min() ?? facts.HandledOn }];

    private void TryAmount(string metric, List<StandardCheck> open)
    {
        var name = words.Metrics[metric];
        // the figures of the law that governs; those of the other where it has none
        var rows = open.Where(s => s.Threshold.Metric == metric && s.Applies != Answer.No).ToList();
        var governing = rows.Where(s => conclusion.Governing.Standards.Contains(s)).ToList();
        var figures = (governing.Count > 0 ? governing : rows).SelectMany(s => new[] { s.Threshold.Base, s.Threshold.Aggravated }).OfType<decimal>().Where(f => f > 0 && rows[0].Figure.Reaches(f) == Answer.Unknown).Distinct().Order().ToList();
        foreach (var figure in figures.Take(2))
            Try(metric, new Text($"{name.Title.Zh}是否达到 {Say(figure, name).Zh}", $"whether the {name.Title.En} reaches {Say(figure, name).En}"), rows[0].Threshold.Reference,
                a => With(a, metric, figure), a => With(a, metric, figure - (name.Unit == MetricUnit.Yuan ? 0.01m : 1)));
    }

    private static Text Say(decimal figure, Metric metric)
    {
        var n = figure.ToString("#,##0.##", CultureInfo.InvariantCulture);
        return metric.Unit == MetricUnit.Yuan ? new Text($"{n} 元", $"{n} yuan") : new Text($"{n} {metric.Of}", n);
    }

    /// <summary>The first act carries the supposed amount, the others none: their sum is what matters.</summary>
    private ActFacts With(ActFacts act, string metric, decimal value) =>
        act with { Amounts = [.. act.Amounts.Where(a => a.Metric != metric), new StatedAmount(metric, act.Id == conclusion.Acts[0].Id ? value : 0)] };

    private void Try(string fact, Text ask, LegalRef? basis, Func<ActFacts, ActFacts> yes, Func<ActFacts, ActFacts> no) =>
        Add(fact, ask, basis, Assess(facts with { Acts = [.. facts.Acts.Select(a => Concerns(a) ? yes(a) : a)] }), Assess(facts with { Acts = [.. facts.Acts.Select(a => Concerns(a) ? no(a) : a)] }));

    private bool Concerns(ActFacts act) => conclusion.Acts.Contains(act);

    private void TryPerson(string fact, Text ask, LegalRef? basis, IReadOnlyList<EarlierSanction> yes, IReadOnlyList<EarlierSanction> no) =>
        Add(fact, ask, basis, Assess(facts, yes), Assess(facts, no));

    private Conclusion Assess(CaseFacts tried, IReadOnlyList<EarlierSanction>? sanctions = null) =>
        assessor.Conclude(tried, sanctions is null ? conclusion.Person : conclusion.Person with { EarlierSanctions = sanctions }, conclusion.Charge);

    private void Add(string fact, Text ask, LegalRef? basis, Conclusion yes, Conclusion no)
    {
        var (a, b) = (Outcome(yes), Outcome(no));
        if (_questions.All(q => q.Ask != ask))
            _questions.Add(new Question(fact, ask, a, b, basis, (yes.LowBand, yes.HighBand) != (no.LowBand, no.HighBand)));
    }

    private static Text Outcome(Conclusion c) => BandWords.Between(c.Governing, c.LowBand, c.HighBand);
}
