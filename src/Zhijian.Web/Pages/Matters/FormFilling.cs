using Zhijian.Kernel;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Puts values into the free fields and rows of a registration form; what a person typed there stays.</summary>
internal sealed class FormFilling(RegisterForm form)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _fields = new(form.Given, StringComparer.Ordinal);

    public RegisterForm Done() => new(_fields);

    /// <summary>The first empty row of a kind, or a new one; false when there may be no more, or when the same stands there already.</summary>
    public bool Row(string kind, params (string Part, string Value)[] parts)
    {
        string[] all = kind switch { "persons" => ["name", "charges", "others", "measure", "unit"], "holders" => ["name", "contact"], _ => ["kind", "yuan", "source", "about"] };
        var rows = Done().RowsOf(kind);
        if (kind != "amounts" && Enumerable.Range(0, rows).Any(i => Now($"{kind}.{i}.name") == parts[0].Value))
            return true;
        var row = Enumerable.Range(0, rows).FirstOrDefault(i => all.All(p => Now($"{kind}.{i}.{p}").Length == 0), rows);
        if (row >= RegisterForm.MostRows)
            return false;
        if (row == rows)
            _fields[$"rows.{kind}"] = [$"{rows + 1}"];
        foreach (var (part, value) in parts.Where(p => p.Value.Length > 0))
            _fields[$"{kind}.{row}.{part}"] = [value];
        return true;
    }

    /// <summary>Of several ticked dates the first for the beginning, the last for the end; a date that was typed counts as one of them.</summary>
    public bool Date(string field, PartialDate date, bool earliest)
    {
        if (PartialDate.TryParse(Now(field)) is { } there && (earliest ? there.Earliest <= date.Earliest : there.Latest >= date.Latest))
            return true;
        _fields[field] = [date.Value];
        return true;
    }

    /// <summary>Behind what stands there, unless it stands there already.</summary>
    public bool Add(string field, string value, string between)
    {
        var now = Now(field);
        if (!now.Contains(value, StringComparison.Ordinal))
            _fields[field] = [now.Length == 0 ? value : now + between + value];
        return true;
    }

    private string Now(string field) => _fields.TryGetValue(field, out var values) && values.Count > 0 ? values[0].Trim() : "";
}
