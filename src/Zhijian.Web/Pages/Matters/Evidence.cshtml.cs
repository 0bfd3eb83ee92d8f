using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The exhibits of a matter: what proves which element and where the gaps are, each exhibit with its custody, what falls with it, the catalogue.</summary>
public sealed class EvidenceModel(Platform platform) : MatterPage(platform)
{
    private HashSet<(string Exhibit, string File)> _read = [];

    public IReadOnlyList<ProofTable> Proof { get; private set; } = [];

    public IReadOnlyList<CatalogueLine> Catalogue { get; private set; } = [];

    /// <summary>The steps on exhibits that the actor may take.</summary>
    public IReadOnlyList<Step> Offered { get; private set; } = [];

    /// <summary>The step that has just been taken.</summary>
    public Step? Done { get; private set; }

    /// <summary>The exhibit whose withdrawal is looked at.</summary>
    public Exhibit? Chosen { get; private set; }

    public WhatFalls? Falls { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? falls, string? done)
    {
        if (!await OpenAsync(id))
            return NotFound();
        if (falls is not null)
        {
            Chosen = Matter.Exhibit(falls);
            if (Chosen is null)
                return NotFound();
            Falls = WhatFalls.Of(Matter, Chosen, Platform.Law, Platform.Runner.Today);
        }
        _read = await ReadAsync();
        Proof = ProofMatrix.Of(Matter, Platform.Law, Platform.Runner.Today);
        Catalogue = FileCatalogue.Of(Matter);
        Offered = [.. Platform.Runner.Steps.All.Where(s => OfferedSteps.HomeOf(s) == "/evidence" && May(s.Name))];
        Done = done is null ? null : Platform.Runner.Steps.Find(done);
        return Page();
    }

    /// <summary>Files that the person has not opened yet.</summary>
    public bool IsNew(Exhibit exhibit, AttachedDocument file) => !_read.Contains((exhibit.Id, file.Hash));

    /// <summary>The passage by which an exhibit is tied, and where it can be read; null where it was written by hand, or its file is not open to the person.</summary>
    public (Passage Passage, string Href)? PassageOf(Exhibit exhibit, ExhibitTie tie) =>
        exhibit.MayOpen(Actor.Id) && Passage.TryParse(tie.Passage, exhibit.Files) is { } p ? (p, At($"/read/{exhibit.Id}/{p.File}?page={p.Page}&at={p.Start}%2B{p.Length}#at")) : null;

    public bool MayTake(string step) => May(step);

    public static Text Of(ProofGap gap) => gap switch
    {
        ProofGap.Nothing => new Text("没有证据", "no exhibit"),
        ProofGap.OneWeak => new Text("只有一件弱证据", "only one weak exhibit"),
        _ => new Text("有证据", "proved"),
    };

    public static string Strength(ProofStrength strength) => strength switch { ProofStrength.Direct => "●", ProofStrength.Indirect => "◐", _ => "○" };

    /// <summary>The state of an exhibit in one word.</summary>
    public static Text StateOf(Exhibit e) => e switch
    {
        { Withdrawn: not null } => new Text("已撤下", "withdrawn"),
        { Examination.Verdict: var verdict } => verdict.Label(),
        _ => new Text("未审查", "not examined"),
    };
}
