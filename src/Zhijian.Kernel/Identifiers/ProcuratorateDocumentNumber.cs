namespace Zhijian.Kernel.Identifiers;

/// <summary>
/// 检察文书号: 长检一部刑诉〔2020〕64号, the office up to 检, department and kind of document, the year, the serial. The words for the kinds are
/// not a published list, so they are shown and not judged.
/// </summary>
public static class ProcuratorateDocumentNumber
{
    public static Identified Read(string? text)
    {
        var spelling = Spelling.OfDocument(text);
        spelling.Brackets('〔', '〕', silent: "");
        var (value, doubts) = (spelling.Value, spelling.Notes);
        if (value.Length is 0 or > Spelling.Longest)
            return Not(1, "为空或过长", "empty or too long");
        var scan = new NumberScan(value);
        var words = scan.Words();
        var mark = words.IndexOf('检');
        if (mark < 0)
            return Not(1, "年份前应有含“检”的院简称", "the short name of the office, with 检, is expected before the year");
        if (!scan.Take('〔'))
            return Not(scan.Position, "应为〔年份〕", "a year in brackets is expected");
        var year = scan.Digits(4);
        if (year.Length != 4 || !scan.Take('〕'))
            return Not(scan.Position, "应为四位年份和“〕”", "four digits and 〕 are expected");
        if (scan.Take('第'))
            doubts.Add(new Text("编号前的“第”已去掉", "第 before the serial was removed"));
        var serial = scan.Digits();
        if (serial.Length == 0)
            return Not(scan.Position, "应为编号", "the serial is expected");
        if (!scan.Take('号'))
            doubts.Add(new Text("缺少“号”，已补上", "号 is missing and was added"));
        if (!scan.AtEnd)
            return Not(scan.Position, $"“{scan.Next}”之后不应有内容", $"nothing may follow: “{scan.Next}”");
        if (mark == words.Length - 1)
            doubts.Add(new Text("“检”后没有部门或文种", "no department or kind of document after 检"));
        return Identified.Of(IdentifierKind.DocumentNumber, $"{words}〔{year}〕{serial}号",
        [
            new(new Text("院简称", "office"), words[..(mark + 1)]),
            new(new Text("部门和文种", "department and kind"), words[(mark + 1)..]),
            new(new Text("年度", "year"), year),
            new(new Text("编号", "serial"), serial),
        ], doubts);
    }

    private static NotThis Not(int position, string zh, string en) => Identified.Not(IdentifierKind.DocumentNumber, $"第 {position} 个字符：{zh}", $"character {position}: {en}");
}
