using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Cli.Verbs;

/// <summary>What the file of a term says, without counting anything.</summary>
internal static class TermFacts
{
    public static void Write(Call call, LawBook law, Term term)
    {
        var say = call.Say;
        if (call.Json)
        {
            call.Result(ToJson(say, term));
            return;
        }
        void Row(string zh, string en, string? value)
        {
            if (value is { Length: > 0 })
                call.Line($"  {Columns.Pad(say[zh, en], 14)}{value}");
        }
        call.Line($"{term.Id}  {say[term.Title]}");
        Row("义务人", "Who", say[term.Obligor]);
        Row("起算", "Starts with", say[term.Trigger]);
        Row("义务", "Duty", say[term.Duty]);
        foreach (var value in term.Values)
            Row("长度", "Length", say[$"{Lengths.In(value).Zh}，{value.From:yyyy-MM-dd} 起（{TermVerb.Cite(say, value.Reference)}）", $"{Lengths.In(value).En}, since {value.From:yyyy-MM-dd} ({TermVerb.Cite(say, value.Reference)})"]);
        Row("计算", "Counting", TermVerb.Cite(say, term.Counting.Reference));
        Row("文书", "Documents", string.Join('、', term.Documents));
        foreach (var extension in term.Extensions)
            Row("延长", "Extension", OfExtension(say, extension));
        foreach (var kinds in term.Exclusions.GroupBy(e => e.Reference))
            Row("不计入", "Not counted", $"{string.Join(say["、", ", "], kinds.Select(k => say[k.Reason]))}{say["（", " ("]}{TermVerb.Cite(say, kinds.Key)}{say["）", ")"]}");
        foreach (var restart in term.Restarts)
            Row("重新计算", "Counted anew", $"{say[restart.Reason]}{Times(say, restart.AtMost)}{say["（", " ("]}{TermVerb.Cite(say, restart.Reference)}{say["）", ")"]}");
        foreach (var variant in term.Variants)
            Row("另有", "Instead", $"{say[variant.Reason]}: {variant.Term}");
        Row("说明", "Note", term.Note);
        call.Line(say[$"计算：zhijian term {term.Id} --from {law.Calendar.Years.Keys.Max()}-09-03", $"To count it: zhijian term {term.Id} --from {law.Calendar.Years.Keys.Max()}-09-03"]);
    }

    private static string OfExtension(Say say, TermExtension extension)
    {
        var length = extension.Values.Count > 0 ? say[Lengths.In(extension.Values[^1])] : say["长度由批准定", "as approved"];
        var by = extension.Approver is { } approver ? say[$"，{approver.Zh}批准", $", approved by the {approver.En}"] : "";
        return $"{say[extension.Reason]}: {length}{by}{Times(say, extension.AtMost)}{say["（", " ("]}{TermVerb.Cite(say, extension.Reference)}{say["）", ")"]}{(extension.Term is { } id ? $" {id}" : "")}";
    }

    private static string Times(Say say, int? most) => most is { } times ? say[$"，以 {times} 次为限", $", at most {times}×"] : "";

    private static object ToJson(Say say, Term term) => new
    {
        term = term.Id, title = say[term.Title], obligor = say[term.Obligor], trigger = say[term.Trigger], duty = say[term.Duty], term.Counting.FirstDay, term.Counting.LastDay,
        term.Counting.MonthEnd, countedBy = term.Counting.Reference.Article, term.Documents, term.Note,
        values = term.Values.Select(v => new { v.From, v.Length, v.Unit, reference = v.Reference.Article, status = v.Reference.Status }),
        extensions = term.Extensions.Select(e => new
        {
            reason = say[e.Reason], e.Term, e.AtMost, approver = e.Approver is { } by ? say[by] : null, length = e.Values.Count > 0 ? (int?)e.Values[^1].Length : null,
            unit = e.Values.Count > 0 ? (TermUnit?)e.Values[^1].Unit : null, reference = e.Reference.Article, status = e.Reference.Status,
        }),
        exclusions = term.Exclusions.Select(e => new { reason = say[e.Reason], reference = e.Reference.Article, status = e.Reference.Status }),
        restarts = term.Restarts.Select(e => new { reason = say[e.Reason], e.AtMost, reference = e.Reference.Article, status = e.Reference.Status }),
        variants = term.Variants.Select(v => new { reason = say[v.Reason], v.Term }),
    };
}
