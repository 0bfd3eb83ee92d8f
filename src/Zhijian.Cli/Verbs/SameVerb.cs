using System.CommandLine;
using Zhijian.Matters.Parties;
using Zhijian.Web.Api;

namespace Zhijian.Cli.Verbs;

/// <summary>The parties of a matter in other matters. Writes nothing; a judgement is the step judge-party.</summary>
internal sealed class SameVerb : Verb
{
    private readonly Argument<string?> _matter;

    public SameVerb(Common common)
        : base(common, "same", common.Say["其他案件中的同一主体", "the same parties in other matters"])
    {
        _matter = Word("MATTER", "案号，如 MS-2026-0001", "id of the matter, e.g. MS-2026-0001");
        Add(common.As);
    }

    public override IReadOnlyList<string> Usage => ["same MATTER [--as USER]"];

    public override string Details => Say[
        "人员、权利人、品牌、网址在其他案件中的提示，分数各行相加等于总分。别的院的案件只告知院名。判断用 zhijian do MATTER judge-party。",
        "Hints where people, right holders, brands and web addresses stand in other matters; the rows of a score add up to it. Of matters of other offices only the office is told. To judge: zhijian do MATTER judge-party."];

    public override IReadOnlyList<(string Line, string What)> Examples => [("same MS-2026-0001 --as lu", Say["每处一行", "one line for each"])];

    public override async Task<int> RunAsync(Call call)
    {
        var given = call.Need(_matter);
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        var found = await SamePartiesView.OfAsync(platform, await platform.Parties.FindAsync(actor, await ShowVerb.FindAsync(call, platform, actor, given), call.Stop), call.Stop);
        if (call.Json)
        {
            call.Result(found);
            return Exit.Ok;
        }
        foreach (var s in found.Seen)
            call.Line($"{s.Own.Id} {s.Own.Name}  →  {s.Matter} {s.Other.Id} {s.Other.Name}  {Say[s.Why]}{(s.Explanation is { } why ? Say[$"，{why.Score:0.0} 比特", $", {why.Score:0.0} bits"] : "")}{(s.Judged is { } j ? $"  [{Say.Of(j.Judgement)}]" : "")}");
        foreach (var e in found.Elsewhere)
            call.Line(Say[$"{e.Own.Id} {e.Own.Name}  →  {e.Office.Name.Zh}（请联系{string.Concat(e.Office.Heads.Select(h => $" {h.Zh}"))}）", $"{e.Own.Id} {e.Own.Name}  →  {e.Office.Name.En} (call{string.Concat(e.Office.Heads.Select(h => $" {h.En}"))})"]);
        call.Line(Say[$"可能同一 {found.Seen.Count} 处；别的院 {found.Elsewhere.Count} 处", $"{found.Seen.Count} may be the same; {found.Elsewhere.Count} with other offices"]);
        return Exit.Ok;
    }
}
