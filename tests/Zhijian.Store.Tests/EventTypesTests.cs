using System.Reflection;
using System.Text.Json;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Offices;
using Zhijian.Supervision.Clues;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

/// <summary>What was stored once is read for ever: see samples/README.md.</summary>
public sealed class EventTypesTests
{
    private static readonly EventTypes Types = new(typeof(Matter).Assembly, typeof(PersonAppointed).Assembly, typeof(ClueRaised).Assembly);

    private static string Folder => Path.Combine(TestLaw.Root, "tests", "Zhijian.Store.Tests", "samples");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void A_stored_event_is_read_and_written_to_the_letter(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file + ".json"));
        text.ShouldEndWith("\n");
        var read = Types.Read(Stored(file, text.TrimEnd('\n')));
        EventTypes.Write(read).ShouldBe(text.TrimEnd('\n'));
    }

    [Theory, MemberData(nameof(Files))]
    public void A_sample_has_every_field(string file)
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file + ".json")));
        var type = Types.TypeOf(Stored(file, "{}"));
        sample.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)), ignoreOrder: true);
    }

    [Fact]
    public void Every_event_has_its_sample() =>
        Types.All.Select(EventTypes.Of).Select(t => $"{t.Name}.{t.Schema}").Order(StringComparer.Ordinal).ShouldBe(Files.Select(f => (string)f.Data));

    [Fact]
    public void An_event_of_a_later_program_is_told()
    {
        var unknown = Should.Throw<InvalidOperationException>(() => Types.Read(Stored("matter.dissolved.2", "{}")));
        unknown.Message.ShouldBe("Event 9: type “matter.dissolved” with schema 2 is unknown to this version of the program.");
    }

    [Theory]
    [InlineData("""{"on":"2026-03-02"}""")]
    [InlineData("""{"on":"2026-03-02","proposal":null}""")]
    [InlineData("""{"on":"2026-03-02","proposal":"4"}""")]
    [InlineData("""{"on":"2026-13-02","proposal":4}""")]
    public void A_stored_event_is_read_strictly(string data) =>
        Should.Throw<JsonException>(() => Types.Read(Stored("matter.correction-confirmed.1", data)));

    private static StoredEvent Stored(string file, string data) => new()
    {
        Seq = 9,
        Stream = "MS-2026-0001",
        Version = 1,
        Type = file[..file.LastIndexOf('.')],
        Schema = int.Parse(file.AsSpan(file.LastIndexOf('.') + 1)),
        Data = data,
        Actor = "lu",
        Office = "990100",
        ActedOn = "2026-03-02",
        RecordedAt = "2026-03-02T01:00:00.000Z",
        PrevHash = StoredEvent.Genesis,
        Hash = StoredEvent.Genesis,
    };
}
