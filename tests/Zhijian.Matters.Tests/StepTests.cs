using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests;

/// <summary>What holds for all steps alike: order, dates, persons, closed and unregistered matters.</summary>
public sealed class StepTests
{
    public static IEnumerable<TheoryDataRow<string>> PersonSteps => Stories.PersonSteps.Keys.Select(s => new TheoryDataRow<string>(s));

    public static IEnumerable<TheoryDataRow<string>> AllSteps => Stories.PersonSteps.Keys.Concat(Stories.MatterSteps.Keys).Select(s => new TheoryDataRow<string>(s));

    public static IEnumerable<TheoryDataRow<string, Stage>> WrongStages =>
        from step in Stories.PersonSteps.Keys
        from stage in Enum.GetValues<Stage>()
        where !TestLaw.Steps.Find(step)!.From.Contains(stage)
        select new TheoryDataRow<string, Stage>(step, stage);

    private static IDated Command(string step, DateOnly on, IReadOnlyList<string>? persons = null) =>
        Stories.PersonSteps.TryGetValue(step, out var person) ? person(on, persons) : Stories.MatterSteps[step](on);

    [Fact]
    public void The_stories_know_every_step() =>
        Stories.PersonSteps.Keys.Concat(Stories.MatterSteps.Keys).Order().ShouldBe(TestLaw.Steps.All.Select(s => s.Name).Order());

    [Theory]
    [MemberData(nameof(WrongStages))]
    public void Out_of_order_a_step_is_refused_with_its_article_and_what_to_do_instead(string step, Stage stage)
    {
        var refusal = Stories.At(stage).ShouldRefuse<OutOfOrder>(Command(step, Stories.Later, ["P1"]), "persons");

        refusal.Code.ShouldBe("out-of-order");
        refusal.Basis.ShouldBe(TestLaw.Book.Procedures[step].Reference);
        refusal.Says.Zh.ShouldContain(stage.Label().Zh);
        refusal.Remedy.ShouldBe(TestLaw.Book.Procedures[step].Remedy);
    }

    [Theory]
    [MemberData(nameof(WrongStages))]
    public void Without_names_and_with_nobody_in_the_stage_it_is_refused_too(string step, Stage stage) =>
        Stories.At(stage).ShouldRefuse<NobodyToActOn>(Command(step, Stories.Later), "persons").Basis.ShouldBe(TestLaw.Book.Procedures[step].Reference);

    [Theory]
    [MemberData(nameof(PersonSteps))]
    public void A_person_who_is_not_in_the_matter_is_refused(string step) =>
        Stories.At(TestLaw.Steps.Find(step)!.From[0]).ShouldRefuse<UnknownPerson>(Command(step, Stories.Later, ["P7"]), "persons");

    [Theory]
    [MemberData(nameof(AllSteps))]
    public void Tomorrow_is_refused(string step)
    {
        var from = TestLaw.Steps.Find(step)!.From;
        var story = step == "register-matter" ? A.Unregistered() : Stories.At(from.Count > 0 ? from[0] : Stage.ProsecutionReview);
        story.Today("2026-04-01");

        story.ShouldRefuse<DateInFuture>(Command(step, Day("2026-04-02")), "on");
    }

    [Theory]
    [InlineData("decide-arrest", Stage.ArrestReview)]
    [InlineData("prosecute", Stage.ProsecutionReview)]
    [InlineData("accept-resubmission", Stage.Returned)]
    [InlineData("record-judgment", Stage.Indicted)]
    [InlineData("review-judgment", Stage.Judged)]
    public void A_day_before_the_stage_began_is_refused(string step, Stage stage)
    {
        var story = Stories.At(stage);
        var since = story.Matter.Person("P1")!.Accusations[0].Since!.Value.Day!.Value;

        story.ShouldRefuse<BeforeTheStage>(Command(step, since.AddDays(-1)), "on").Says.Zh.ShouldContain(stage.Label().Zh);
        story.Do(Command(step, since)); // the same day is early enough
    }

    [Theory]
    [MemberData(nameof(AllSteps))]
    public void In_a_closed_matter_only_the_circle_and_corrections_are_open(string step)
    {
        var story = Stories.Finished().Closed("2026-03-25");
        var decision = story.Decide(Command(step, Stories.Later, ["P1"]));

        if (step is "change-circle" or "propose-correction" or "confirm-correction")
            decision.Refusal.ShouldNotBeOfType<MatterIsClosed>();
        else
            decision.Refusal.ShouldBeOfType<MatterIsClosed>().Says.Zh.ShouldContain("2026-03-25");
    }

    [Theory]
    [MemberData(nameof(AllSteps))]
    public void Only_registering_makes_a_matter(string step)
    {
        var decision = A.Unregistered().Decide(Command(step, Stories.Later));

        if (step == "register-matter")
            decision.Events.Single().ShouldBeOfType<MatterRegistered>();
        else
            decision.Refusal.ShouldBeOfType<NotRegisteredYet>();
    }

    [Fact]
    public void Without_names_a_step_is_taken_for_all_for_whom_it_is_open_and_no_others()
    {
        var story = A.Matter(m => m.Suspect("张某").Suspect("李某").Suspect("王某")).Transferred("2026-03-02", "P1", "P3").Prosecuted("2026-03-10");

        story.Matter.Accusations.Select(a => a.Accusation.Stage).ShouldBe([Stage.Indicted, Stage.Registered, Stage.Indicted]);
    }

    [Fact]
    public void A_person_who_is_named_twice_is_taken_once() =>
        Stories.At(Stage.ProsecutionReview).Returned("2026-03-10", "P1", "P1").Matter.Person("P1")!.Returns.ShouldBe(1);

    [Fact]
    public void One_of_two_named_persons_in_the_wrong_stage_refuses_the_whole_step() =>
        A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-03-02", "P1")
            .ShouldRefuse<OutOfOrder>(new Prosecute(Stories.Later, "某区人民法院", null, ["P1", "P2"]), "persons").Says.Zh.ShouldContain("李某");

    [Fact]
    public void Two_suspects_at_different_stages_both_show()
    {
        var story = A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-03-02").Returned("2026-03-10", "P2");

        story.StageOf("P1").ShouldBe(Stage.ProsecutionReview);
        story.StageOf("P2").ShouldBe(Stage.Returned);
        story.Matter.Headline().ShouldBe(new Kernel.Text("审查起诉 1 · 退回补充侦查 1", "Prosecution review 1 · Returned for investigation 1"));
    }

    [Fact]
    public void A_closed_matter_says_so_in_its_headline() => Stories.Finished().Closed("2026-03-25").Matter.Headline().Zh.ShouldBe("已结案");

    [Fact]
    public void A_step_is_offered_to_those_for_whom_it_is_open() =>
        TestLaw.Steps.Find("prosecute")!.OpenFor(A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-03-02", "P2").Matter).Select(p => p.Id).ShouldBe(["P2"]);

    [Fact]
    public void Every_step_has_labels_in_both_languages_and_a_kind_for_each_field()
    {
        foreach (var field in TestLaw.Steps.All.SelectMany(s => s.Fields))
            (field.Label.Zh.Length > 0 && field.Label.En.Length > 0).ShouldBeTrue(field.Name);
        foreach (var choice in TestLaw.Steps.All.SelectMany(s => s.Fields).SelectMany(f => f.Choices).Where(c => c.Label.Zh == c.Label.En))
            choice.Value.ShouldBeOneOf("internal", "circle", "criminal", "civil", "administrative", "public-interest"); // labelled by the pages
        TestLaw.Steps.All.Where(s => s.Fields.Count(f => f is { Name: "on", Kind: FieldKind.Date, Required: true }) != 1).ShouldBeEmpty();
    }

    [Fact]
    public void Steps_are_offered_in_the_order_of_their_files() =>
        TestLaw.Steps.All.Select(s => s.Procedure.Order).ShouldBeInOrder();

    [Fact]
    public void A_step_that_is_not_there_is_not_found() => TestLaw.Steps.Find("confess").ShouldBeNull();

    [Fact]
    public void A_procedure_without_code_stops_the_start()
    {
        var book = TestLaw.Book;
        var odd = book.Procedures["prosecute"] with { Step = "prosecute-twice", Source = "data/procedures/criminal/prosecute-twice.yaml:1" };
        var law = new LawBook
        {
            Calendar = book.Calendar, Terms = book.Terms, Instruments = book.Instruments, Charges = book.Charges, Duties = book.Duties, Vocabulary = book.Vocabulary, Rules = book.Rules,
            Procedures = book.Procedures.Append(KeyValuePair.Create(odd.Step, odd)).ToDictionary(),
        };

        Should.Throw<InvalidOperationException>(() => new StepCatalogue(law)).Message.ShouldContain("prosecute-twice.yaml:1");
    }

    [Fact]
    public void Code_without_a_procedure_stops_the_start()
    {
        var book = TestLaw.Book;
        var law = new LawBook
        {
            Calendar = book.Calendar, Terms = book.Terms, Instruments = book.Instruments, Charges = book.Charges, Duties = book.Duties, Vocabulary = book.Vocabulary, Rules = book.Rules,
            Procedures = book.Procedures.Where(p => p.Key != "prosecute").ToDictionary(),
        };

        Should.Throw<InvalidOperationException>(() => new StepCatalogue(law)).Message.ShouldContain("prosecute.yaml");
    }
}
