using System.Reflection;

namespace Zhijian.Kernel;

/// <summary>What people read beside a field or a choice. The command record is the form: web page, API and command line show the same words.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class LabelAttribute(string zh, string en) : Attribute
{
    public Text Text { get; } = new(zh, en);

    /// <summary>One line under the field: what to give, with an example.</summary>
    public string? HintZh { get; init; }

    public string? HintEn { get; init; }
}

/// <summary>The label that a word of an enumeration carries.</summary>
public static class Labels
{
    /// <returns>Null for a word without one.</returns>
    public static Text? Of(Enum word) => word.GetType().GetField(word.ToString())?.GetCustomAttribute<LabelAttribute>()?.Text;
}

/// <summary>A text that may run over several lines.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LongTextAttribute : Attribute;
