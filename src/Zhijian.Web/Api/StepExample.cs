using System.Reflection;
using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Api;

/// <summary>A body for a step that has the right form: what must be there, and the persons.</summary>
public static class StepExample
{
    private const string Day = "2026-09-28";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["title"] = "假冒运动鞋案",
        ["rightType"] = "TM",
        ["police"] = "某市公安局某分局",
        ["transferredBy"] = "某市公安局某分局",
        ["court"] = "某市中级人民法院",
        ["to"] = "邻市人民检察院",
        ["name"] = "张某",
        ["person"] = "P1",
        ["charge"] = "214",
        ["charges"] = "214",
        ["persons"] = "P1",
        ["holders"] = "R1",
        ["lead"] = "lu",
        ["kind"] = "sales-amount",
        ["source"] = "司法会计鉴定意见第 3 页",
        ["duty"] = "custody-term-notice.P1.1",
        ["field"] = "on",
        ["value"] = "2026-09-27",
    };

    public static JsonObject Of(Step step) => Of(step.Command, withPersons: true);

    private static JsonObject Of(Type record, bool withPersons)
    {
        var json = new JsonObject();
        foreach (var p in record.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters())
            if (!p.HasDefaultValue || (withPersons && p.Name is "Persons" or "Holders"))
                json[char.ToLowerInvariant(p.Name![0]) + p.Name[1..]] = Value(p.ParameterType, char.ToLowerInvariant(p.Name[0]) + p.Name[1..], p);
        return json;
    }

    private static JsonNode? Value(Type type, string name, ParameterInfo parameter)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return Words.GetValueOrDefault(name) ?? parameter.GetCustomAttribute<LabelAttribute>()?.Text.Zh ?? name;
        if (plain == typeof(DateOnly) || plain == typeof(PartialDate))
            return Day;
        if (plain == typeof(Money))
            return 126000.50m;
        if (plain == typeof(bool))
            return false;
        if (plain == typeof(int) || plain == typeof(long))
            return 1;
        if (plain.IsEnum)
            return Law.Words.Kebab(Enum.GetNames(plain)[0]);
        if (plain.IsGenericType && plain.GetGenericArguments() is [var element])
            return new JsonArray(Value(element, name, parameter));
        return Of(plain, withPersons: false);
    }
}
