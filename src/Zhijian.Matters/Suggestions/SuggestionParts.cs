using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

internal static class SuggestionParts
{
    public static readonly string[] ReplyClocks = ["answer-suggestion", "answer-suggestion-fixed", "answer-suggestion-public", "answer-suggestion-public-urgent"];

    public static SuggestionKind Kind(this Proceeding proceeding) => Words.Parse<SuggestionKind>(proceeding.Facts["kind"])!.Value;

    /// <summary>By which rules it is served and filed upward: those of public-interest cases, or the general ones.</summary>
    public static string RulesOf(this Proceeding proceeding) => proceeding.Kind() == SuggestionKind.PublicInterest ? "public" : "general";

    /// <summary>The last day for the reply: the one that was fixed, or that of the clock; null where it is not known.</summary>
    public static DateOnly? ReplyDue(this Matter matter, Proceeding proceeding, StepContext x) =>
        proceeding.Facts.GetValueOrDefault("reply-by") is { Length: > 0 } day ? DateOnly.ParseExact(day, "yyyy-MM-dd")
        : ReplyClocks.Select(r => matter.Clocks(r, x).GetValueOrDefault(proceeding.Id)).OfType<Law.Duty>().MaxBy(d => d.OpenedOn.Latest)?.Count.Due;

    public static IReadOnlyList<string> Filled(IReadOnlyList<string>? texts) => [.. (texts ?? []).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The first of the fields that is empty.</summary>
    public static Refusal? Empty(params (string Field, string? Value, Text Label)[] fields) =>
        fields.FirstOrDefault(f => string.IsNullOrWhiteSpace(f.Value)) is { Field: { } field } empty ? new FieldIsEmpty(field, empty.Label) { Field = field } : null;

    public static Dictionary<string, string> Facts(params (string Fact, string Value)[] facts) => facts.ToDictionary(f => f.Fact, f => f.Value, StringComparer.Ordinal);
}
