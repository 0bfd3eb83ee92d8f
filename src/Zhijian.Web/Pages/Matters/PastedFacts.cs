using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Reading;

namespace Zhijian.Web.Pages.Matters;

/// <summary>
/// A pasted fact section with what it seems to state, and the way of each ticked proposal into the fields of the form. The text itself goes
/// back to the page and nowhere else: not into the record, not into a log. Pure.
/// </summary>
public sealed class PastedFacts
{
    /// <summary>More rows than this nobody checks one by one.</summary>
    public const int MostRows = 300;

    private static readonly PastedTarget ActsFrom = new("actsFrom", new("行为起于", "acts from"));
    private static readonly PastedTarget ActsTo = new("actsTo", new("行为止于", "acts to"));

    private readonly Vocabulary _vocabulary;

    private PastedFacts(string text, Vocabulary vocabulary)
    {
        (Text, _vocabulary) = (text.ReplaceLineEndings("\n"), vocabulary);
        (Proposals, Refused) = new FactReader(vocabulary).Read(Text);
        // a date that stands five times is one choice
        List<PastedRow> rows = [.. Proposals.DistinctBy(p => p is DateProposal d ? (object)(d.On, d.To) : p).Select(p => new PastedRow(p, Before(p), Targets(p))).Where(r => r.Targets.Count > 0)];
        Rows = [.. rows.OrderBy(r => ProposalKinds.Of(r.Proposal)).ThenBy(r => r.Proposal.Start).Take(MostRows)];
        Left = rows.Count - Rows.Count;
    }

    public string Text { get; }

    public IReadOnlyList<Proposal> Proposals { get; }

    /// <summary>Those that can fill a field, by kind.</summary>
    public IReadOnlyList<PastedRow> Rows { get; }

    /// <summary>How many more there were than are shown.</summary>
    public int Left { get; }

    public Text? Refused { get; }

    /// <summary>Ticks belong to the text that was shown with them: another text, another mark.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)).AsSpan(0, 8));

    /// <summary>Null where nothing was pasted.</summary>
    public static PastedFacts? Of(string text, Vocabulary vocabulary) => string.IsNullOrWhiteSpace(text) ? null : new PastedFacts(text, vocabulary);

    /// <summary>The form with the ticked proposals in its fields, and how many they were; those that found no place stay ticked nowhere and are counted.</summary>
    public (RegisterForm Form, int Taken, int NoPlace) Take(RegisterForm form)
    {
        var ticked = form.All("take").ToHashSet(StringComparer.Ordinal);
        var filling = new FormFilling(form);
        var (taken, noPlace) = (0, 0);
        foreach (var row in Rows.Where(r => ticked.Contains(r.Key)))
        {
            var into = form[$"into.{row.Key}"];
            if (row.Targets.Any(t => t.Value == into) && Fill(filling, row.Proposal, into))
                taken++;
            else
                noPlace++;
        }
        return (filling.Done(), taken, noPlace);
    }

    private bool Fill(FormFilling form, Proposal proposal, string into) => (proposal, into) switch
    {
        (PersonProposal p, "persons") => form.Row("persons", ("name", p.Surface), ("unit", p.IsUnit ? "true" : "")),
        (PersonProposal p, "holders") => form.Row("holders", ("name", p.Surface)),
        (DateProposal d, "actsFrom") => form.Date("actsFrom", d.On, earliest: true),
        (DateProposal d, "actsTo") => form.Date("actsTo", d.To ?? d.On, earliest: false),
        (AmountProposal a, _) when into.StartsWith("amounts", StringComparison.Ordinal) => form.Row(
            "amounts", ("kind", into["amounts".Length..].TrimStart('.')), ("yuan", a.Value.ToString("0.##", CultureInfo.InvariantCulture)), ("source", Quote(a)), ("about", a.Approximation == Approximation.Exact ? "" : "true")),
        (MarkProposal m, _) => form.Add(into, m.Name, "、"),
        (GoodsProposal g, _) => form.Add(into, g.Surface, "、"),
        _ => form.Add(into, Quote(proposal), "\n"),
    };

    /// <summary>The wording around the place, as the source of an amount: 事实部分：“销售金额共计人民币50余万元”.</summary>
    private string Quote(Proposal p)
    {
        const int reach = 30;
        const string stops = "。；，,;\n";
        var (start, end) = (p.Start, p.End);
        while (start > 0 && p.Start - start < reach && !stops.Contains(Text[start - 1]))
            start--;
        while (end < Text.Length && end - p.End < reach && !stops.Contains(Text[end]))
            end++;
        return $"事实部分：“{Text[start..end].Trim()}”";
    }

    /// <summary>The words just before a number: which of three hundred boxes.</summary>
    private string Before(Proposal p)
    {
        if (p is not (AmountProposal or QuantityProposal))
            return "";
        var start = p.Start;
        while (start > 0 && p.Start - start < 10 && !"。；，、,;：\n“”（）()".Contains(Text[start - 1]))
            start--;
        return Text[start..p.Start];
    }

    private IReadOnlyList<PastedTarget> Targets(Proposal proposal) => proposal switch
    {
        PersonProposal { Role: PersonRole.Defendant or PersonRole.Accomplice } => [new("persons", new("犯罪嫌疑人", "suspects")), new("holders", new("权利人", "right holders"))],
        PersonProposal { Role: PersonRole.Victim or PersonRole.RightHolder } => [new("holders", new("权利人", "right holders")), new("persons", new("犯罪嫌疑人", "suspects"))],
        PersonProposal => [],
        DateProposal d when d.Start > 0 && Text[d.Start - 1] is '至' or '到' or '-' or '—' => [ActsTo, ActsFrom],
        DateProposal => [ActsFrom, ActsTo],
        AmountProposal { Currency: not "CNY" } => [new("note", new("备注", "note"))],
        AmountProposal a => Amounts(a),
        QuantityProposal { Unit: "人" or "名" or "次" or "家" } => [],
        MarkProposal => [new("rightName", new("权利名称", "name of the right"))],
        GoodsProposal => [new("goods", new("涉案物品", "goods"))],
        _ => [new("note", new("备注", "note"))],
    };

    private IReadOnlyList<PastedTarget> Amounts(AmountProposal amount)
    {
        if (decimal.Round(amount.Value, 2) != amount.Value)
            return [new("note", new("备注", "note"))];
        var kinds = _vocabulary.AmountKinds.OrderBy(k => k.Id == amount.Kind ? 0 : 1).Select(k => new PastedTarget($"amounts.{k.Id}", k.Title));
        var open = new PastedTarget("amounts", new("数额，种类待选", "amount, kind open"));
        return amount.Kind is null ? [open, .. kinds] : [.. kinds, open];
    }
}

/// <summary>A proposal with the fields that it may fill, the likeliest first.</summary>
/// <param name="Before">A few words that stand before it, to tell it from its like.</param>
public sealed record PastedRow(Proposal Proposal, string Before, IReadOnlyList<PastedTarget> Targets)
{
    /// <summary>What it is read as, where the wording does not already say just that.</summary>
    public Text? Says => Proposal is AmountProposal or DateProposal or QuantityProposal && Bare(Proposal.Says.Zh) != Bare(Proposal.Surface) ? Proposal.Says : null;

    /// <summary>Names its tick and its choice in the form, and the place in the text.</summary>
    public string Key => KeyOf(Proposal);

    private static string Bare(string text) => text.Replace(" ", "").Replace(",", "").Replace("，", "");

    public static string KeyOf(Proposal p) => $"{Words.Kebab(ProposalKinds.Of(p))}-{p.Start}-{p.Length}";
}

public sealed record PastedTarget(string Value, Text Label);
