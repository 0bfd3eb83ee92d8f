using System.Reflection;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters;

/// <summary>What a field of a step takes; the pages choose their control by it.</summary>
public enum FieldKind
{
    Text,
    LongText,
    Date,

    /// <summary>A date as far as it is known: year, month or day.</summary>
    PartialDate,
    Money,
    Number,
    YesNo,
    Choice,

    /// <summary>Ids of persons of the matter; empty = all for whom the step is open.</summary>
    Persons,

    /// <summary>Ids of right holders of the matter; empty = all.</summary>
    Holders,

    /// <summary>Id of a proceeding of the matter; empty = the only one for which the step is open.</summary>
    Proceeding,

    /// <summary>Several texts.</summary>
    Texts,

    /// <summary>A record or a list of records: only as JSON, or by a hand-made page.</summary>
    Structure,
}

/// <summary>One field of a step's form, read from the constructor of its command record.</summary>
public sealed record StepField(string Name, FieldKind Kind, bool Required, Text Label, Text? Hint, IReadOnlyList<(string Value, Text Label)> Choices)
{
    private static readonly NullabilityInfoContext Nullability = new();

    internal static IReadOnlyList<StepField> Of(Type command)
    {
        lock (Nullability)
            return [.. command.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters().Select(Of)];
    }

    private static StepField Of(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var nullable = type != parameter.ParameterType || Nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        var label = parameter.GetCustomAttribute<LabelAttribute>()
            ?? throw new InvalidOperationException($"{parameter.Member.DeclaringType!.Name}.{parameter.Name} has no [Label].");
        var name = char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];
        return new StepField(
            name,
            KindOf(type, name, parameter),
            !nullable && !parameter.HasDefaultValue,
            label.Text,
            label.HintZh is null ? null : new Text(label.HintZh, label.HintEn ?? label.HintZh),
            type.IsEnum ? ChoicesOf(type) : []);
    }

    private static FieldKind KindOf(Type type, string name, ParameterInfo parameter) => type switch
    {
        _ when type == typeof(string) && name == "proceeding" => FieldKind.Proceeding,
        _ when type == typeof(string) => parameter.IsDefined(typeof(LongTextAttribute)) ? FieldKind.LongText : FieldKind.Text,
        _ when type == typeof(DateOnly) => FieldKind.Date,
        _ when type == typeof(PartialDate) => FieldKind.PartialDate,
        _ when type == typeof(Money) => FieldKind.Money,
        _ when type == typeof(int) || type == typeof(long) => FieldKind.Number,
        _ when type == typeof(bool) => FieldKind.YesNo,
        { IsEnum: true } => FieldKind.Choice,
        _ when type == typeof(IReadOnlyList<string>) => name switch
        {
            "persons" => FieldKind.Persons,
            "holders" => FieldKind.Holders,
            _ => FieldKind.Texts,
        },
        _ => FieldKind.Structure,
    };

    private static List<(string, Text)> ChoicesOf(Type type) => [.. type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (Words.Kebab(f.Name), LabelOf.Label(f)))];
}

/// <summary>The words of an enumeration as people read them.</summary>
public static class LabelOf
{
    public static Text Label<T>(this T value)
        where T : struct, Enum =>
        Label(typeof(T).GetField(value.ToString())!);

    /// <summary>Words of the layers below carry no label of this module; they are named here.</summary>
    internal static Text Label(FieldInfo word) => word.GetCustomAttribute<LabelAttribute>()?.Text ?? word.GetValue(null) switch
    {
        Track track => FourChecks.TrackNames.Of(track),
        Material material => FourChecks.SharingNames.Of(material),
        Purpose purpose => FourChecks.SharingNames.Of(purpose),
        SharingAnswer answer => FourChecks.SharingNames.Of(answer),
        Secrecy.Internal => new Text("内部", "Internal"),
        Secrecy.Circle => new Text("限知悉范围", "Kept to a circle"),
        Custody.Detained => new Text("在押", "In custody"),
        Custody.Free => new Text("未在押", "Not in custody"),
        Custody.Unknown => new Text("未知", "Unknown"),
        _ => new Text(word.Name, word.Name),
    };
}
