using Zhijian.Matters;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

internal sealed class PleaScenarios : IScenarios
{
    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        static MatterStory Transferred() => A.Matter(m => m.Suspect("张某", "213").Detained().RightHolder("某公司").RegisteredOn("2026-03-02")).Transferred("2026-03-02");
        static MatterStory Told() => Transferred().Do(new TellPleaRights(Day("2026-03-03")));
        static MatterStory Proposed() => Told().Do(new SignPleaStatement(Day("2026-03-05"), "王律师")).Do(new ProposeSentence(Day("2026-03-06"), Penalty.Imprisonment, 10));
        var day = Day("2026-03-25");

        yield return (Transferred(), new TellPleaRights(day));
        yield return (Transferred(), new ArrangeLegalHelp(day, LegalHelp.Notified, "王律师"));
        yield return (Told(), new HearPleaOpinion(day, PleaVoice.Suspect, "没有异议", OpinionTaken.Adopted));
        yield return (Told(), new ReviewVoluntariness(day, PleaWill.Voluntary, "自愿"));
        yield return (Told(), new SignPleaStatement(day, "王律师"));
        yield return (Told().Do(new SignPleaStatement(Day("2026-03-05"), "王律师")), new ProposeSentence(day, Penalty.Imprisonment, 10));
        yield return (Transferred(), new ReviewCustodyNeed(day, CustodyNeed.NotNeeded, "无社会危险性"));
        foreach (var expected in new[] { ExpectedSentence.UpToOneYear, ExpectedSentence.UpToThreeYears })
            yield return (Told(), new CheckFastTrack(day, expected, Known.Yes, Known.Yes, FastTrackExclusion.None));
        yield return (Proposed().Prosecuted("2026-03-10").Judged("2026-03-20"), new RecordPleaAdoption(day, PleaAdoption.Adopted));
    }
}
