using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Intake;

namespace Zhijian.Web.Pages.Matters;

/// <summary>
/// The form of a new matter as it was typed: rows of holders, suspects and amounts, fixed in number without JavaScript. Empty rows do not
/// count. Names of fields: <c>title</c>, <c>persons.0.name</c>, <c>amounts.2.yuan</c>. Pure.
/// </summary>
public sealed class RegisterForm(IReadOnlyDictionary<string, IReadOnlyList<string>> given)
{
    internal const int MostRows = 60;

    private readonly List<FieldError> _errors = [];

    public static readonly IReadOnlyDictionary<string, int> Rows = new Dictionary<string, int>(StringComparer.Ordinal) { ["holders"] = 3, ["persons"] = 4, ["amounts"] = 4 };

    /// <summary>Everything as it came.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Given => given;

    public IReadOnlyList<FieldError> Errors => _errors;

    public string this[string field] => given.TryGetValue(field, out var values) && values.Count > 0 ? values[0].Trim() : "";

    public IReadOnlyList<string> All(string field) => given.GetValueOrDefault(field) ?? [];

    /// <summary>The rows of a kind; “add rows” adds as many again.</summary>
    public int RowsOf(string kind) => Math.Clamp(int.TryParse(this[$"rows.{kind}"], NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : Rows[kind], Rows[kind], MostRows)
        + (this["_more"] == kind ? Rows[kind] : 0);

    public IEnumerable<Text> ErrorsAt(string field) => _errors.Where(e => e.Field == field).Select(e => e.Says);

    public void Add(FieldError error) => _errors.Add(error);

    /// <summary>The command; null when a field is at fault.</summary>
    public RegisterMatter? Bind(LawBook law)
    {
        Require("title", "案件名称", "title");
        var on = Day("on", "登记日期", "date of registration");
        if (law.Vocabulary.Right(this["rightType"]) is null)
            Wrong("rightType", "请选择权利类型", "choose the kind of right");
        var (from, to) = (Partial("actsFrom"), Partial("actsTo"));
        var secrecy = Words.Parse<Secrecy>(this["secrecy"]);
        if (secrecy is null)
            Wrong("secrecy", "请选择知悉范围", "choose who may know the matter");
        var holders = Filled("holders", ["name", "contact"]).Select(Holder).ToList();
        var persons = Filled("persons", ["name", "charges", "others", "measure", "unit"]).Select(i => Person(i, law)).ToList();
        var amounts = Filled("amounts", ["kind", "yuan", "source", "about"]).Select(i => Amount(i, law)).ToList();
        foreach (var twice in persons.Where(p => p.Name.Length > 0).GroupBy(p => p.Name).Where(g => g.Count() > 1))
            Wrong($"persons.{Filled("persons", ["name"]).Last(i => this[$"persons.{i}.name"] == twice.Key)}.name", $"“{twice.Key}”填了两次；同名不同人请加标记", $"“{twice.Key}” stands twice; mark a namesake");
        return _errors.Count > 0 ? null : new RegisterMatter(
            this["title"], on!.Value, this["rightType"], holders, persons, Or("rightName"), Or("goods"), from, to, amounts, secrecy!.Value, Or("lead"), Or("note"));
    }

    /// <summary>Where a refusal of the step belongs: its fields are those of the record, not of the rows.</summary>
    public static string FieldOf(string? refused) => refused switch
    {
        "persons" or "amounts" => $"{refused}.0.name",
        "rightHolders" => "holders.0.name",
        null => "",
        var other => other,
    };

    private IEnumerable<int> Filled(string kind, string[] parts) => Enumerable.Range(0, RowsOf(kind)).Where(i => parts.Any(p => this[$"{kind}.{i}.{p}"].Length > 0));

    private NewRightHolder Holder(int i)
    {
        Require($"holders.{i}.name", $"第 {i + 1} 个权利人的名称", $"name of right holder {i + 1}");
        return new NewRightHolder(this[$"holders.{i}.name"], Or($"holders.{i}.contact"));
    }

    private NewPerson Person(int i, LawBook law)
    {
        var row = $"persons.{i}";
        Require($"{row}.name", $"第 {i + 1} 个嫌疑人的姓名或名称", $"name of suspect {i + 1}");
        var others = this[$"{row}.others"].Split([',', '，', '、', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var unknown in others.Where(o => law.Vocabulary.Charge(o) is null))
            Wrong($"{row}.others", $"第 {i + 1} 个嫌疑人：罪名表中没有“{unknown}”，填罪名或条号", $"suspect {i + 1}: no charge “{unknown}”; give the name or the article");
        var charges = All($"{row}.charges").Concat(others.Select(o => law.Vocabulary.Charge(o)?.Article).OfType<string>()).Distinct(StringComparer.Ordinal).ToList();
        if (charges.Count == 0 && others.Length == 0)
            Wrong($"{row}.charges", $"第 {i + 1} 个嫌疑人：至少选一个罪名", $"suspect {i + 1}: choose at least one charge");
        var unit = this[$"{row}.unit"].Length > 0;
        var measure = this[$"{row}.measure"].Length == 0 ? Measure.Unknown : Words.Parse<Measure>(this[$"{row}.measure"]) ?? Measure.Unknown;
        if (unit && measure is not (Measure.Unknown or Measure.None))
            Wrong($"{row}.measure", $"第 {i + 1} 个嫌疑人是单位，不适用强制措施", $"suspect {i + 1} is a unit: no coercive measure applies");
        return new NewPerson(this[$"{row}.name"], charges, measure, unit);
    }

    private NewAmount Amount(int i, LawBook law)
    {
        var row = $"amounts.{i}";
        if (law.Vocabulary.AmountKind(this[$"{row}.kind"]) is null)
            Wrong($"{row}.kind", $"第 {i + 1} 个数额：请选择种类", $"amount {i + 1}: choose the kind");
        var typed = this[$"{row}.yuan"];
        var isAmount = decimal.TryParse(typed.Replace(",", "").Replace("，", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && decimal.Round(yuan, 2) == yuan;
        if (!isAmount)
            Wrong($"{row}.yuan", $"第 {i + 1} 个数额：“{typed}”不是金额，请填数字，例如 126000", $"amount {i + 1}: “{typed}” is no amount, e.g. 126000");
        Require($"{row}.source", $"第 {i + 1} 个数额的来源", $"source of amount {i + 1}");
        return new NewAmount(this[$"{row}.kind"], new Money(isAmount ? yuan : 0), this[$"{row}.source"], this[$"{row}.about"].Length > 0);
    }

    private void Require(string field, string zh, string en)
    {
        if (this[field].Length == 0)
            Wrong(field, $"“{zh}”未填", $"“{en}” is empty");
    }

    private DateOnly? Day(string field, string zh, string en)
    {
        var day = PartialDate.TryParse(this[field])?.Day;
        if (day is null)
            Wrong(field, this[field].Length == 0 ? $"“{zh}”未填" : $"“{this[field]}”不是日期，例如 2026-09-28", this[field].Length == 0 ? $"“{en}” is empty" : $"“{this[field]}” is no date, e.g. 2026-09-28");
        return day;
    }

    private PartialDate? Partial(string field)
    {
        if (this[field].Length == 0)
            return null;
        var date = PartialDate.TryParse(this[field]);
        if (date is null)
            Wrong(field, $"“{this[field]}”不是日期；可填 2024、2024-05 或 2024-05-17", $"“{this[field]}” is no date; give 2024, 2024-05 or 2024-05-17");
        return date;
    }

    private string? Or(string field) => this[field] is { Length: > 0 } text ? text : null;

    private void Wrong(string field, string zh, string en) => _errors.Add(new FieldError(field, new Text(zh, en)));
}
