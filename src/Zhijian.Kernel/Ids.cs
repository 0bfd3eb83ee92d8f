using System.Text.RegularExpressions;

namespace Zhijian.Kernel;

/// <summary>
/// The readable id of a matter (案件/事项): short name or code of the unit, year, serial, e.g. <c>CQ-JB-2026-0137</c>.
/// It is the stream name in the event log and stays the same for the life of the matter.
/// </summary>
public readonly partial record struct MatterId
{
    private MatterId(string value) => Value = value;

    public string Value { get; }

    public int Year => int.Parse(Value.AsSpan(Value.LastIndexOf('-') - 4, 4));

    public int Serial => int.Parse(Value.AsSpan(Value.LastIndexOf('-') + 1));

    /// <summary>The number as it stands on documents: 知产案〔2026〕0137号.</summary>
    public string CaseNumber => $"知产案〔{Year:D4}〕{Serial:D4}号";

    public static MatterId Of(string unit, int year, int serial) => Parse($"{unit}-{year:D4}-{serial:D4}");

    public static MatterId Parse(string value) =>
        TryParse(value) ?? throw new FormatException($"“{value}” is no matter id; expected e.g. CQ-JB-2026-0137.");

    public static MatterId? TryParse(string? value) => value is not null && Form().IsMatch(value) ? new MatterId(value) : null;

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,8})?-(?:19|20)[0-9]{2}-[0-9]{4,7}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
