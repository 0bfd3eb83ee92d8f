using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>
/// Make a paper from its template and the facts of the matter (制作文书), or make it again because a fact has changed. One that is per person is
/// made for each.
/// </summary>
public sealed record MakeDocument(
    [Label("制作日期", "Made on")] DateOnly On,
    [Label("文书模板", "Template", HintZh = "模板编号，如 indictment；重新制作时可不填", HintEn = "id of the template, e.g. indictment; not needed to make one again")] string? Template = null,
    [Label("对象", "About", HintZh = "人员、权利人或者监督程序的编号，如 P1、R1、F1；空白为全部可选对象", HintEn = "ids, e.g. P1, R1 or F1; empty = all that it can be about")] IReadOnlyList<string>? Subjects = null,
    [Label("文书特有内容", "What only the paper says", HintZh = "JSON：栏目名和内容", HintEn = "JSON: field and text")] IReadOnlyDictionary<string, string>? Values = null,
    [Label("重新制作第几份", "Make again", HintZh = "已有文书的序号；新制作的不填", HintEn = "number of the paper; empty for a new one")] int? Paper = null)
    : ICommand<MakeDocument>
{
    public static Decision Decide(Matter matter, MakeDocument c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (c.Paper is { } n)
            return Again(matter, c, n, x);
        if (x.Law.Documents.GetValueOrDefault(c.Template?.Trim() ?? "") is not { } template)
            return new UnknownTemplate(c.Template ?? "") { Field = "template" };
        var (subjects, no) = PaperSubjects.Choose(matter, template, c.Subjects ?? [], x.Law);
        if (no is not null)
            return no;
        var values = c.Values ?? new Dictionary<string, string>();
        if (values.FirstOrDefault(v => !string.IsNullOrWhiteSpace(v.Value) && subjects.All(s => FromMatter(template, matter, s, v.Key, x))).Key is { } taken)
            return new ValueComesFromTheMatter(taken, template.Facts[taken].Step) { Field = "values" };
        var made = new List<IEvent>();
        foreach (var subject in subjects)
        {
            // what the record knows of one and not of another is given for the other only
            var (paper, refusal) = Make(template, matter, subject, values.Where(v => !FromMatter(template, matter, subject, v.Key, x)).ToDictionary(StringComparer.Ordinal), x);
            if (paper is null)
                return refusal!;
            made.Add(new PaperMade(
                c.On, matter.Papers.Count + 1 + made.Count, template.Id, template.Name, template.Version, template.Track ?? TrackOf(matter, subject), subject,
                x.Actor.UnitName, x.Actor.Name, paper.Values, paper.Text));
        }
        return Decision.Of(made);
    }

    private static Decision Again(Matter matter, MakeDocument c, int n, StepContext x)
    {
        if (matter.Paper(n) is not { } paper)
            return new UnknownPaper(n) { Field = "paper" };
        if (paper.State != PaperState.Draft)
            return paper.State is PaperState.Finished or PaperState.Cancelled
                ? new FinishedPaperStays(n) { Field = "paper" }
                : new PaperOutOfOrder(n, paper.State.Label(), x.Procedure.Title, x.Procedure.Reference, new Text("先撤回或者退回文书", "withdraw or return it first")) { Field = "paper" };
        if (c.Template is { Length: > 0 } other && other != paper.Template || c.Subjects is { Count: > 0 } ids && !ids.SequenceEqual(paper.Subject.Ids, StringComparer.Ordinal))
            return new PaperKeepsItsSubject(n) { Field = "paper" };
        if (x.Law.Documents.GetValueOrDefault(paper.Template) is not { } template)
            return new UnknownTemplate(paper.Template) { Field = "paper" };
        // what was given before stays, unless the matter knows it by now or it is given anew
        var values = paper.Given().Where(v => !FromMatter(template, matter, paper.Subject, v.Key, x)).ToDictionary(StringComparer.Ordinal);
        foreach (var (field, value) in c.Values ?? new Dictionary<string, string>())
        {
            if (!string.IsNullOrWhiteSpace(value) && FromMatter(template, matter, paper.Subject, field, x))
                return new ValueComesFromTheMatter(field, template.Facts[field].Step) { Field = "values" };
            values[field] = value;
        }
        var (made, refusal) = Make(template, matter, paper.Subject, values, x);
        if (made is null)
            return refusal!;
        return made.Text.Equals(paper.Latest.Text)
            ? new NothingToMakeAnew(n) { Field = "paper" }
            : Decision.Of(new PaperMade(c.On, n, template.Id, template.Name, template.Version, paper.Track, paper.Subject, x.Actor.UnitName, x.Actor.Name, made.Values, made.Text));
    }

    private static (MadePaper? Paper, Refusal? No) Make(DocumentTemplate template, Matter matter, PaperSubject subject, IReadOnlyDictionary<string, string> values, StepContext x)
    {
        if (values.Keys.FirstOrDefault(k => !template.Facts.ContainsKey(k) && template.Asks.All(a => a.Name != k)) is { } odd)
            return (null, new ValueIsNotAsked(odd, template.Name) { Field = "values" });
        if (PaperMaker.Misfit(template, matter, x.Law, subject) is { } misfit)
            return (null, new TemplateDoesNotFit(template.Name, misfit.Known, misfit.Wanted, template.Reference) { Field = "template" });
        var made = PaperMaker.Make(template, matter, x.Law, subject, new PaperBy(x.Actor.UnitName, x.Actor.Name), values);
        return made.Gaps.Count > 0 ? (null, new PaperIsIncomplete(template.Name, made.Gaps, x.Law) { Field = "values" }) : (made, null);
    }

    private static bool FromMatter(DocumentTemplate template, Matter matter, PaperSubject subject, string field, StepContext x) =>
        template.Facts.ContainsKey(field) && new PaperFacts(template, matter, x.Law, subject, new PaperBy("", ""), new Dictionary<string, string>()).Find(field, PaperScope.None) is not null;

    private static Track? TrackOf(Matter matter, PaperSubject subject) => subject.Proceeding is { } id ? matter.Proceeding(id)?.Track : null;
}

public sealed record UnknownTemplate(string Id)
    : Refusal("unknown-template", new Text($"没有文书模板“{Id}”", $"no template “{Id}”"), null, new Text("填 data/documents 中的模板编号，如 indictment", "give the id of a file of data/documents, e.g. indictment"));

public sealed record FinishedPaperStays(int N)
    : Refusal("finished-paper-stays", new Text($"第 {N} 份文书已经完成或者作废，不再变动", $"paper {N} is finished or cancelled; it does not change"), null, new Text("另行制作；有误的先作废", "make another; cancel a wrong one first"));

public sealed record PaperKeepsItsSubject(int N)
    : Refusal("paper-keeps-its-subject", new Text($"第 {N} 份文书的模板和对象不变", $"paper {N} keeps its template and whom it is about"), null, new Text("另行制作一份", "make another one"));

public sealed record NothingToMakeAnew(int N)
    : Refusal("nothing-to-make-anew", new Text($"第 {N} 份文书所依据的内容没有变化", $"nothing that paper {N} rests on has changed"), null, new Text("沿用现有版本", "keep the version that there is"));

public sealed record ValueIsNotAsked(string Name, Text Paper)
    : Refusal("value-is-not-asked", new Text($"“{Paper.Zh}”没有栏目“{Name}”", $"“{Paper.En}” has no field “{Name}”"), null, new Text("只填模板列出的栏目", "give only fields that the template lists"));

public sealed record ValueComesFromTheMatter(string Name, string Step)
    : Refusal(
        "value-comes-from-the-matter",
        new Text($"“{Name}”取自案件记录，不能另填", $"“{Name}” comes from the record and is not given here"),
        null,
        new Text($"有误的，更正步骤 {Step} 的记录后重新制作", $"if it is wrong, correct what {Step} recorded and make the paper again"));

public sealed record TemplateDoesNotFit(Text Paper, string Known, string Wanted, LegalRef Reference)
    : Refusal(
        "template-does-not-fit",
        new Text($"案件记录为“{Known}”，不适用“{Paper.Zh}”", $"the record says “{Known}”; “{Paper.En}” is for “{Wanted}”"),
        Reference,
        new Text("选择相应的模板；记录有误的先更正", "choose the template that fits; correct the record if it is wrong"));

/// <summary>What is missing, and who can give it by which step.</summary>
public sealed record PaperIsIncomplete : Refusal
{
    public PaperIsIncomplete(Text paper, IReadOnlyList<PaperGap> gaps, LawBook? law = null)
        : base(
            "paper-is-incomplete",
            new Text($"“{paper.Zh}”还缺：{string.Join('、', gaps.Select(g => $"{g.Label.Zh}（{g.Field}）"))}", $"“{paper.En}” still lacks {string.Join(", ", gaps.Select(g => $"{g.Label.En} ({g.Field})"))}"),
            null,
            new Text(
                gaps.Count == 0 ? "补齐" : string.Join('；', gaps.Select(g => $"{g.Field}：{Way(g, law, Language.Chinese)}")),
                gaps.Count == 0 ? "fill in what is missing" : string.Join("; ", gaps.Select(g => $"{g.Field}: {Way(g, law, Language.English)}")))) => Gaps = gaps;

    public IReadOnlyList<PaperGap> Gaps { get; }

    private static string Way(PaperGap gap, LawBook? law, Language language)
    {
        var zh = language == Language.Chinese;
        var step = gap.Step is { } id ? (law?.Procedures.GetValueOrDefault(id)?.Title.In(language) ?? id) + (zh ? $"（{id}）" : $" ({id})") : null;
        return (step, gap.MayBeGiven) switch
        {
            (null, true) => zh ? "制作时填写" : "give it with the paper",
            ({ } s, true) => zh ? $"由“{s}”登记，或者制作时填写" : $"recorded by {s}, or given with the paper",
            ({ } s, false) => zh ? $"由“{s}”登记" : $"recorded by {s}",
            _ => zh ? "补充案件记录" : "complete the record",
        };
    }
}

[EventType("document.made")]
public sealed record PaperMade(
    DateOnly On, int Paper, string Template, Text Name, string TemplateVersion, Track? Function, PaperSubject Subject, string Office, string Maker,
    IReadOnlyList<PaperValue> Values, PaperText Text) : IPaperEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        if (matter.Paper(Paper) is null)
            matter.Add(new Paper(Paper, Template, Name, Subject, Function));
        var paper = matter.KnownPaper(Paper);
        paper.Make(new PaperVersion(paper.Versions.Count + 1, On, recorded.Actor, Office, Maker, TemplateVersion, Text, Values));
    }

    public Text Says(Matter matter)
    {
        var about = string.Join('、', Subject.Ids.Select(i => matter.NameOf(i) ?? i));
        return new Text($"制作文书 {Paper}：{Name.Zh}{(about.Length > 0 ? $"（{about}）" : "")}", $"Paper {Paper} made: {Name.En}{(about.Length > 0 ? $" ({about})" : "")}");
    }

    Track? IMatterEvent.Track => Function;
}
