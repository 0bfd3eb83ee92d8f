using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Reading.Tests;

public sealed class ReadingMarksTests
{
    private static ReadingMark Mark(string id, int page = 3) => new(id, "MS-IP-2026-0001", "E1", "abc", page, 5, 2, "滤芯", "私人批注", "2026-09-28T00:00:00Z");

    [Theory, EveryDatabase]
    public async Task A_mark_is_its_authors_alone_and_goes_when_they_delete_it(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var marks = new ReadingMarks(store.Events);
        (await marks.AddAsync("lu", Mark("m2", 9))).ShouldBeTrue();
        (await marks.AddAsync("lu", Mark("m1"))).ShouldBeTrue();
        (await marks.AddAsync("shen", Mark("m3"))).ShouldBeTrue();
        (await marks.OfFileAsync("lu", "MS-IP-2026-0001", "E1", "abc")).ShouldBe([Mark("m1"), Mark("m2", 9)]);
        (await marks.OfFileAsync("lu", "MS-IP-2026-0001", "E2", "abc")).ShouldBeEmpty();

        (await marks.NoteAsync("shen", "MS-IP-2026-0001", "E1", "abc", "m1", "x")).ShouldBeFalse();
        (await marks.RemoveAsync("shen", "MS-IP-2026-0001", "E1", "abc", "m1")).ShouldBeFalse();
        (await marks.NoteAsync("lu", "MS-IP-2026-0001", "E1", "abc", "m1", null)).ShouldBeTrue();
        (await marks.RemoveAsync("lu", "MS-IP-2026-0001", "E1", "abc", "m2")).ShouldBeTrue();
        (await marks.OfFileAsync("lu", "MS-IP-2026-0001", "E1", "abc")).ShouldBe([Mark("m1") with { Note = null }]);
        (await store.QueryAsync<long>("SELECT COUNT(*) FROM event")).ShouldHaveSingleItem().ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task What_was_read_is_known_to_the_reader(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect);
        var marks = new ReadingMarks(store.Events);
        await marks.VisitAsync("lu", "m", new ReadingVisit("E1", "abc", 1, "t1"));
        await marks.VisitAsync("lu", "m", new ReadingVisit("E1", "abc", 7, "t2"));
        (await marks.VisitsAsync("lu", "m")).ShouldBe([new ReadingVisit("E1", "abc", 7, "t2")]);
        (await marks.VisitsAsync("shen", "m")).ShouldBeEmpty();
    }
}
