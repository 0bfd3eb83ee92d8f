using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;
using Zhijian.Matters;

namespace Zhijian.Web.Book;

/// <summary>One fact as it stands: its value or null where it is unknown, and the page that it rests on.</summary>
/// <param name="Figure">Where it was computed: the figure with its steps.</param>
/// <param name="Field">The place of the form where it is filled in.</param>
public sealed record FactRow(Text Name, Text? Value, string? Source, string Field, Figure? Figure = null);

public sealed record FactGroup(Text Title, IReadOnlyList<FactRow> Rows);

/// <summary>The facts of one person under one charge, as a table: what the charge asks for and what was found. Pure.</summary>
public sealed class FactTable(LawBook law, Conclusion conclusion, IReadOnlyDictionary<string, string> sources)
{
    private readonly StandardWords _words = law.Vocabulary.Standards;
    private readonly ActFacts _act = conclusion.Acts.Count > 0 ? conclusion.Acts[0] : new ActFacts { Id = "", Charges = [], Persons = [] };

    public static IReadOnlyList<FactGroup> Of(LawBook law, Conclusion conclusion, IReadOnlyDictionary<string, string>? sources = null)
    {
        var table = new FactTable(law, conclusion, sources ?? new Dictionary<string, string>(StringComparer.Ordinal));
        return
        [
            new FactGroup(new Text("行为", "Acts"), [.. table.Acts()]),
            new FactGroup(new Text("数量与金额（元）", "Quantities and amounts (yuan)"), [.. table.Lines(), .. table.Figures()]),
            new FactGroup(new Text("加重与影响情形", "Aggravating and other circumstances"), [.. table.Circumstances()]),
        ];
    }

    private FactRow Row(string field, string zh, string en, Text? value) => new(new Text(zh, en), value, sources.GetValueOrDefault(field), field);

    private IEnumerable<FactRow> Acts()
    {
        yield return Row("from", "起", "From", Day(_act.From));
        yield return Row("to", "止", "To", Day(_act.To));
        if (conclusion.Charge.Thresholds.Any(t => t.Object is not null))
            yield return Row("object", "对象", "Object", _act.Object is { } o ? _words.Objects.GetValueOrDefault(o, new Text(o, o)) : null);
        yield return Row("continuing", "连续或者继续", "Continuing", YesNo(_act.Continuing));
        if (conclusion.Charge.Id is "214" or "218")
            yield return Row("ownProduct", "货是本人制造的", "Own product", YesNo(_act.OwnProduct));
    }

    private IEnumerable<FactRow> Lines()
    {
        if (_act.Sold is [])
            yield return Row("sold", "已售", "Sold", None);
        foreach (var l in _act.Sold ?? [])
            yield return Line("sold", "已售", "Sold", $"{Digits(l.Quantity)} × {Digits(l.Price)}", l.Source);
        if (_act.Stock is [])
            yield return Row("stock", "未售", "Unsold", None);
        foreach (var l in _act.Stock ?? [])
            yield return Line("stock", l.Labelled ? "未售" : "未售，未附标识", l.Labelled ? "Unsold" : "Unsold, not labelled", $"{Digits(l.Quantity)} × {Digits(l.AverageActual ?? l.Label ?? l.MarketMiddle)}", l.Source);
        foreach (var l in _act.Proceeds ?? [])
            yield return new FactRow(new Text($"收入：{l.Kind}", $"Proceeds: {l.Kind}"), Same(Digits(l.Amount)), l.Source, "proceeds");
        if (_act.Proceeds is [])
            yield return Row("proceeds", "货物以外的收入", "Other proceeds", None);
        foreach (var l in _act.Costs ?? [])
            yield return new FactRow(new Text($"成本：{CostWords.Of(l.Kind).Zh}", $"Cost: {CostWords.Of(l.Kind).En}"), Same(Digits(l.Amount)), l.Source, "costs");
        if (_act.Costs is [])
            yield return Row("costs", "成本", "Costs", None);
    }

    private FactRow Line(string field, string zh, string en, string value, string? source) => new(new Text(zh, en), Same(value), source ?? sources.GetValueOrDefault(field), field);

    /// <summary>The figures that the standards of this charge read, stated or computed.</summary>
    private IEnumerable<FactRow> Figures()
    {
        var amounts = new Amounts(_act, law.Rules, conclusion.Governing.Instrument ?? "");
        var metrics = conclusion.Choice.Candidates.SelectMany(c => c.Standards).Where(s => s.Threshold.Halves.Count == 0 && s.Applies != Answer.No).Select(s => s.Threshold.Metric)
            .Concat(_act.Amounts.Select(a => a.Metric)).Distinct(StringComparer.Ordinal);
        foreach (var metric in metrics.Select(m => _words.Metrics[m]))
        {
            var figure = amounts.Of(metric.Id);
            yield return new FactRow(metric.Title, figure.IsUnknown ? null : Same(AssessmentView.Say(figure) + (metric.Of is null ? "" : $" {metric.Of}")),
                figure.Steps is [{ Source: { } source }] ? source : null, "amounts", figure.Steps.Count > 0 ? figure : null);
        }
        if (conclusion.Charge.Thresholds.Any(t => t.Metric == "rightholder_loss") && _act.Loss is { } loss)
            yield return Row("loss", "商业秘密：取得和使用的方式", "Trade secret: how acquired and used", loss.Case.Label());
    }

    private IEnumerable<FactRow> Circumstances()
    {
        var p = conclusion.Person;
        if (conclusion.Charge.Thresholds.Any(t => t.NeedsTwoKinds))
            yield return Row("marks", "商标（专利）个数", "Marks (patents)", _act.Marks is { } n ? Same($"{n}") : null);
        yield return Row("earlierSanctions", "以前受过的处罚", "Earlier penalties", p.EarlierSanctions switch
        {
            null => null,
            [] => None,
            var s => new Text(
                string.Join('；', s.Select(x => $"{x.Kind.Label().Zh} {string.Join('、', x.Charges)} {(x.On is { } on ? $"{on:yyyy-MM-dd}" : "日期未知")}")),
                string.Join("; ", s.Select(x => $"{x.Kind.Label().En} {string.Join(", ", x.Charges)} {(x.On is { } on ? $"{on:yyyy-MM-dd}" : "date unknown")}"))),
        });
        yield return Row("pleadsGuilty", "认罪认罚", "Pleads guilty", YesNo(p.PleadsGuilty));
        yield return Row("furtherLeniency", "自首、退赔、谅解等", "Surrender, restitution, forgiveness", YesNo(p.FurtherLeniency));
        if (!p.IsUnit)
            yield break;
        yield return Row("existsForCrime", "单位为犯罪而设立", "Unit set up for crime", YesNo(p.ExistsForCrime));
        yield return Row("gainsWentToPersons", "违法所得由个人私分", "Gains shared among persons", YesNo(p.GainsWentToPersons));
    }

    private static readonly Text None = new("没有（已核实）", "none (verified)");

    private static Text Same(string s) => new(s, s);

    private static Text? Day(DateOnly? day) => day is { } d ? Same($"{d:yyyy-MM-dd}") : null;

    private static Text? YesNo(bool? b) => b switch { null => null, true => new Text("是", "yes"), _ => new Text("否", "no") };

    private static string Digits(decimal? n) => n is null ? "?" : AssessmentView.Digits(n.Value);
}

/// <summary>The kinds of cost of data/law/rules/amounts.yaml, in words.</summary>
public static class CostWords
{
    public static Text Of(string kind) => kind switch
    {
        "raw_materials" => new Text("原材料", "raw materials"),
        "purchase_price" => new Text("进货价款", "purchase price"),
        "wages" => new Text("工资", "wages"),
        "rent" => new Text("房租", "rent"),
        "servers" => new Text("服务器", "servers"),
        "transport" => new Text("运输", "transport"),
        "electricity" => new Text("电费", "electricity"),
        "other" => new Text("其他", "other"),
        _ => new Text(kind, kind),
    };
}
