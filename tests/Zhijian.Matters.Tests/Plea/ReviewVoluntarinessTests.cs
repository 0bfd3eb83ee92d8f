using Shouldly;
using Xunit;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Plea.PleaStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

public sealed class ReviewVoluntarinessTests
{
    private static ReviewVoluntariness Review(PleaWill outcome = PleaWill.Voluntary, string findings = "讯问录音录像显示自愿", params string[] persons) => new(Day("2026-03-04"), outcome, findings, persons);

    [Theory]
    [InlineData(PleaWill.Voluntary, true)]
    [InlineData(PleaWill.AgainstTheWill, false)]
    public void The_finding_is_kept(PleaWill outcome, bool voluntary) => Told().Do(Review(outcome)).Leniency().Voluntary.ShouldBe(voluntary);

    [Fact]
    public void One_at_a_time()
    {
        UnitCrime().ShouldRefuse<OnePersonAtATime>(Review(), "persons");
        UnitCrime().Do(Review(persons: "P2")).Leniency("P1").Voluntary.ShouldBeNull();
    }

    [Fact]
    public void With_what_was_found() => Told().ShouldRefuse<FieldIsEmpty>(Review(findings: " "), "findings");
}
