using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Web.Pages.Terms;

/// <summary>A row of the form: time that does not count.</summary>
/// <param name="Kind">The number of the kind in the file of the term; -1 for one that it does not name.</param>
public sealed record StopRow(int Kind, string From, string To, Text? Error);

/// <summary>
/// The what-if of a term as it stands in the address: term, start, hour, custody, ext (numbers of the extensions), days-N (days approved
/// where the law fixes none), why, from, to (times that do not count, row by row), re and on (counted anew). An address is the whole question.
/// </summary>
public sealed class TermForm
{
    private const int MostStops = 6;
    private const int LongestExtension = 3_660;

    private static readonly LegalRef NotNamed = new("", RefStatus.Unverified);

    private readonly IQueryCollection _query;
    private readonly Term _term;

    private TermForm(IQueryCollection query, Term term) => (_query, _term) = (query, term);

    public IReadOnlySet<int> Extended { get; private set; } = new HashSet<int>();

    public IReadOnlyList<StopRow> Stops { get; private set; } = [];

    public int Restart { get; private set; } = -1;

    public string RestartOn { get; private set; } = "";

    public Text? RestartError { get; private set; }

    public Dictionary<int, Text> ExtensionErrors { get; } = [];

    /// <summary>The circumstances as far as they can be read; null when something must be corrected first.</summary>
    public CountFrom? From { get; private set; }

    public string Days(int extension) => _query[$"days-{extension}"].ToString();

    /// <summary>Terms on the day or backwards are neither extended nor stopped; hours would need the hours of the stop.</summary>
    public bool TakesStops => _term.Values[^1].Unit is not (TermUnit.Hour or TermUnit.DayBefore or TermUnit.SameDay);

    public static TermForm Read(IQueryCollection query, Term term, DateOnly start, TimeOnly? hour, Custody custody)
    {
        var form = new TermForm(query, term);
        form.Extended = new HashSet<int>(query["ext"].Select(Number).Where(n => n >= 0 && n < term.Extensions.Count));
        form.Restart = Number(query["re"]) is var r && r < term.Restarts.Count ? r : -1;
        form.RestartOn = query["on"].ToString();
        var restart = form.ReadRestart();
        var stops = form.ReadStops();
        var extensions = form.Extended.Order().Select(i => form.ReadExtension(i, restart?.On ?? start)).ToList();
        if (form.RestartError is null && form.ExtensionErrors.Count == 0 && form.Stops.All(s => s.Error is null))
            form.From = new CountFrom(start, custody) { Hour = hour, Restart = restart, Suspensions = stops, Extensions = [.. extensions.OfType<Extension>()] };
        return form;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;

    private static DateOnly? Day(string? text) => PartialDate.TryParse(text)?.Day is { Year: >= 1980 and <= 2100 } day ? day : null;

    private Extension? ReadExtension(int i, DateOnly day)
    {
        var offered = _term.Extensions[i];
        if (offered.ValueOn(day) is { } value)
            return new Extension(offered.Reason, value);
        var unit = _term.Values[^1].Unit == TermUnit.WorkingDay ? TermUnit.WorkingDay : TermUnit.Day;
        if (Number(Days(i)) is > 0 and <= LongestExtension and var days)
            return new Extension(offered.Reason, new TermValue(day, days, unit, offered.Reference));
        ExtensionErrors[i] = new Text($"请填批准的日数，1 至 {LongestExtension}", $"fill in the days approved, 1 to {LongestExtension}");
        return null;
    }

    private Restart? ReadRestart()
    {
        if (Restart < 0)
            return null;
        if (Day(RestartOn) is { } on)
            return new Restart(_term.Restarts[Restart].Reason, on, _term.Restarts[Restart].Reference);
        RestartError = new Text("请填重新计算的起算日", "fill in the day from which it is counted anew");
        return null;
    }

    private List<Suspension> ReadStops()
    {
        var (rows, stops) = (new List<StopRow>(), new List<Suspension>());
        if (!TakesStops)
            return stops;
        var (why, from, to) = (_query["why"], _query["from"], _query["to"]);
        for (var i = 0; i < Math.Min(from.Count, MostStops); i++)
        {
            var (first, last) = (from[i] ?? "", i < to.Count ? to[i] ?? "" : "");
            if (first.Length == 0 && last.Length == 0)
                continue;
            var kind = Number(i < why.Count ? why[i] : null) is var n && n < _term.Exclusions.Count ? n : -1;
            var (begin, end) = (Day(first), Day(last));
            var error = begin is null ? new Text($"起日“{first}”不是可用的日期", $"the first day “{first}” is no usable date")
                : last.Length > 0 && end is null ? new Text($"止日“{last}”不是可用的日期", $"the last day “{last}” is no usable date")
                : end < begin ? new Text("止日早于起日", "the last day is before the first") : (Text?)null;
            rows.Add(new StopRow(kind, first, last, error));
            if (error is null)
                stops.Add(kind >= 0
                    ? new Suspension(_term.Exclusions[kind].Reason, begin!.Value, end, _term.Exclusions[kind].Reference)
                    : new Suspension(new Text("其他不计入的期间", "other days that do not count"), begin!.Value, end, NotNamed));
        }
        if (rows.Count < MostStops)
            rows.Add(new StopRow(_term.Exclusions.Count > 0 ? 0 : -1, "", "", null));
        Stops = rows;
        return stops;
    }
}
