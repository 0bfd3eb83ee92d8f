using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Documents;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

internal sealed class DocumentScenarios : IScenarios
{
    private static readonly DateOnly On = Day("2026-03-12");
    private static readonly Actor Head = An.Actor("zhou", An.Office, Role.OfficeHead);
    private static readonly MakeDocument Outline = new(On, "return-outline", Values: new Dictionary<string, string> { ["other"] = "无" });

    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        yield return (Returned(), Outline);
        yield return (Returned(), new MakeDocument(On, "victim-rights"));
        yield return (Made(), new MakeDocument(On, Values: new Dictionary<string, string> { ["attachments"] = "新附件" }, Paper: 1));
        yield return (Made(), new SubmitDocument(On, 1, "请审"));
        yield return (Submitted().By(Head), new ApproveDocument(On, 1));
        yield return (Submitted().By(Head), new ReturnDocument(On, 1, "证据部分再写"));
        yield return (Submitted(), new WithdrawDocument(On, 1, "补写"));
        yield return (Approved(), new FinishDocument(On, 1));
        yield return (Returned().Do(Outline), new FinishDocument(On, 1));
        yield return (Finished(), new ServeDocument(On, 1, "某区人民法院", ServiceChannel.InPerson, "送达回证1号"));
        yield return (Finished().By(Head), new CancelDocument(On, 1, "文号用错"));
    }

    private static MatterStory Returned() => A.Matter(m => m.Suspect("张某", "213").RightHolder("某公司").Amount("sales-amount", 126_000)).Transferred("2026-03-02").Returned("2026-03-10");

    private static MatterStory Made() => A.Matter(m => m.Suspect("张某", "213").Amount("sales-amount", 126_000)).Transferred("2026-03-02").Prosecuted("2026-03-10").Do(new MakeDocument(
        On, "indictment", Values: new Dictionary<string, string> { ["identities"] = "无前科", ["facts-found"] = "事实", ["evidence"] = "证据", ["assessment"] = "认罪认罚", ["attachments"] = "案卷二册" }));

    private static MatterStory Submitted() => Made().Do(new SubmitDocument(On, 1));

    private static MatterStory Approved() => Submitted().By(Head).Do(new ApproveDocument(On, 1)).By(An.Actor());

    private static MatterStory Finished() => Approved().Do(new FinishDocument(On, 1));
}
