using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Api;

/// <summary>One term to be counted, or several in <see cref="Requests"/>. Dates are 2026-09-03; a term in hours needs the moment, 2026-09-03T14:30.</summary>
public sealed record TermRequest
{
    /// <summary>期限编号 · id of the term, e.g. CR-PR-STD.</summary>
    public string? Term { get; init; }

    /// <summary>起算事件的日期或时刻 · day or moment of the event.</summary>
    public string? Start { get; init; }

    /// <summary>detained, free; 不填为未知 · unknown when absent.</summary>
    public string? Custody { get; init; }

    /// <summary>已批准的延长，依次 · extensions that were granted, in order.</summary>
    public IReadOnlyList<ExtensionRequest>? Extensions { get; init; }

    /// <summary>不计入的期间 · times that do not count.</summary>
    public IReadOnlyList<SuspensionRequest>? Suspensions { get; init; }

    /// <summary>重新计算 · counted anew.</summary>
    public RestartRequest? Restart { get; init; }

    /// <summary>一次计算多个，至多 1000 个 · several at once, at most 1,000; then nothing else stands beside it.</summary>
    public IReadOnlyList<TermRequest>? Requests { get; init; }
}

/// <summary>An extension: the id of its term, or a length as it was approved.</summary>
public sealed record ExtensionRequest
{
    public string? Term { get; init; }

    public int? Length { get; init; }

    /// <summary>hour, day, working-day, month, year.</summary>
    public string? Unit { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Days that do not count, both ends included; without <see cref="To"/> it still lasts.</summary>
public sealed record SuspensionRequest
{
    public string? From { get; init; }

    public string? To { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The day of the event from which the term is counted anew.</summary>
public sealed record RestartRequest
{
    public string? On { get; init; }

    public string? Reason { get; init; }
}

/// <summary>
/// Reads a request to count a term. Whoever asks needs no sign-in, so everything is bounded: the longest walk of one request is some
/// decades, day by day.
/// </summary>
internal sealed class TermRequestReader(LawBook law, string prefix)
{
    private const int MostExtensions = 5;
    private const int MostSuspensions = 10;
    private const int LongestSuspension = 1_830;
    private const int LongestReason = 200;

    private static readonly LegalRef NotNamed = new("", RefStatus.Unverified);

    public List<FieldError> Errors { get; } = [];

    /// <returns>What to count; null when <see cref="Errors"/> says why not.</returns>
    public (Term Term, CountFrom From)? Read(TermRequest request)
    {
        var term = request.Term is null ? null : law.Terms.GetValueOrDefault(request.Term.ToUpperInvariant());
        if (term is null)
            Wrong("term", request.Term is null ? Missing : new Text($"没有期限“{request.Term}”", $"there is no term “{request.Term}”"));
        var moment = Moment("start", request.Start);
        var custody = request.Custody is null ? Custody.Unknown : Words.Parse<Custody>(request.Custody);
        if (custody is null)
            Wrong("custody", new Text("须为 detained、free 或 unknown", "must be detained, free or unknown"));
        Bound("extensions", request.Extensions?.Count, MostExtensions);
        Bound("suspensions", request.Suspensions?.Count, MostSuspensions);
        if (Errors.Count > 0)
            return null;
        var plain = new CountFrom(moment!.Value.Day, custody!.Value)
        {
            Hour = moment.Value.Hour,
            Restart = request.Restart is { } restart ? Restart(restart) : null,
            Suspensions = [.. (request.Suspensions ?? []).Select((s, i) => Suspension(s, $"suspensions[{i}].")).OfType<Suspension>()],
        };
        var day = plain.Restart?.On ?? plain.Start;
        var whole = plain with { Extensions = [.. (request.Extensions ?? []).Select((e, i) => Extension(e, $"extensions[{i}].", day)).OfType<Extension>()] };
        return Errors.Count > 0 ? null : (term!, whole);
    }

    private Extension? Extension(ExtensionRequest? given, string at, DateOnly day)
    {
        if (given?.Term is { } id)
        {
            if (given.Length is not null || given.Unit is not null)
                return Nothing<Extension>(at + "length", new Text("期限编号与长度只填其一", "give the id of the term or a length, not both"));
            if (law.Terms.GetValueOrDefault(id.ToUpperInvariant()) is not { } term)
                return Nothing<Extension>(at + "term", new Text($"没有期限“{id}”", $"there is no term “{id}”"));
            return term.ValueOn(day) is { } value ? new Extension(term.Title, value)
                : Nothing<Extension>(at + "term", new Text($"{day:yyyy-MM-dd} 时适用的规定未录入", $"the text in force on {day:yyyy-MM-dd} is not recorded"));
        }
        if (given?.Length is not { } length)
            return Nothing<Extension>(at + "length", Missing);
        if (Words.Parse<TermUnit>(given.Unit) is not { } unit || unit is TermUnit.DayBefore or TermUnit.SameDay)
            return Nothing<Extension>(at + "unit", new Text("须为 hour、day、working-day、month 或 year", "must be hour, day, working-day, month or year"));
        var most = unit switch { TermUnit.Year => 5, TermUnit.Month => 60, _ => 1_830 };
        return length > 0 && length <= most ? new Extension(Reason(given.Reason, at, new Text("已批准的延长", "extension as approved")), new TermValue(day, length, unit, NotNamed))
            : Nothing<Extension>(at + "length", new Text($"须为 1 至 {most}", $"must be from 1 to {most}"));
    }

    private Suspension? Suspension(SuspensionRequest? given, string at)
    {
        var (from, to) = (Moment(at + "from", given?.From)?.Day, given?.To is { } text ? Moment(at + "to", text)?.Day : null);
        if (from is not { } first || (given!.To is not null && to is null))
            return null;
        if (to < first || to?.DayNumber - first.DayNumber > LongestSuspension)
            return Nothing<Suspension>(at + "to", new Text($"不早于起日，至多 {LongestSuspension} 日", $"not before its first day and at most {LongestSuspension} days"));
        return new Suspension(Reason(given.Reason, at, new Text("不计入的期间", "days that do not count")), first, to, NotNamed);
    }

    private Restart? Restart(RestartRequest given) => Moment("restart.on", given.On) is { } on
        ? new Restart(Reason(given.Reason, "restart.", new Text("重新计算的事由", "event that restarts it")), on.Day, NotNamed) : null;

    private Text Reason(string? given, string at, Text otherwise)
    {
        if (given?.Length > LongestReason)
            Wrong(at + "reason", new Text($"至多 {LongestReason} 字", $"at most {LongestReason} characters"));
        return string.IsNullOrWhiteSpace(given) ? otherwise : new Text(given, given);
    }

    private (DateOnly Day, TimeOnly? Hour)? Moment(string field, string? text)
    {
        if (text is null)
        {
            Wrong(field, Missing);
            return null;
        }
        (DateOnly Day, TimeOnly? Hour)? read = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, null)
            : DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? (DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment)) : null;
        if (read is { Day.Year: >= 1949 and <= 2100 })
            return read;
        Wrong(field, new Text($"“{text}”须为 1949 至 2100 年的日期或时刻，如 2026-09-03、2026-09-03T14:30", $"“{text}” must be a day or moment from 1949 to 2100, e.g. 2026-09-03 or 2026-09-03T14:30"));
        return null;
    }

    private void Bound(string field, int? count, int most)
    {
        if (count > most)
            Wrong(field, new Text($"至多 {most} 项", $"at most {most}"));
    }

    private static Text Missing => new("必填", "is required");

    private T? Nothing<T>(string field, Text says)
        where T : class
    {
        Wrong(field, says);
        return null;
    }

    private void Wrong(string field, Text says) => Errors.Add(new FieldError(prefix + field, says));
}
