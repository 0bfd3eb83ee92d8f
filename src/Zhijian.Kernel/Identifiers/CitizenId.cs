using System.Globalization;

namespace Zhijian.Kernel.Identifiers;

/// <summary>
/// 公民身份号码, GB 11643-1999: area, day of birth, sequence (odd: male), check modulo 11. The old form of 15 digits has no century and no
/// check; it stands in old files and is never more than doubtful. A passport or a permit is said to be one.
/// </summary>
public static class CitizenId
{
    internal const string Masks = "*×＊✱";

    private const string Checks = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static Identified Read(string? text)
    {
        var spelling = Spelling.OfCode(text);
        var (code, doubts) = (spelling.Value, spelling.Notes);
        if (code.AsSpan().ContainsAny(Masks))
            return Identified.Not(IdentifierKind.CitizenId, "部分数字被遮盖，不能核对", "some digits are masked: it cannot be checked");
        if (Other(code) is { } other)
            return other;
        if (code.Length is not (15 or 18))
            return Identified.Not(IdentifierKind.CitizenId, $"应为 18 位（旧号 15 位），现有 {code.Length} 位", $"18 digits are needed (15 in the old form), there are {code.Length}");
        for (var i = 0; i < code.Length; i++)
            if (!char.IsAsciiDigit(code[i]) && !(i == 17 && code[i] == 'X'))
                return Identified.Not(IdentifierKind.CitizenId, $"第 {i + 1} 位“{code[i]}”应为数字{(i == 17 ? "或 X" : "")}", $"position {i + 1}: “{code[i]}” should be a digit{(i == 17 ? " or X" : "")}");
        var old = code.Length == 15;
        var written = old ? "19" + code[6..12] : code[6..14];
        if (!DateOnly.TryParseExact(written, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || born.Year is < 1850 or > 2100)
            return Identified.Not(IdentifierKind.CitizenId, $"第 7 至 {(old ? 12 : 14)} 位“{code[6..(old ? 12 : 14)]}”不是出生日期", $"positions 7 to {(old ? 12 : 14)}: “{code[6..(old ? 12 : 14)]}” is no day of birth");
        if (Provinces.Of(code) is null)
            doubts.Add(Provinces.Unknown(code[..6], 1));
        if (old)
            doubts.Add(new Text($"15 位旧号，没有校验码，不能核对；升位后为 {Longer(code)}", $"the old form of 15 digits has no check; in the new form it is {Longer(code)}"));
        else if (Check(code) is var check && check != code[17])
            doubts.Add(new Text($"第 18 位校验码应为“{check}”：某一位可能有误", $"position 18 should be “{check}”: some digit is wrong"));
        var sequence = old ? code[12..] : code[14..17];
        return Identified.Of(IdentifierKind.CitizenId, code,
        [
            Provinces.Part(code[..6]),
            new(new Text("出生日期", "day of birth"), born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new(new Text("顺序码", "sequence"), sequence, (sequence[2] - '0') % 2 == 1 ? new Text("男", "male") : new Text("女", "female")),
        ], doubts);
    }

    private static char Check(string code)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (code[i] - '0') * Weights[i];
        return Checks[sum % 11];
    }

    private static string Longer(string old)
    {
        var body = $"{old[..6]}19{old[6..]}";
        return body + Check(body);
    }

    /// <summary>The other documents that are given in the place of an identity card, by their shape.</summary>
    private static NotThis? Other(string code)
    {
        var digits = code.Length > 1 && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
        return code switch
        {
            [('H' or 'M'), ..] when digits && code.Length is 9 or 11 => Identified.Not(IdentifierKind.CitizenId, "像是港澳居民来往内地通行证号，不是公民身份号码", "probably a travel permit of a Hong Kong or Macao resident, no citizen id"),
            [>= 'A' and <= 'Z', ..] when digits && code.Length is 8 or 9 or 10 => Identified.Not(IdentifierKind.CitizenId, "像是护照或其他出入境证件号，不是公民身份号码", "probably a passport or another travel document, no citizen id"),
            [>= '0' and <= '9', ..] when digits && code.Length == 8 => Identified.Not(IdentifierKind.CitizenId, "8 位数字：像是台湾居民来往大陆通行证号，不是公民身份号码", "8 digits: probably a travel permit of a Taiwan resident, no citizen id"),
            ['8', '1' or '2' or '3', '0', '0', '0', '0', ..] when code.Length == 18 => Identified.Not(IdentifierKind.CitizenId, "像是港澳台居民居住证号，不是公民身份号码", "probably a residence permit of a Hong Kong, Macao or Taiwan resident, no citizen id"),
            _ => null,
        };
    }
}
