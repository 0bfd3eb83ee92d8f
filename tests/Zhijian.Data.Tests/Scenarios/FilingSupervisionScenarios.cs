using Zhijian.Matters;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

internal sealed class FilingSupervisionScenarios : IScenarios
{
    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        var day = Day("2026-03-25");
        AcceptFilingSupervision accept = new(Day("2026-03-20"), FilingFault.NotFiled, FilingSource.Victim, "某市公安局某分局", "某公司被假冒注册商标");

        yield return (A.Matter(), accept);
        yield return (A.Matter().Do(accept), new AskForReasons(day));
    }
}
