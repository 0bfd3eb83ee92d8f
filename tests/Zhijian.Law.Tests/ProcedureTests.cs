using Shouldly;
using Xunit;
using Zhijian.Testing;
using Zhijian.Kernel;

namespace Zhijian.Law.Tests;

public sealed class ProcedureTests : IDisposable
{
    private const string File = "procedures/criminal/accept-transfer.yaml";

    private readonly TemporaryData _data = new(File);

    public void Dispose() => _data.Dispose();

    private IReadOnlyDictionary<string, Procedure> Load() =>
        Procedure.Load(_data.Root, new HashSet<string> { "decide-prosecution", "notify-suspect", "notify-victim", "notify-right-holder" }, TestLaw.Book.Proceedings);

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
}
