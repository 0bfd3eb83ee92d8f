using Zhijian.Kernel;

namespace Zhijian.Matters.Reading;

/// <summary>Marks and works in quotation marks, one or a list of them, beside 商标, 牌, 品牌 and the like; the text of seals is none.</summary>
internal sealed class MarkReader(string text)
{
    private const int Longest = 40;
    private const int Reach = 12;

    private static readonly Text Mark = new("“商标、牌、品牌”旁的引文", "quoted beside a word for a mark");
    private static readonly Text Work = new("书名号", "a title of a work");
    private static readonly string[] Behind = ["商标", "牌", "品牌", "字样", "标识", "标签"];
    private static readonly string[] Before = ["商标", "品牌", "假冒", "标有", "印有", "带有", "仿冒"];

    /// <summary>The list that begins at <paramref name="at"/>; empty when it is none, with the place to go on.</summary>
    public IReadOnlyList<MarkProposal> Read(int at, out int end)
    {
        var quoted = new List<(int Start, int End)>();
        end = at;
        while (Close(end) is { } close)
        {
            quoted.Add((end, close));
            end = close;
            var next = end;
            while (next < text.Length && next - end < 2 && text[next] is '、' or ',' or '，' or '和' or '及' or '与' or '或')
                next++;
            if (next >= text.Length || !IsOpen(text[next]))
                break;
            end = next;
        }
        if (quoted.Count == 0)
        {
            end = at + 1;
            return [];
        }
        end = quoted[^1].End;
        if (text[at] == '《')
            return IsLaw(quoted[0]) ? [] : [.. quoted.Where(q => text[q.Start] == '《' && !IsLaw(q)).Select(q => Make(q, Work))];
        return IsNamed(at, end) ? [.. quoted.Select(q => Make(q, Mark))] : [];
    }

    public static bool IsOpen(char c) => c is '“' or '"' or '《' or '「' or '＂';

    private int? Close(int at)
    {
        var close = text[at] switch { '《' => "》", '「' => "」", '"' or '＂' => "\"＂", _ => "”“" };
        // the closing mark is sometimes typed as an opening one: “水井坊“
        var within = text.AsSpan(at + 1, Math.Min(Longest, text.Length - at - 1)).IndexOfAny(close);
        return within > 0 ? at + within + 2 : null;
    }

    private bool IsNamed(int at, int end)
    {
        var behind = text.Substring(end, Math.Min(Reach, text.Length - end)).Split('。', '；', '，', ',', '\n')[0];
        var before = text[Math.Max(0, at - 6)..at];
        if (behind.Contains('章') || before.Contains("私刻") || text.AsSpan(at, end - at).Contains("专用章", StringComparison.Ordinal))
            return false;
        return behind.Contains("商标") || Behind.Any(w => behind.StartsWith(w, StringComparison.Ordinal) || behind.StartsWith("等" + w, StringComparison.Ordinal))
            || Before.Any(w => before.EndsWith(w, StringComparison.Ordinal) || before.EndsWith(w + "的", StringComparison.Ordinal));
    }

    /// <summary>Statutes, agreements and documents of the case stand in the same marks as a work.</summary>
    private bool IsLaw((int Start, int End) q)
    {
        var name = text.AsSpan(q.Start + 1, q.End - q.Start - 2);
        foreach (var tail in new[] { "法", "条例", "规定", "解释", "意见", "协议", "协议书", "合同", "合同书", "书", "办法", "通知", "笔录", "清单", "报告", "证明", "证", "标准", "表", "函", "决定", "批复", "纪要", "公告", "说明", "单" })
            if (name.EndsWith(tail, StringComparison.Ordinal))
                return true;
        return name.Contains("中华人民共和国", StringComparison.Ordinal) || name.Contains("刑法", StringComparison.Ordinal);
    }

    private MarkProposal Make((int Start, int End) q, Text why) => new(q.Start, q.End - q.Start, text[q.Start..q.End], why, text[(q.Start + 1)..(q.End - 1)]);
}
