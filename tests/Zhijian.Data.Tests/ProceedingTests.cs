using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

public sealed class ProceedingTests
{
    private static readonly LawBook Book = TestLaw.Book;

    [Fact]
    public void Every_stage_of_a_proceeding_is_reached_and_left_unless_it_is_its_end()
    {
        foreach (var kind in Book.Proceedings.Values)
        {
            var steps = Book.Procedures.Values.Where(p => p.Proceeding == kind.Id).ToList();

            kind.Stages.Where(s => !steps.Any(p => p.To.Contains(s.Id))).Select(s => $"{kind.Id}: {s.Id} is never reached").ShouldBeEmpty();
            kind.Stages.Where(s => !s.Final && !steps.Any(p => p.From.Contains(s.Id) && p.To.Any(t => t != s.Id))).Select(s => $"{kind.Id}: {s.Id} is never left").ShouldBeEmpty();
            kind.Stages.Where(s => s.Final && steps.Any(p => p.From.Contains(s.Id) && p.To.Any(t => !kind.Stage(t).Final))).Select(s => $"{kind.Id}: {s.Id} is final and is left").ShouldBeEmpty();
            steps.Count(p => p.From.Count == 0).ShouldBeGreaterThan(0, $"{kind.Id} is never opened");
        }
    }

    [Fact]
    public void Its_steps_stand_in_its_track()
    {
        foreach (var step in Book.Procedures.Values.Where(p => p.Proceeding is not null))
            step.Track.ShouldBe(Book.Proceedings[step.Proceeding!].Track, step.Step);
    }
}
