using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.FourChecks;

namespace Zhijian.Web.Pages.Matters;

/// <summary>One function of the four-check board (一案四查).</summary>
/// <param name="Found">What was found, in the words of who checked; null while nobody recorded it.</param>
/// <param name="State">Derived, never typed.</param>
/// <param name="Clock">The earliest clock of that function.</param>
/// <param name="Questions">What the rules asked of that function, what is open first.</param>
/// <param name="IsOutrun">Something was opened after the conclusion had been recorded.</param>
public sealed record CheckCard(Track Track, Text What, CheckResult? Result, string? Found, Text State, Duty? Clock, IReadOnlyList<CheckQuestion> Questions, bool IsOutrun)
{
    /// <summary>Pure. Always four, in the order 刑 民 行 公.</summary>
    public static IReadOnlyList<CheckCard> Of(Matter matter, IReadOnlyList<Duty> duties, LawBook law)
    {
        var questions = CheckQuestions.Of(matter, law);
        return [.. Enum.GetValues<Track>().Select(track =>
        {
            var own = questions.Where(q => q.Function == track).OrderBy(q => q.Answer is not null).ToList();
            var result = matter.Checks.GetValueOrDefault(track);
            return new CheckCard(
                track,
                WhatToCheck(track),
                result,
                result?.Reason,
                StateOf(matter, track, law),
                duties.Where(d => matter.TrackOf(d) == track && d is { Status: DutyStatus.Open, Count.Due: not null }).MinBy(d => d.Count.Due),
                own,
                result is not null && CheckQuestions.IsOutrun(result, own));
        })];
    }

    private static Text WhatToCheck(Track track) => track switch
    {
        Track.Criminal => new Text("犯罪事实；漏犯漏罪；上下游", "the facts; persons and offences left out; suppliers and buyers"),
        Track.Civil => new Text("关联民事裁判是否有误、是否虚假诉讼", "whether related civil judgments are wrong or the suits false"),
        Track.Administrative => new Text("处罚是否适当、应否移送；授权确权诉讼", "whether penalties fit and cases should have been transferred; grant and validity suits"),
        _ => new Text("侵权是否同时损害公共利益", "whether the infringement also harms the public interest"),
    };

    private static Text StateOf(Matter matter, Track track, LawBook law)
    {
        var proceedings = matter.Proceedings.Where(p => p.Track == track).Select(p => law.StageOf(p).Title is var s ? new Text($"{p.Id} {s.Zh}", $"{p.Id} {s.En}") : default).ToList();
        if (track == Track.Criminal && matter.Persons.Count > 0)
            proceedings.Insert(0, matter.Headline());
        return proceedings.Count > 0 ? new Text(string.Join('；', proceedings.Select(p => p.Zh)), string.Join("; ", proceedings.Select(p => p.En))) : Without(matter, track);
    }

    private static Text Without(Matter matter, Track track) => track == Track.Criminal ? new Text("无人在案", "nobody in the track") : matter.Tracks.Contains(track) ? new Text("已成案", "opened") : new Text("未启动", "not opened");
}
