using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zhijian.Kernel;

/// <summary>
/// A date as far as it is known: 2024, 2024-02 or 2024-02-17. Published cases often give no day. A clock cannot start on an
/// unknown day: it asks instead of guessing.
/// </summary>
[JsonConverter(typeof(Json))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(string value) => Value = value;

    /// <summary>The date as written; empty when nothing of it is known.</summary>
    public string Value => field ?? "";

    public static readonly PartialDate Unknown;

    public bool IsKnown => Value.Length > 0;

    /// <summary>The day, when it is known.</summary>
    public DateOnly? Day => Value.Length == 10 ? DateOnly.ParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The first day that it may mean; for ordering only.</summary>
    public DateOnly Earliest => Value.Length switch
    {
        4 => new DateOnly(int.Parse(Value), 1, 1),
        7 => new DateOnly(int.Parse(Value.AsSpan(0, 4)), int.Parse(Value.AsSpan(5, 2)), 1),
        _ => Day ?? DateOnly.MinValue,
    };

    /// <summary>The last day that it may mean: 2024-02 is over on 2024-02-29.</summary>
    public DateOnly Latest => Value.Length switch
    {
        0 => DateOnly.MaxValue,
        4 => new DateOnly(Earliest.Year, 12, 31),
        7 => new DateOnly(Earliest.Year, Earliest.Month, DateTime.DaysInMonth(Earliest.Year, Earliest.Month)),
        _ => Earliest,
    };

    public static PartialDate Of(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static implicit operator PartialDate(DateOnly day) => Of(day);

    public static PartialDate? TryParse(string? text)
    {
        if (text is null)
            return null;
        string[] forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];
        var fits = forms.Any(f => f.Length == text.Length && DateOnly.TryParseExact(text, f, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return fits ? new PartialDate(text) : null;
    }

    /// <summary>Like <see cref="TryParse"/>; the empty text is the unknown date.</summary>
    public static PartialDate Parse(string text) => text.Length == 0 ? Unknown :
        TryParse(text) ?? throw new FormatException($"“{text}” is no date; expected 2024, 2024-02 or 2024-02-17.");

    public int CompareTo(PartialDate other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(PartialDate a, PartialDate b) => a.CompareTo(b) < 0;

    public static bool operator >(PartialDate a, PartialDate b) => a.CompareTo(b) > 0;

    public static bool operator <=(PartialDate a, PartialDate b) => a.CompareTo(b) <= 0;

    public static bool operator >=(PartialDate a, PartialDate b) => a.CompareTo(b) >= 0;

    public override string ToString() => IsKnown ? Value : "未公布";

    private sealed class Json : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is "" ? Unknown : TryParse(reader.GetString()) ?? throw new JsonException($"“{reader.GetString()}” is no date; expected 2024, 2024-02 or 2024-02-17.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
