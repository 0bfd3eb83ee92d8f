using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

internal sealed class FourCheckScenarios : IScenarios
{
    private static readonly RecordFinding Found = new(Day("2025-05-06"), "harm-consumers", Track.Criminal, "仍有1060台在用", Material.Object, "证据卷二第41页", "某局", "某院", "某号", "甲、乙", null, "处罚", "12号");

    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        yield return (A.Matter(), Found);
        yield return (A.Matter().Do(Found), new AnswerCheck(Day("2025-05-07"), "harm-consumers.D1.1", CheckOutcome.NoIssue, "已召回"));
        yield return (A.Matter().Do(Found), new UseMaterial(Day("2025-05-07"), "D1", Material.Object, Track.Criminal, Track.PublicInterest, Purpose.Evidence, "证明损害", Confirmed: "已调取并核实"));
        yield return (A.Matter().Do(Found), new FilePublicInterest(Day("2025-05-07"), PublicLine.Civil, PublicField.Consumers, "仍有1060台在用", "某局", "假冒运动鞋案", Check: "harm-consumers.D1.1"));
    }
}
