using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

/// <summary>One suspect with two charges, a company, and a right holder; brought as far as the test needs.</summary>
internal static class PleaStories
{
    public static MatterStory Transferred() => A.Matter(m => m.Suspect("张某", "213", "214").Detained().RightHolder("某公司").RegisteredOn("2026-03-02")).Transferred("2026-03-02");

    public static MatterStory Told(params string[] persons) => Transferred().Do(new TellPleaRights(Day("2026-03-03"), Persons: persons));

    public static MatterStory Signed(params string[] charges) => Told().Do(new SignPleaStatement(Day("2026-03-05"), "王律师", Charges: charges));

    public static MatterStory Proposed() => Signed().Do(new ProposeSentence(Day("2026-03-06"), Penalty.Imprisonment, 10, Fine: new Kernel.Money(50_000)));

    /// <summary>A company and the person in charge, both for 213.</summary>
    public static MatterStory UnitCrime() => A.Matter(m => m.Unit("某贸易公司", "213").Suspect("李某", "213").OnBail().RegisteredOn("2026-03-02")).Transferred("2026-03-02").Do(new TellPleaRights(Day("2026-03-03")));

    public static LeniencyRecord Leniency(this MatterStory story, string person = "P1") => story.Matter.Person(person)!.Leniency;

    public static Kernel.Text LastLine(this MatterStory story)
    {
        var matter = story.Matter;
        return matter.Timeline[^1].Event.Says(matter);
    }
}
