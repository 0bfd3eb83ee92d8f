using Zhijian.Kernel;

namespace Zhijian.Supervision;

/// <summary>
/// What one model says of one thing in one run: a hint with its reasons, never a conclusion. The same <paramref name="Key"/> in a later run of
/// the same model is the same finding; <paramref name="Values"/> tell whether anything changed.
/// </summary>
/// <param name="Model">The id of the model, for example <c>penalty-at-threshold</c>.</param>
/// <param name="Version">The version of the model.</param>
/// <param name="Key">What makes the finding this one, for example the credit code of a party.</param>
/// <param name="Subject">Whom or what it is about, as people call it. Two models that name the same subject are shown together.</param>
/// <param name="Unit">The procuratorate whose business it would be; null where the data do not tell.</param>
/// <param name="Score">1 to 100: what is looked at first.</param>
/// <param name="Explanation">The reasons in a sentence, with the figures in them.</param>
/// <param name="Values">The columns that made it fire, as text; a missing value is unknown.</param>
/// <param name="Rows">The rows of the data sets that it rests on.</param>
public sealed record Finding(
    string Model, int Version, string Key, string Subject, string? Unit, int Score, Text Explanation,
    IReadOnlyDictionary<string, string?> Values, IReadOnlyList<FindingRow> Rows);

/// <summary>A row of a data set that a finding rests on, and the rule of the model that it met, for example <c>R2</c>; null for a model of one rule.</summary>
public sealed record FindingRow(string Set, string Row, string? Rule);
