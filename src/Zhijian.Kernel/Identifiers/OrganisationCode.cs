namespace Zhijian.Kernel.Identifiers;

/// <summary>
/// 组织机构代码, GB 11714-1997: eight places and a check character modulo 11, written D2143569-X. Not issued since 2015, but in older files,
/// and inside every credit code. Modulo 11 cannot tell characters apart whose values differ by 11 or 22 (0 and B), nor every swap that
/// brings the check X into the body, where it counts 33.
/// </summary>
public static class OrganisationCode
{
    private const int Length = 9;

    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    public static Identified Read(string? text)
    {
        var given = (text ?? "").Trim();
        // the hyphen before the check character belongs to the written form
        var spelling = Spelling.OfCode(given.Length == Length + 1 && given[8] == '-' ? given.Remove(8, 1) : given);
        var (code, doubts) = (spelling.Value, spelling.Notes);
        if (code.Length != Length)
            return Identified.Not(IdentifierKind.OrganisationCode, $"应为 9 位，现有 {code.Length} 位", $"9 characters are needed, there are {code.Length}");
        for (var i = 0; i < Length; i++)
            if (!(char.IsAsciiDigit(code[i]) || (i < 8 ? char.IsAsciiLetterUpper(code[i]) : code[i] == 'X')))
                return Identified.Not(IdentifierKind.OrganisationCode, $"第 {i + 1} 位“{code[i]}”不能出现在这里", $"position {i + 1}: “{code[i]}” cannot stand here");
        if (Check(code[..8]) is var check && check != code[8])
            doubts.Add(new Text($"第 9 位校验码应为“{check}”：某一位可能有误", $"position 9 should be “{check}”: some character is wrong"));
        IReadOnlyList<IdentifierPart> parts = [new(new Text("本体代码", "body"), code[..8]), new(new Text("校验码", "check character"), code[8..])];
        return Identified.Of(IdentifierKind.OrganisationCode, $"{code[..8]}-{code[8]}", parts, doubts);
    }

    internal static char Check(string body)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (char.IsAsciiDigit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10) * Weights[i];
        return (11 - sum % 11) switch { 10 => 'X', 11 => '0', var c => (char)('0' + c) };
    }
}
