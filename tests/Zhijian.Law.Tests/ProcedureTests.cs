using Shouldly;
using Xunit;
using Zhijian.Testing;
using Zhijian.Kernel;

namespace Zhijian.Law.Tests;

public sealed class ProcedureTests : IDisposable
{
    private const string File = "procedures/criminal/accept-transfer.yaml";

    // with the steps that its examples take before it
    private readonly TemporaryData _data = new(File, "procedures/criminal/decide-arrest.yaml", "procedures/criminal/accept-arrest-review.yaml", "procedures/matter/register-matter.yaml");

    public void Dispose() => _data.Dispose();

    private IReadOnlyDictionary<string, Procedure> Load() =>
        Procedure.Load(_data.Root, TestLaw.Book.Duties.Rules.Select(r => r.Id).ToHashSet(), TestLaw.Book.Proceedings);

    private DataFileException Wrong() => Should.Throw<DataFileException>(Load);

    [Fact]
    public void A_procedure_is_read_as_it_stands()
    {
        var procedure = Load()["accept-transfer"];

        procedure.From.ShouldBe(["registered", "investigation"]);
        procedure.To.ShouldBe(["prosecution-review"]);
        procedure.Who.ShouldBe([Role.CaseManager, Role.Prosecutor]);
        procedure.Reference.ShouldBe(new LegalRef("刑诉法172"));
        procedure.Scope.ShouldBe(StepScope.Person);
        procedure.AfterClosing.ShouldBeFalse();
        procedure.Source.ShouldBe("data/procedures/criminal/accept-transfer.yaml:1");
    }

    [Theory]
    [InlineData("step: accept-transfer", "step: accept-transfers", "accept-transfer.yaml")]
    [InlineData("who: [case-manager, prosecutor]", "who: [case-manager, procurator]", "prosecutor")]
    [InlineData("who: [case-manager, prosecutor]\n", "", "“who” is required")]
    [InlineData("reference: 刑诉法172\n", "", "“reference” is required where “from” is given")]
    [InlineData("notify-suspect,", "notify-suspects,", "no data/duties/notify-suspects.yaml")]
    [InlineData("scope: person", "scope: persons", "person")]
    [InlineData("order: 30", "order: first", "whole number")]
    [InlineData("order: 30", "order: 30\nafter-closing: true", "unknown field “after-closing”")]
    [InlineData("track: criminal", "track: penal", "criminal")]
    [InlineData("  en: decide on", "  english: decide on", "“en” is required")]
    public void What_a_procedure_must_say_it_must_say_rightly(string right, string wrong, string says)
    {
        _data.Replace(File, right, wrong);

        Wrong().ShouldSatisfyAllConditions(e => e.Message.ShouldContain(says), e => e.Path.ShouldBe("data/procedures/criminal/accept-transfer.yaml"));
    }

    [Fact]
    public void A_step_that_depends_on_no_stage_may_have_no_article()
    {
        _data.Replace(File, "reference: 刑诉法172\n", "").Replace(File, "from: [registered, investigation]\n", "");

        Load()["accept-transfer"].Reference.ShouldBeNull();
    }

    [Fact]
    public void A_procedure_without_an_example_does_not_load()
    {
        var text = System.IO.File.ReadAllText(_data.PathOf(File));
        _data.Write(File, text[..text.IndexOf("examples:", StringComparison.Ordinal)]);

        Wrong().Message.ShouldBe("data/procedures/criminal/accept-transfer.yaml:1: “examples” is required; the first is one that passes");
    }

    [Theory]
    [InlineData("    stage: prosecution-review", "    refused: third-return", "what is refused leads to no stage")]
    [InlineData("    stage: prosecution-review", "    stages: prosecution-review", "unknown field “stages”")]
    [InlineData("    stage: prosecution-review", "    by: wu", "“wu” is not colleague")]
    [InlineData("    after: decide-arrest", "    after: [[decide-arrest]]", "“after” names steps")]
    [InlineData("    fields: {on: 2025-07-10", "    field: {on: 2025-07-10", "“fields” is required in the first example")]
    [InlineData("notify-suspect: 2025-07-14", "notify-suspect: 14 July", "is no date")]
    [InlineData("notify-suspect: 2025-07-14", "decide-arrest: 2025-07-14", "“decide-arrest” is not among “opens” of the step")]
    public void An_example_says_only_what_an_example_can(string right, string wrong, string says)
    {
        _data.Replace(File, right, wrong);

        Wrong().Message.ShouldContain(says);
    }

    [Fact]
    public void What_went_before_an_example_is_a_step()
    {
        _data.Replace(File, "    after: decide-arrest", "    after: decide-arrests");

        Should.Throw<InvalidOperationException>(Load).Message.ShouldContain("no step “decide-arrests”");
    }

    [Fact]
    public void Later_examples_say_only_what_differs_from_the_first_and_the_path_begins_with_the_registration()
    {
        var procedures = Load();
        var (first, second) = (procedures["accept-transfer"].Examples[0], procedures["accept-transfer"].Examples[1]);

        second.Fields.ToJsonString().ShouldBe("""{"on":"2025-07-10","transferredBy":"某市公安局","earlierReturns":3}""".Replace("某市公安局", first.Fields["transferredBy"]!.ToJsonString().Trim('"')));
        first.Path(procedures, "accept-transfer").Select(p => p.Step).ShouldBe(["register-matter", "accept-arrest-review", "decide-arrest"]);
    }

    [Fact]
    public void A_path_that_leads_back_to_where_it_began_is_found()
    {
        _data.Replace("procedures/criminal/accept-arrest-review.yaml", "    fields: {on: 2025-05-08", "    after: accept-transfer\n    fields: {on: 2025-05-08");

        var procedures = Load();
        Should.Throw<InvalidOperationException>(() => procedures["accept-transfer"].Examples[0].Path(procedures, "accept-transfer")).Message.ShouldContain("leads back to where it began");
    }
}
