using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests;

public sealed class AccessTests
{
    private const string Neighbour = "100000/990000/990200/";

    private static readonly Dictionary<string, Actor> Actors = new()
    {
        ["lead"] = An.Actor("lu", An.Office, Role.Prosecutor),
        ["prosecutor"] = An.Actor("shen", An.Office, Role.Prosecutor),
        ["assistant"] = An.Actor("jiang", An.Office, Role.Assistant),
        ["case manager"] = An.Actor("fang", An.Office, Role.CaseManager),
        ["head"] = An.Actor("zhou", An.Office, Role.OfficeHead),
        ["administrator"] = An.Actor("admin", An.Office, Role.Administrator),
        ["prosecutor and administrator"] = An.Actor("both", An.Office, Role.Prosecutor, Role.Administrator),
        ["neighbour"] = An.Actor("he", Neighbour, Role.Prosecutor),
        ["neighbour of the upper level"] = An.Actor("he", Neighbour, Role.UpperLevel),
        ["upper level"] = An.Actor("qin", An.Province, Role.UpperLevel),
        ["prosecutor of the upper office"] = An.Actor("qi", An.Province, Role.Prosecutor),
        ["lower office"] = An.Actor("xia", An.Office + "990101/", Role.Prosecutor),
        ["office whose code begins alike"] = An.Actor("jia", "100000/990000/9901/", Role.UpperLevel),
        ["nobody"] = new Actor("x", "某", "990100", An.Office, "MS", []),
    };

    private static readonly Dictionary<string, Func<Matter>> Matters = new()
    {
        ["internal"] = () => A.Matter(m => m.Suspect("张某")).Matter,
        ["circle"] = () => A.Matter(m => m.Suspect("张某").InCircle()).Matter,
        ["circle with the assistant and the upper level"] = () => A.Matter(m => m.Suspect("张某").InCircle())
            .Append([new CircleChanged(Stories.Later, Secrecy.Circle, "理由", ["jiang", "qin", "admin", "he"], [])], Stories.Later).Matter,
        ["none"] = () => A.Unregistered().Matter,
    };

    [Theory]
    [InlineData("internal", "lead", "prosecutor", "assistant", "case manager", "head", "prosecutor and administrator", "upper level")]
    [InlineData("circle", "lead")]
    [InlineData("circle with the assistant and the upper level", "lead", "assistant", "upper level")]
    [InlineData("none")]
    public void A_matter_is_seen_by_these_and_by_nobody_else(string matter, params string[] seen) =>
        Actors.Where(a => Access.MaySee(a.Value, Matters[matter]())).Select(a => a.Key).ShouldBe(seen, ignoreOrder: true);

    [Theory]
    [InlineData("prosecute", "lead", "prosecutor", "prosecutor and administrator")]
    [InlineData("accept-transfer", "lead", "prosecutor", "case manager", "prosecutor and administrator")]
    [InlineData("notify-suspect", "lead", "prosecutor", "assistant", "prosecutor and administrator")]
    [InlineData("assign-matter", "case manager", "head")]
    [InlineData("extend-review", "lead", "prosecutor", "head", "prosecutor and administrator")]
    public void A_step_is_taken_by_these_roles_of_the_office_and_by_nobody_else(string step, params string[] may) =>
        Actors.Where(a => Access.May(a.Value, TestLaw.Book.Procedures[step], Matters["internal"]())).Select(a => a.Key).ShouldBe(may, ignoreOrder: true);

    [Fact]
    public void Whoever_has_the_role_may_register_in_their_own_office() =>
        Actors.Where(a => Access.May(a.Value, TestLaw.Book.Procedures["register-matter"], Matters["none"]())).Select(a => a.Key)
            .ShouldBe(
                ["lead", "prosecutor", "assistant", "case manager", "prosecutor and administrator", "neighbour", "prosecutor of the upper office", "lower office"],
                ignoreOrder: true);

    [Fact]
    public void The_parameters_of_the_lists_say_the_same()
    {
        Access.SqlParameters(Actors["upper level"])["actorIsUpper"].ShouldBe(1);
        Access.SqlParameters(Actors["upper level"])["actorBelow"].ShouldBe("100000/990000/%");
        Access.SqlParameters(Actors["administrator"])["actorWorks"].ShouldBe(0);
        Access.SqlParameters(Actors["nobody"])["actorWorks"].ShouldBe(0);
        Access.SqlParameters(Actors["head"]).ShouldSatisfyAllConditions(p => p["actorWorks"].ShouldBe(1), p => p["actorIsUpper"].ShouldBe(0));
    }
}
