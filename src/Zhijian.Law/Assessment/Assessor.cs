using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>
/// From facts to a proposal: the law in time, the standards, the band, what follows from it and what to ask next. Pure.
/// O(persons × charges × standards × acts), times the open questions where those are asked for.
/// </summary>
public sealed class Assessor(LawBook law)
{
    private Rules Rules => law.Rules;

    /// <param name="questions">Also try what each unknown fact would change; several times the work.</param>
    public CaseAssessment Assess(CaseFacts facts, bool questions = true)
    {
        var conclusions = new List<Conclusion>();
        foreach (var person in facts.Persons)
            foreach (var charge in facts.Acts.Where(a => a.Persons.Contains(person.Id)).SelectMany(a => a.Charges).Distinct(StringComparer.Ordinal))
                if (law.Charges.TryGetValue(charge, out var c))
                {
                    var conclusion = Conclude(facts, person, c);
                    conclusions.Add(questions ? conclusion with { Questions = new Inquiry(this, law.Vocabulary.Standards, facts, conclusion).Questions() } : conclusion);
                }
        return new CaseAssessment(conclusions, Concur(conclusions));
    }

    internal Conclusion Conclude(CaseFacts facts, PersonFacts person, Charge charge)
    {
        List<ActFacts> acts = [.. facts.Acts.Where(a => a.Persons.Contains(person.Id) && a.Charges.Contains(charge.Id) && !a.AlreadyHandled)];
        var figures = new FigureBook(Rules);
        // a charge that knows one object only leaves no doubt about it
        IReadOnlyList<ActFacts> counted = charge.OnlyObject is { } only && acts.Any(a => a.Object is null) ? [.. acts.Select(a => a.Object is null ? a with { Object = only } : a)] : acts;
        var end = acts.Select(a => a.To ?? a.From).Max() ?? facts.HandledOn;
        var conduct = Try(CandidateKind.Conduct, counted, end, end);
        var decision = Try(CandidateKind.Decision, counted, facts.HandledOn, facts.HandledOn);
        var mixed = conduct.Text == decision.Text ? null : Try(CandidateKind.Mixed, counted, end, facts.HandledOn);
        var choice = TemporalChoice.Of(conduct, decision, mixed is { Standards.Count: > 0 } ? mixed : null);
        var remarks = new List<Remark>();
        var parts = Parts();
        var governing = choice.Chosen ?? conduct;
        var elements = Elements(governing);
        var conclusion = new Conclusion
        {
            Person = person, Charge = charge, Acts = acts, Choice = choice, Parts = parts, Elements = elements,
            // without a text nothing is to be proved, which is no proof
            Crime = governing.Text is null ? Answer.No : elements.Select(e => e.Answer).All(),
            Attempt = governing.Attempt,
            Recidivist = Sentencing.Recidivist(Rules, person, acts.Select(a => a.From ?? a.To).Min()),
        };
        Units();
        if (conclusion.Attempt == AttemptRule.Yes)
            remarks.Add(new Remark(new Text($"以未遂论：{Rules.Attempt.Says.Zh}", $"an attempt: {Rules.Attempt.Says.En}"), Rules.Attempt.Reference));
        if (conclusion.Attempt == AttemptRule.Unsettled)
            remarks.Add(new Remark(new Text("只有尚未销售的货达到标准：是否按未遂从轻、减轻没有定论，请认定", "only goods not sold reach the standard: whether it is an attempt is unsettled, please decide"), new LegalRef("刑法23", RefStatus.Unsettled)));
        if (acts.Any(a => a.To is null && a.From is null))
            remarks.Add(new Remark(new Text("行为日期未知：暂按处理时的法律", "the date of the acts is unknown: the law of the handling was taken"), new LegalRef("刑法12")));
        Lenience();
        Barred();
        return conclusion with
        {
            Remarks = remarks, Fines = Fines(governing), Limitations = Limits(governing),
            Circumstances = [.. Rules.Circumstances.Where(c => c.From <= facts.HandledOn)],
        };

        Candidate Try(CandidateKind kind, IReadOnlyList<ActFacts> of, DateOnly text, DateOnly standards) =>
            Candidate.Try(kind, charge, figures, person, of, text, standards, facts.HandledOn);

        // acts on both sides of a change: continuing acts follow the later law as a whole, separate ones each their own
        List<Candidate> Parts()
        {
            var start = acts.Select(a => a.From ?? a.To).Min() ?? end;
            var early = Try(CandidateKind.Conduct, counted, start, start);
            var textChanged = early.Text != conduct.Text;
            if (!textChanged && early.Standards.Select(s => s.Threshold).SequenceEqual(conduct.Standards.Select(s => s.Threshold)))
                return [];
            if (counted.All(a => a.Continuing == false))
            {
                remarks.Add(new Remark(new Text("分开的数个行为跨越法律变更：分别按各自行为时的法律比对，累计的结论供参考", "separate acts on both sides of a change: each is compared by the law of its day; the sum is shown beside"), new LegalRef("刑法12")));
                return [.. counted.GroupBy(a => (Text: charge.TextOn((a.To ?? a.From)!.Value)?.Version, Try(CandidateKind.Conduct, [a], (a.To ?? a.From)!.Value, (a.To ?? a.From)!.Value).Instrument))
                    .Select(g => { var on = g.Max(a => a.To ?? a.From)!.Value; return Try(CandidateKind.Conduct, [.. g], on, on); })];
            }
            remarks.Add(textChanged
                ? new Remark(new Text("连续或者继续的行为跨越法律变更：适用新法，新法较重的，建议酌情从轻", "continuing or consecutive acts across the change: the new law applies; where it is heavier, leniency is recommended"), new LegalRef("高检发释字〔1998〕6号"))
                : new Remark(new Text("行为跨越解释的变更：按行为结束时的解释；这一规则能否用于解释没有定论", "the acts run across a change of the interpretation: that of their end was taken; whether the rule extends to interpretations is unsettled"), new LegalRef("高检发释字〔1998〕6号", RefStatus.Unsettled)));
            if (acts.Any(a => a.Continuing is null))
                remarks.Add(new Remark(new Text("是否连续、继续的行为未填：若是分开的行为，应分别比对", "whether the acts are continuing is not stated: separate acts would be compared each by its own law"), new LegalRef("刑法89")));
            return [];
        }

        IReadOnlyList<ElementCheck> Elements(Candidate by) =>
            [.. (by.Text?.Elements ?? []).Select(e => e.ByStandards
                ? new ElementCheck(e, by.LowBand >= 1 ? Answer.Yes : by.HighBand == 0 ? Answer.No : Answer.Unknown, null)
                : acts.Select(a => a.Elements.GetValueOrDefault(e.Id)).OfType<ElementFact>().FirstOrDefault() is { } fact ? new ElementCheck(e, fact.Answer, fact.Source) : new ElementCheck(e, Answer.Unknown, null))];

        void Units()
        {
            if (!person.IsUnit)
                return;
            if (charge.UnitReference is not { } unit)
                remarks.Add(new Remark(new Text("单位不能构成本罪", "a unit cannot commit this offence"), charge.Reference));
            else if (person.ExistsForCrime == true)
                remarks.Add(new Remark(new Text("为犯罪而设立，或者设立后以犯罪为主要活动：不以单位犯罪论，由自然人负责", "set up for crime, or crime is its main activity: no unit crime, persons answer"), new LegalRef("法释〔1999〕14号第2条")));
            else if (person.GainsWentToPersons == true)
                remarks.Add(new Remark(new Text("盗用单位名义，违法所得由个人私分：不以单位犯罪论", "its name was used and the gains were shared among persons: no unit crime"), new LegalRef("法释〔1999〕14号第3条")));
            else
                remarks.Add(new Remark(new Text("单位判处罚金；直接负责的主管人员和其他直接责任人员按各条处罚", "the unit is fined; those directly responsible are punished under the article"), unit));
        }

        // conventions and bars, each with its status
        void Lenience()
        {
            if (governing.HighBand == 0)
                return;
            if (person.PleadsGuilty == true)
            {
                var (plea, most) = (Rules.Plea, person.FurtherLeniency == true ? Rules.Plea.WithOthers : Rules.Plea.Alone);
                remarks.Add(new Remark(new Text($"认罪认罚：基准刑至多减少 {most}%{(most == plea.Alone ? $"；另有{plea.Others}的，至多 {plea.WithOthers}%" : "")}；{plea.Note}",
                    $"plea of guilty: the base sentence is reduced by at most {most} %{(most == plea.Alone ? $", {plea.WithOthers} % with surrender, restitution or forgiveness" : "")}; not counted twice with a confession"), plea.Reference));
            }
            if (governing.Band(Math.Max(1, governing.LowBand)) is { MinMonths: < 36 })
                remarks.AddRange(Rules.Probation.Where(p => p.IsInForce(facts.HandledOn)).Select(p => p.Remark));
        }

        // acts that can no longer be prosecuted are not added up (法释〔2025〕5号第29条)
        void Barred()
        {
            if (governing.Band(Math.Max(1, governing.LowBand)) is not { } band)
                return;
            foreach (var act in acts.Where(a => (a.To ?? a.From) is { } last && Sentencing.Limit(Rules, band.Life ? null : band.MaxMonths, last).BarredFrom <= facts.HandledOn))
                remarks.Add(new Remark(new Text($"行为 {act.Id} 止于 {(act.To ?? act.From):yyyy-MM-dd}，可能已过追诉时效；已过的不累计。立案、控告的日期请核实（刑法88）",
                    $"act {act.Id} ended on {(act.To ?? act.From):yyyy-MM-dd} and may be barred; barred acts are not added up. Check when it was filed or complained of (刑法88)"), new LegalRef("刑法87—89；法释〔2025〕5号第29条第1款")));
        }

        IReadOnlyList<FineProposal> Fines(Candidate by)
        {
            if (by.HighBand == 0)
                return [];
            var band = by.Band(Math.Max(1, by.LowBand))!;
            if (band.FineOf is { } share)
                return Total(share.Metric) is { IsKnown: true } f
                    ? [new FineProposal(f.Low * share.From, f.Low * share.To, new Text($"{law.Vocabulary.Standards.Metrics[share.Metric].Title.Zh} {f.Low:#,##0.##} 的 {share.From:0.##}—{share.To:0.##} 倍", $"{share.From:0.##}-{share.To:0.##} times the {law.Vocabulary.Standards.Metrics[share.Metric].Title.En} of {f.Low:#,##0.##}"), charge.Reference)]
                    : [];
            var rule = Rules.Fines.FirstOrDefault(r => r.From <= by.StandardsOn && (r.To is null || by.StandardsOn <= r.To));
            return rule is null ? [] : Sentencing.Fines(rule, Known(Total("illegal_gains")), Known(Total("illegal_turnover")), band.MinMonths >= 36);

            Figure Total(string metric) =>
                acts.Select(a => figures.Of(a, metric, by.Instrument ?? "")).Aggregate(Figure.Of(metric, 0), (sum, f) => sum.Plus(f));

            static decimal? Known(Figure f) => f.IsKnown ? f.Low : null;
        }

        IReadOnlyList<(int, Limitation)> Limits(Candidate by) =>
            by.HighBand == 0 || acts.All(a => a.To is null && a.From is null) ? []
            : [.. Enumerable.Range(Math.Max(1, by.LowBand), by.HighBand - Math.Max(1, by.LowBand) + 1)
                .Select(n => (n, Sentencing.Limit(Rules, by.Band(n)!.Life ? null : by.Band(n)!.MaxMonths, end)))];
    }

    private List<ConcurrenceProposal> Concur(IReadOnlyList<Conclusion> all)
    {
        var found = new List<ConcurrenceProposal>();
        foreach (var group in all.GroupBy(c => c.Person.Id))
            foreach (var rule in Rules.Concurrence)
                if (group.FirstOrDefault(c => c.Charge.Id == rule.Charges[0]) is { } first && group.FirstOrDefault(c => c.Charge.Id == rule.Charges[1]) is { } second)
                {
                    var shared = first.Acts.Intersect(second.Acts).Any();
                    if (rule.Kind == ConcurrenceKind.Heavier ? !shared : second.Acts.All(a => a.OwnProduct != rule.OwnProduct))
                        continue;
                    found.Add(Propose(rule, first, second));
                }
        return found;
    }

    private static ConcurrenceProposal Propose(ConcurrenceRule rule, Conclusion first, Conclusion second)
    {
        var (a, b) = (first.Charge.Title, second.Charge.Title);
        if (rule.Kind == ConcurrenceKind.Plural)
            return new ConcurrenceProposal(first.Person.Id, first.Charge.Id, second.Charge.Id, rule.Kind, null, new Text($"{a.Zh}与{b.Zh}，数罪并罚", $"{a.En} and {b.En}: both are punished"), rule.Reference);
        if (rule.Kind == ConcurrenceKind.Absorbed)
            return new ConcurrenceProposal(first.Person.Id, first.Charge.Id, second.Charge.Id, rule.Kind, first.Charge.Id, new Text($"销售自己制造的，只定{a.Zh}", $"sale of one's own products: only {a.En}"), rule.Reference);
        var settled = first.LowBand == first.HighBand && second.LowBand == second.HighBand;
        var weight = Heavier(first.Governing.Band(first.LowBand), second.Governing.Band(second.LowBand));
        var prefer = !settled || weight == 0 ? null : weight > 0 ? first.Charge.Id : second.Charge.Id;
        return new ConcurrenceProposal(first.Person.Id, first.Charge.Id, second.Charge.Id, rule.Kind, prefer,
            prefer is null ? new Text($"{a.Zh}与{b.Zh}竞合，依照处罚较重的定罪：哪一个较重尚不能定", $"{a.En} and {b.En} compete, the heavier counts: which one cannot be said yet")
            : new Text($"{a.Zh}与{b.Zh}竞合，依照处罚较重的定罪：第{prefer}条", $"{a.En} and {b.En} compete, the heavier counts: Art. {prefer}"), rule.Reference);
    }

    /// <summary>Above zero where the first band is the heavier: the higher maximum, then the higher minimum.</summary>
    public static int Heavier(Band? first, Band? second) => Band.CompareWeight(first, second);
}
