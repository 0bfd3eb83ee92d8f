using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;

namespace Zhijian.Law.Tests;

public sealed class DutyBookTests
{
    private static Occurrence Occurs(string type, string on, string? subject = "P1", params (string Key, string Value)[] facts) =>
        new(type, PartialDate.Parse(on), subject) { Facts = facts.ToDictionary(f => f.Key, f => f.Value) };

    private static Occurrence Custody(Custody custody, string on, string subject = "P1") => Occurrence.CustodyOf(subject, PartialDate.Parse(on), custody);

    private static List<Duty> Derive(string rule, params IReadOnlyList<Occurrence> occurrences) =>
        [.. TestLaw.Book.Duties.Derive(occurrences).Where(d => d.Rule.Id == rule)];

    private static DateOnly Day(string day) => DateOnly.Parse(day);

    /// <summary>A book with one made-up duty of ten days, which a second occurrence restarts and a third extends.</summary>
    private static DutyBook Made(DutyScope scope = DutyScope.Person, Dictionary<string, string>? when = null) => new(
        [
            new DutyRule
            {
                Id = "made-up",
                Title = new Text("某义务", "some duty"),
                Track = Track.Criminal,
                Holder = Holder.Office,
                Scope = scope,
                OpensOn = ["opened"],
                When = when ?? [],
                Terms = [new DutyTerm(null, "CR-CUST-NOTIFY")],
                Extensions = [new DutyExtension("extended", "CR-PR-EXT", Replaces: false, new Text("延长", "extended"))],
                Restarts = [("restarted", new Text("重新计算", "counted anew"), new LegalRef("规则351"))],
                DischargedOn = ["done"],
                Source = "made-up.yaml:1",
            },
        ],
        TestLaw.Book.Terms,
        TestLaw.Book.Calendar);

    // ---- times that do not count

    private static DutyBook Stopped() => new(
        [
            new DutyRule
            {
                Id = "made-up",
                Title = new Text("某审查", "some review"),
                Track = Track.Civil,
                Holder = Holder.Office,
                Scope = DutyScope.Proceeding,
                OpensOn = ["opened"],
                When = new Dictionary<string, string>(),
                Terms = [new DutyTerm(null, "CV-REVIEW")],
                Extensions = [new DutyExtension("extended", null, Replaces: false, new Text("延长", "extended")) { DaysIn = ("days", new LegalRef("行政监督规则56")) }],
                Restarts = [],
                Suspensions =
                [
                    new DutySuspension("paused", new Dictionary<string, string> { ["reason"] = "file" }, "resumed", new Text("调卷", "calling in the file"), new LegalRef("民事监督规则52")),
                    new DutySuspension("paused", new Dictionary<string, string> { ["reason"] = "audit" }, "resumed", new Text("审计", "audit"), new LegalRef("民事监督规则52")),
                ],
                DischargedOn = ["done"],
                Source = "made-up.yaml:1",
            },
        ],
        TestLaw.Book.Terms,
        TestLaw.Book.Calendar);

    private static Duty Stop(params IReadOnlyList<Occurrence> occurrences) => Stopped().Derive([Occurs("opened", "2025-05-19", "C1"), .. occurrences]).Single();

    [Fact]
    public void A_clock_that_stopped_and_ran_on_ends_as_many_days_later()
    {
        Stop().Count.Due.ShouldBe(Day("2025-08-19"));
        var duty = Stop(Occurs("paused", "2025-06-02", "C1", ("reason", "file")), Occurs("resumed", "2025-06-11", "C1")); // both days: ten

        duty.Count.Due.ShouldBe(Day("2025-08-29"));
        duty.From!.Suspensions.ShouldHaveSingleItem().ShouldBe(new Suspension(new Text("调卷", "calling in the file"), Day("2025-06-02"), Day("2025-06-11"), new LegalRef("民事监督规则52")));
    }

    [Fact]
    public void While_it_is_stopped_it_asks_instead_of_giving_a_day()
    {
        var duty = Stop(Occurs("paused", "2025-06-02", "C1", ("reason", "audit")));

        duty.Count.Due.ShouldBeNull();
        duty.Count.Question!.Value.Zh.ShouldContain("审计");
    }

    [Fact]
    public void A_stop_for_another_reason_or_of_another_proceeding_is_none() => Stop(
        Occurs("paused", "2025-06-02", "C1", ("reason", "illness")), Occurs("resumed", "2025-06-04", "C1"), Occurs("paused", "2025-06-02", "C2", ("reason", "file")))
        .Count.Due.ShouldBe(Day("2025-08-19"));

    [Fact]
    public void Of_two_stops_each_has_its_own_end_and_after_the_discharge_none_counts() => Stop(
        Occurs("paused", "2025-06-02", "C1", ("reason", "file")), Occurs("resumed", "2025-06-03", "C1"),
        Occurs("paused", "2025-06-09", "C1", ("reason", "audit")), Occurs("resumed", "2025-06-10", "C1"),
        Occurs("done", "2025-06-20", "C1"), Occurs("paused", "2025-06-25", "C1", ("reason", "file"))).Count.Due.ShouldBe(Day("2025-08-25")); // 23 August is a Saturday

    [Fact]
    public void A_day_that_is_not_known_never_makes_the_clock_later_than_it_may_be() =>
        Stop(Occurs("paused", "2025-06", "C1", ("reason", "file")), Occurs("resumed", "2025-07", "C1")).Count.Due.ShouldBe(Day("2025-08-21")); // 30 June to 1 July

    [Fact]
    public void An_extension_by_as_many_days_as_were_approved_is_added()
    {
        Stop(Occurs("extended", "2025-08-01", "C1", ("days", "30"))).Count.ShouldSatisfyAllConditions(
            c => c.Due.ShouldBe(Day("2025-09-18")), c => c.Steps.ShouldContain(s => s.Basis == new LegalRef("行政监督规则56")));
        Stop(Occurs("extended", "2025-08-01", "C1")).Count.Due.ShouldBe(Day("2025-08-19"));
    }

    // ---- opening

    [Fact]
    public void Nothing_happened_nothing_is_owed() => TestLaw.Book.Duties.Derive([]).ShouldBeEmpty();

    [Fact]
    public void A_duty_is_opened_for_the_subject_whom_the_occurrence_concerns()
    {
        var duties = Derive("decide-prosecution", Occurs("transfer-accepted", "2026-06-01"), Occurs("transfer-accepted", "2026-06-02", "P2"));

        duties.Select(d => (d.Subject, d.OpenedOn.Value, d.Key)).ShouldBe([("P1", "2026-06-01", "decide-prosecution.P1.1"), ("P2", "2026-06-02", "decide-prosecution.P2.1")]);
    }

    [Fact]
    public void A_right_holder_does_not_open_the_duty_of_a_person_nor_the_reverse()
    {
        Derive("decide-prosecution", Occurs("transfer-accepted", "2026-06-01", "R1")).ShouldBeEmpty();
        Derive("notify-victim", Occurs("transfer-accepted", "2026-06-01", "P1")).ShouldBeEmpty();
    }

    [Fact]
    public void A_duty_of_the_matter_is_opened_by_what_concerns_the_matter_only()
    {
        Made(DutyScope.Matter).Derive([Occurs("opened", "2026-06-01", "P1")]).ShouldBeEmpty();
        Made(DutyScope.Matter).Derive([Occurs("opened", "2026-06-01", null)]).Single().ShouldSatisfyAllConditions(
            d => d.Key.ShouldBe("made-up.all.1"), d => d.Custody.ShouldBe(Kernel.Custody.Free), d => d.Count.Question.ShouldBeNull());
    }

    [Fact]
    public void A_second_opening_gets_the_next_number()
    {
        var duties = Derive("supplementary-investigation", Occurs("returned", "2026-03-02"), Occurs("resubmitted", "2026-04-01"), Occurs("returned", "2026-04-20"));

        duties.Select(d => (d.Key, d.Status)).ShouldBe([("supplementary-investigation.P1.1", DutyStatus.Discharged), ("supplementary-investigation.P1.2", DutyStatus.Open)]);
    }

    [Theory]
    [InlineData("yes", 0)]
    [InlineData("no", 1)]
    [InlineData("", 0)]
    public void A_condition_on_a_fact_decides_whether_it_opens(string approved, int opened) =>
        Derive("execution-receipt", Occurs("arrest-decided", "2026-06-01", "P1", ("approved", approved))).Count.ShouldBe(opened);

    [Theory]
    [InlineData(Kernel.Custody.Detained, 1)]
    [InlineData(Kernel.Custody.Free, 0)]
    [InlineData(Kernel.Custody.Unknown, 0)]
    public void A_condition_on_custody_looks_at_the_custody_of_that_moment(Custody custody, int opened) =>
        Derive("custody-term-notice", Custody(custody, "2026-05-01"), Occurs("returned", "2026-06-01")).Count.ShouldBe(opened);

    [Fact]
    public void Custody_that_comes_later_does_not_open_it_after_the_fact() =>
        Derive("custody-term-notice", Custody(Kernel.Custody.Free, "2026-05-01"), Occurs("returned", "2026-06-01"), Custody(Kernel.Custody.Detained, "2026-06-02")).ShouldBeEmpty();

    [Fact]
    public void The_custody_of_another_person_is_not_looked_at() =>
        Derive("custody-term-notice", Custody(Kernel.Custody.Detained, "2026-05-01", "P2"), Custody(Kernel.Custody.Free, "2026-05-01"), Occurs("returned", "2026-06-01")).ShouldBeEmpty();

    // ---- custody and the clock

    [Fact]
    public void A_running_clock_follows_the_custody()
    {
        // one month from 3 September is 3 October, in the holiday
        Derive("decide-prosecution", Custody(Kernel.Custody.Free, "2026-08-01"), Occurs("transfer-accepted", "2026-09-03"))
            .Single().Count.Due.ShouldBe(Day("2026-10-08"));
        Derive("decide-prosecution", Custody(Kernel.Custody.Free, "2026-08-01"), Occurs("transfer-accepted", "2026-09-03"), Custody(Kernel.Custody.Detained, "2026-09-10"))
            .Single().Count.Due.ShouldBe(Day("2026-10-03"));
    }

    [Fact]
    public void A_clock_that_ended_keeps_the_custody_under_which_it_ran()
    {
        var duty = Derive(
            "decide-arrest",
            Custody(Kernel.Custody.Detained, "2025-09-25"),
            Occurs("arrest-review-accepted", "2025-09-26"),
            Occurs("arrest-decided", "2025-10-02", "P1", ("approved", "no")),
            Custody(Kernel.Custody.Free, "2025-10-02")).Single();

        (duty.Term.Id, duty.Count.Due, duty.Custody).ShouldBe(("CR-ARR-DET", Day("2025-10-03"), Kernel.Custody.Detained));
        duty.Count.Question.ShouldBeNull();
    }

    [Fact]
    public void With_custody_unknown_the_earlier_term_counts_and_both_are_shown()
    {
        var duty = Derive("decide-arrest", Occurs("arrest-review-accepted", "2026-06-01")).Single();

        duty.Term.Id.ShouldBe("CR-ARR-DET");
        duty.Count.Due.ShouldBe(Day("2026-06-08"));
        duty.Count.Question!.Value.Zh.ShouldSatisfyAllConditions(q => q.ShouldContain("2026-06-08"), q => q.ShouldContain("2026-06-16"));
    }

    [Fact]
    public void A_right_holder_is_never_in_custody_and_nobody_is_asked()
    {
        var duty = Derive("notify-victim", Occurs("transfer-accepted", "2026-02-13", "R1")).Single();

        duty.Custody.ShouldBe(Kernel.Custody.Free);
        duty.Count.Question.ShouldBeNull();
        duty.Count.Due.ShouldBe(Day("2026-02-24"));
    }

    // ---- partial dates

    [Theory]
    [InlineData("2024")]
    [InlineData("2024-08")]
    [InlineData("")]
    public void A_day_that_is_not_known_asks_for_the_day_and_for_nothing_else(string on)
    {
        var duty = Derive("decide-arrest", Occurs("arrest-review-accepted", on)).Single();

        duty.Count.Due.ShouldBeNull();
        duty.From.ShouldBeNull();
        duty.Count.Question!.Value.Zh.ShouldContain("起算日只知");
    }

    // ---- extension, restart

    [Fact]
    public void An_extension_is_added_to_the_end_that_was_not_moved() =>
        Derive("decide-prosecution", Custody(Kernel.Custody.Free, "2026-08-01"), Occurs("transfer-accepted", "2026-09-03"), Occurs("review-extended", "2026-09-28"))
            .Single().Count.Due.ShouldBe(Day("2026-10-19"));

    [Fact]
    public void An_extension_that_replaces_is_counted_from_the_start() =>
        Derive("decide-arrest", Custody(Kernel.Custody.Free, "2025-09-22"), Occurs("arrest-review-accepted", "2025-09-22"), Occurs("arrest-review-extended", "2025-09-30"))
            .Single().Count.Due.ShouldBe(Day("2025-10-13"));

    [Fact]
    public void The_extension_of_one_person_is_not_that_of_another() =>
        Derive("decide-prosecution", Occurs("transfer-accepted", "2026-06-01"), Occurs("transfer-accepted", "2026-06-01", "P2"), Occurs("review-extended", "2026-06-20", "P2"))
            .Select(d => d.From!.Extensions.Count).ShouldBe([0, 1]);

    [Fact]
    public void A_restart_counts_anew_and_forgets_the_extension_of_the_old_period()
    {
        var duty = Made().Derive([Occurs("opened", "2026-06-01"), Occurs("extended", "2026-06-05"), Occurs("restarted", "2026-06-08")]).Single();

        duty.OpenedOn.Value.ShouldBe("2026-06-01");
        duty.Ordinal.ShouldBe(1);
        duty.From!.Restart!.On.ShouldBe(Day("2026-06-08"));
        duty.From.Extensions.ShouldBeEmpty();
        duty.Count.UnmovedEnd.ShouldBe(Day("2026-06-18"));
    }

    [Fact]
    public void A_restart_can_be_extended_again() =>
        Made().Derive([Occurs("opened", "2026-06-01"), Occurs("restarted", "2026-06-08"), Occurs("extended", "2026-06-10")]).Single()
            .Count.UnmovedEnd.ShouldBe(Day("2026-07-03"));

    [Fact]
    public void A_restart_on_a_day_that_is_not_known_asks_instead_of_running_from_the_old_day()
    {
        var duty = Made().Derive([Occurs("opened", "2026-06-01"), Occurs("restarted", "2026-07")]).Single();

        duty.Count.Due.ShouldBeNull();
        duty.Count.Question!.Value.Zh.ShouldContain("2026-07");
    }

    [Fact]
    public void A_restart_on_a_known_day_answers_an_unknown_opening() =>
        Made().Derive([Occurs("opened", "2026-06"), Occurs("restarted", "2026-06-08")]).Single().Count.UnmovedEnd.ShouldBe(Day("2026-06-18"));

    // ---- discharge

    [Fact]
    public void What_ends_it_ends_it_for_that_subject_only() =>
        Derive("decide-prosecution", Occurs("transfer-accepted", "2026-06-01"), Occurs("transfer-accepted", "2026-06-01", "P2"), Occurs("review-ended", "2026-06-20", "P2"))
            .Select(d => (d.Status, d.DischargedOn)).ShouldBe([(DutyStatus.Open, null), (DutyStatus.Discharged, PartialDate.Parse("2026-06-20"))]);

    [Fact]
    public void What_concerns_the_whole_matter_ends_it_for_all() =>
        Made().Derive([Occurs("opened", "2026-06-01"), Occurs("opened", "2026-06-01", "P2"), Occurs("done", "2026-06-03", null)]).ShouldAllBe(d => d.Status == DutyStatus.Discharged);

    [Fact]
    public void What_came_before_it_does_not_end_it() => Made().Derive([Occurs("done", "2026-06-01"), Occurs("opened", "2026-06-01")]).Single().Status.ShouldBe(DutyStatus.Open);

    [Fact]
    public void The_first_discharge_counts_and_later_events_change_nothing()
    {
        var duty = Made().Derive([Occurs("opened", "2026-06-01"), Occurs("done", "2026-06-03"), Occurs("done", "2026-06-09"), Occurs("extended", "2026-06-09"), Occurs("restarted", "2026-06-09")]).Single();

        duty.DischargedOn.ShouldBe(PartialDate.Parse("2026-06-03"));
        duty.Count.UnmovedEnd.ShouldBe(Day("2026-06-11"));
    }

    [Theory]
    [InlineData("made-up.P1.1", DutyStatus.Discharged)]
    [InlineData("made-up.P1.2", DutyStatus.Open)] // another opening
    [InlineData("made-up.P2.1", DutyStatus.Open)] // another person
    [InlineData("made-up", DutyStatus.Open)]
    public void Recorded_performance_ends_exactly_the_duty_of_that_key(string key, DutyStatus status) =>
        Made().Derive([Occurs("opened", "2026-06-01"), Occurs("duty-performed", "2026-06-03", "P1", ("duty", key))]).Single().Status.ShouldBe(status);

    [Fact]
    public void A_record_that_may_end_anywhere_leaves_it_unrecorded_not_open()
    {
        Occurrence[] published = [Occurs("transfer-accepted", "2024-08-01")];

        TestLaw.Book.Duties.Derive(published, recordIsComplete: false).ShouldAllBe(d => d.Status == DutyStatus.Unrecorded);
        TestLaw.Book.Duties.Derive(published, recordIsComplete: true).ShouldAllBe(d => d.Status == DutyStatus.Open);
    }

    [Fact]
    public void What_a_published_record_states_as_done_is_done() =>
        TestLaw.Book.Duties.Derive([Occurs("transfer-accepted", "2024-08-01"), Occurs("review-ended", "2024-08-20")], recordIsComplete: false)
            .Single(d => d.Rule.Id == "decide-prosecution").Status.ShouldBe(DutyStatus.Discharged);

    [Fact]
    public void The_same_occurrences_give_the_same_duties()
    {
        Occurrence[] given = [Custody(Kernel.Custody.Detained, "2026-05-01"), Occurs("transfer-accepted", "2026-06-01"), Occurs("returned", "2026-06-20")];

        TestLaw.Book.Duties.Derive(given).Select(d => (d.Key, d.Status, d.Count.Due)).ShouldBe(TestLaw.Book.Duties.Derive(given).Select(d => (d.Key, d.Status, d.Count.Due)));
    }

    [Theory]
    [InlineData("2025-05-16", "2025-05-19")] // three days, before the ten working days end
    [InlineData("2025-06-10", null)] // later than the date itself: not shown
    [InlineData("", null)]
    public void Another_reading_stands_beside_the_date_where_it_is_earlier(string from, string? reading)
    {
        var given = new Occurrence("penalty-registered", new DateOnly(2025, 5, 19), "L1") { Facts = new Dictionary<string, string> { ["not-prosecuted"] = from } };
        var count = TestLaw.Book.Duties.Derive([given]).Single(d => d.Rule.Id == "review-penalty").Count;

        count.Due.ShouldBe(new DateOnly(2025, 6, 3));
        count.EarlierReading?.On.ToString("yyyy-MM-dd").ShouldBe(reading);
    }

    [Theory]
    [InlineData("23", "2025-06-20")]
    [InlineData("", "2025-07-28")] // no number: the length of the law
    public void Days_that_were_fixed_take_the_place_of_the_length(string days, string due)
    {
        var given = new Occurrence("suggestion-served", new DateOnly(2025, 5, 28), "S1") { Facts = new Dictionary<string, string> { ["reply"] = "fixed", ["days"] = days } };

        TestLaw.Book.Duties.Derive([given]).Single(d => d.Rule.Id == "answer-suggestion-fixed").Count.Due!.Value.ToString("yyyy-MM-dd").ShouldBe(due);
    }
}
