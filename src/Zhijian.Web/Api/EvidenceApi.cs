using Microsoft.AspNetCore.Http.Features;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>The exhibits of a matter with what they prove, and the catalogue of its file.</summary>
public sealed record EvidenceView(string Matter, long Version, IReadOnlyList<ExhibitView> Exhibits, IReadOnlyList<ProofTableView> Proof, IReadOnlyList<CatalogueLine> Catalogue, IReadOnlyList<FrozenCatalogue> Frozen);

/// <summary>An exhibit as whoever asks may know it.</summary>
public sealed record ExhibitView(
    string Id, string Title, ExhibitKind Kind, Text KindTitle, Track FoundIn, ExhibitForm Form, string CollectedBy, string? CollectedFrom, string? Place, PartialDate? CollectedOn, string? Volume, string? Pages,
    DateOnly TakenInOn, IReadOnlyList<string> KeptTo, IReadOnlyList<AttachedDocument> Files, IReadOnlyList<CustodyEntry> Custody, string? Seal, DateOnly? GoneOn, ExhibitExamination? Examination,
    DateOnly? WithdrawnOn, string? WithdrawnWhy, IReadOnlyList<GoodsLine> Goods, IReadOnlyList<Capture> Captures)
{
    public static ExhibitView Of(Exhibit e) => new(
        e.Id, e.Is.Title, e.Is.Kind, e.Is.Kind.Label(), e.Is.FoundIn, e.Is.Form, e.Is.CollectedBy, e.Is.CollectedFrom, e.Is.Place, e.Is.CollectedOn, e.Is.Volume, e.Is.Pages,
        e.Is.On, [.. e.KeptTo], e.Files, e.Custody, e.Seal, e.GoneOn, e.Examination, e.Withdrawn?.On, e.Withdrawn?.Reason, e.Goods, e.Captures);
}

/// <summary>What is to be proved against one person under one charge.</summary>
public sealed record ProofTableView(string Person, string PersonName, string Charge, Text ChargeTitle, Article? Article, IReadOnlyList<ProofRowView> Elements)
{
    public static ProofTableView Of(ProofTable t) => new(t.Person, t.PersonName, t.Charge, t.ChargeTitle, Api.Article.Of(t.Reference),
        [.. t.Rows.Select(r => new ProofRowView(r.Element, r.Title, r.ByStandards, r.Gap, [.. r.Exhibits.Select(x => new TieView(x.Exhibit.Id, x.Tie.Strength, x.Tie.Passage, x.Tie.Note))]))]);
}

/// <summary>One element and how it stands.</summary>
public sealed record ProofRowView(string Element, Text Title, bool ByStandards, ProofGap Gap, IReadOnlyList<TieView> Exhibits);

/// <summary>An exhibit that proves an element.</summary>
public sealed record TieView(string Exhibit, ProofStrength Strength, string? Passage, string? Note);

/// <summary>What would fall if an exhibit were withdrawn.</summary>
public sealed record WhatFallsView(
    string Exhibit, bool IsNothing, IReadOnlyList<FallenElement> Elements, IReadOnlyList<Amount> Amounts, IReadOnlyList<FallenFact> Facts, IReadOnlyList<string> Findings, IReadOnlyList<string> Uses)
{
    public static WhatFallsView Of(Exhibit exhibit, WhatFalls f) => new(
        exhibit.Id, f.IsNothing, [.. f.Elements.Select(e => new FallenElement(e.Table.Person, e.Table.Charge, e.Row.Element, e.Row.Title, e.After))], f.Amounts,
        [.. f.Facts.Select(x => new FallenFact(x.Person, x.Charge, x.Field))], [.. f.Findings.Select(x => x.Id)], [.. f.Uses.Select(u => $"{u.Item} {Words.Kebab(u.From)} → {Words.Kebab(u.To)}")]);
}

/// <summary>An element that is left without an exhibit, or with one weak one.</summary>
public sealed record FallenElement(string Person, string Charge, string Element, Text Title, ProofGap After);

/// <summary>An established fact whose source is the exhibit.</summary>
public sealed record FallenFact(string Person, string Charge, string Field);

/// <summary>Reading the evidence of a matter.</summary>
public static class EvidenceApi
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/matters/{id}/evidence", ReadAsync).Produces<EvidenceView>()
            .WithName("get-evidence").WithSummary("证据与证明对象 · Exhibits and what they prove").WithTags("matter");
        api.MapGet("/matters/{id}/evidence/file.zip", ExportAsync).Produces(200, contentType: "application/zip")
            .WithName("export-file").WithSummary("导出电子卷宗 · The electronic file with its hashes").WithTags("matter");
        api.MapGet("/matters/{id}/evidence/{exhibit}/falls", FallsAsync).Produces<WhatFallsView>()
            .WithName("get-what-falls").WithSummary("撤下这件证据，什么不再成立 · What falls with an exhibit").WithTags("matter");
    }

    private static async Task<IResult> ReadAsync(string id, HttpContext http, Platform platform) =>
        await Reading.FindAsync(id, http, platform) is { } matter ? Results.Json(Of(platform, matter), Json.Options) : Problems.NotFound;

    /// <summary>As whoever the matter was folded for may know it.</summary>
    public static EvidenceView Of(Platform platform, Matter matter) => new(
        matter.Id.Value, matter.Version, [.. matter.Exhibits.Select(ExhibitView.Of)], [.. ProofMatrix.Of(matter, platform.Law, platform.Runner.Today).Select(ProofTableView.Of)], FileCatalogue.Of(matter), matter.Catalogues);

    private static async Task<IResult> ExportAsync(string id, HttpContext http, Platform platform)
    {
        if (await Reading.FindAsync(id, http, platform) is not { } matter)
            return Problems.NotFound;
        http.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true; // ZipArchive closes an entry with a few bytes in that way
        return Results.Stream(body => FileExport.WriteAsync(matter, platform.Store.Attachments, body, http.RequestAborted), "application/zip", $"{matter.Id}.zip");
    }

    private static async Task<IResult> FallsAsync(string id, string exhibit, HttpContext http, Platform platform) =>
        await Reading.FindAsync(id, http, platform) is { } matter && matter.Exhibit(exhibit) is { } found
            ? Results.Json(WhatFallsView.Of(found, WhatFalls.Of(matter, found, platform.Law, platform.Runner.Today)), Json.Options)
            : Problems.NotFound;
}
