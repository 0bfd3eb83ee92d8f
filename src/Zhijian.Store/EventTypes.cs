using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zhijian.Kernel;

namespace Zhijian.Store;

/// <summary>The kinds of events that the product writes, by stored name and schema number.</summary>
public sealed class EventTypes
{
    private static readonly ConcurrentDictionary<Type, EventTypeAttribute> Attributes = new();

    private readonly FrozenDictionary<(string Name, int Schema), Type> _byName;

    public EventTypes(params IEnumerable<Assembly> assemblies) =>
        _byName = assemblies.SelectMany(a => a.GetTypes())
            .Where(t => typeof(IEvent).IsAssignableFrom(t) && t is { IsAbstract: false, IsInterface: false })
            .ToFrozenDictionary(t => (Of(t).Name, Of(t).Schema));

    public IEnumerable<Type> All => _byName.Values;

    public static EventTypeAttribute Of(Type type) => Attributes.GetOrAdd(type, static t =>
        t.GetCustomAttribute<EventTypeAttribute>() ?? throw new InvalidOperationException($"{t.Name} has no [EventType]."));

    public Type TypeOf(StoredEvent stored) => _byName.TryGetValue((stored.Type, stored.Schema), out var type)
        ? type
        : throw new InvalidOperationException($"Event {stored.Seq}: type “{stored.Type}” with schema {stored.Schema} is unknown to this version of the program.");

    public IEvent Read(StoredEvent stored) => (IEvent)JsonSerializer.Deserialize(stored.Data, TypeOf(stored), Json.Options)!;

    public static string Write(IEvent @event) => JsonSerializer.Serialize(@event, @event.GetType(), Json.Options);
}

/// <summary>How events and API bodies look as JSON: camel case, words in kebab case, Chinese readable.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new MoneyConverter());
        return options;
    }

    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var yuan = reader.GetDecimal();
            return yuan >= 0 && decimal.Round(yuan, 2) == yuan ? new Money(yuan) : throw new JsonException($"{yuan} is no amount in yuan with at most two places.");
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Yuan);
    }
}
