using System.Buffers;
using Zhijian.Kernel;

namespace Zhijian.Matters.Reading;

/// <summary>
/// Persons and units by the word before them: 被告人程某某, 证人梁某某、高某, 被告单位某公司. Masked names are recognised by their mask, others
/// only where a word that cannot be a part of the name follows.
/// </summary>
internal sealed class PersonReader(string text)
{
    private const int LongestUnit = 40;

    private static readonly (string Word, PersonRole Role, bool Unit)[] Roles =
    [
        ("被告单位", PersonRole.Defendant, true), ("被害单位", PersonRole.Victim, true), ("被告人", PersonRole.Defendant, false), ("犯罪嫌疑人", PersonRole.Defendant, false),
        ("被害人", PersonRole.Victim, false), ("同案人", PersonRole.Accomplice, false), ("同案犯", PersonRole.Accomplice, false), ("同案被告人", PersonRole.Accomplice, false),
        ("证人", PersonRole.Witness, false), ("权利人", PersonRole.RightHolder, true), ("注册人", PersonRole.RightHolder, true), ("商标所有人", PersonRole.RightHolder, true),
    ];

    private static readonly string[] UnitEnds = ["有限责任公司", "股份有限公司", "有限公司", "分公司", "公司", "合作社", "商行", "工厂", "厂", "中心", "集团", "经营部", "门市部", "店"];

    private const string Stops = "，、。；：:,;（(）)的在于自为因与和伙以将经明未到向从及等被对按利通系犯曾先多共已主归供于是至使违出租开购组雇生制销卖贩退到委采非无其虽作\n\r ";

    private static readonly SearchValues<char> UnitStops = SearchValues.Create("，、。；：,;\n“”的");

    private readonly HashSet<(string, PersonRole)> _seen = [];

    /// <summary>The persons named behind a word for a part; empty where none begins here.</summary>
    public IReadOnlyList<PersonProposal> Read(int at, out int end)
    {
        end = at + 1;
        foreach (var (word, role, unit) in Roles)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
                continue;
            end = at + word.Length;
            var why = new Text($"“{word}”之后的名称", "the name behind the word for the part");
            if (unit)
                return UnitEnd(end) is { } closes && New(end, closes, role, why, true) is { } named ? [named] : [];
            var found = new List<PersonProposal>();
            for (var from = end; NameEnd(from) is { } close; from = close + 1)
            {
                if (New(from, close, role, why, false) is { } person)
                    found.Add(person);
                end = close;
                // 被告人甲与乙 says nothing about the part of 乙
                if (At(close) != '、' && (role == PersonRole.Defendant || At(close) is not ('和' or '及')))
                    break;
            }
            return found;
        }
        return [];
    }

    public static bool MayBegin(char c) => c is '被' or '犯' or '同' or '证' or '权' or '注' or '商';

    private PersonProposal? New(int start, int end, PersonRole role, Text why, bool unit)
    {
        var name = text[start..end];
        return _seen.Add((name, role)) ? new PersonProposal(start, end - start, name, why, role, unit) : null;
    }

    private int? NameEnd(int at)
    {
        var i = at;
        if (!IsHan(At(i)) || At(i) == '某')
            return null;
        i++;
        // 金1某, 罗×1, 程某某, 王某甲, 贺××
        var masked = i;
        if (Numeral.IsDigit(At(masked)) && At(masked + 1) == '某')
            return masked + 2;
        while (masked - i < 3 && At(masked) is '某' or '×' or 'X' or 'Ｘ' or '*')
            masked++;
        if (masked > i)
        {
            if ("甲乙丙丁戊己".Contains(At(masked)) || Numeral.IsDigit(At(masked)))
                masked++;
            else if (At(masked) is '一' or '二' or '三' && At(masked - 1) == '某' && (Stops.Contains(At(masked + 1)) || !IsHan(At(masked + 1))))
                masked++;
            return masked;
        }
        if (text.AsSpan(at).StartsWith("陈述", StringComparison.Ordinal))
            return null; // 被害人陈述 is a kind of evidence
        for (var length = 2; length <= 3; length++)
            if (Enumerable.Range(1, length - 1).All(k => IsHan(At(at + k))) && !Stops.Contains(At(at + length - 1)) && (at + length == text.Length || Stops.Contains(At(at + length))) && IsSurname(At(at)))
                return at + length;
        return null;
    }

    private int? UnitEnd(int at)
    {
        var span = text.AsSpan(Math.Min(at, text.Length), Math.Min(LongestUnit, text.Length - Math.Min(at, text.Length)));
        if (span.IndexOfAny(UnitStops) is >= 0 and var stop)
            span = span[..stop];
        foreach (var tail in UnitEnds)
            if (span.IndexOf(tail) is > 1 and var found)
                return at + found + tail.Length;
        return null;
    }

    /// <summary>The hundred most common surnames cover nine persons in ten; others are found when masked.</summary>
    private static bool IsSurname(char c) => "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐庞".Contains(c);

    private static bool IsHan(char c) => c is >= '一' and <= '鿿';

    private char At(int i) => i >= 0 && i < text.Length ? text[i] : '\0';
}
