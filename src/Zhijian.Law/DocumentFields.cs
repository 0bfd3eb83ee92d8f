using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>The fields that every paper may name: what each is called and which step gives it where the matter does not know it.</summary>
public static class DocumentFields
{
    /// <summary>By name. The bindings in Zhijian.Matters have the same names; a test holds the two together.</summary>
    public static readonly IReadOnlyDictionary<string, DocumentField> Known = new DocumentField[]
    {
        new("office.name", new Text("本院名称", "Name of the office"), null, null),
        new("actor.name", new Text("承办人", "Person in charge"), null, null),
        new("matter.number", new Text("案号", "Case number"), "register-matter", null),
        new("matter.title", new Text("案件名称", "Title of the matter"), "register-matter", "title"),
        new("matter.registered", new Text("登记日期", "Registered on"), "register-matter", "on"),
        new("right.type", new Text("权利类型", "Kind of right"), "register-matter", "rightType"),
        new("right.name", new Text("权利名称", "Name of the right"), "register-matter", "rightName"),
        new("goods", new Text("涉案商品或者服务", "Goods or services"), "register-matter", "goods"),
        new("acts.from", new Text("行为开始", "Acts from"), "register-matter", "actsFrom"),
        new("acts.to", new Text("行为结束", "Acts to"), "register-matter", "actsTo"),
        new("holders", new Text("权利人", "Right holders"), "add-right-holder", "name"),
        new("holder.name", new Text("权利人姓名或者名称", "Name of the right holder"), "add-right-holder", "name"),
        new("persons", new Text("犯罪嫌疑人", "Suspects"), "add-person", "name"),
        new("person.name", new Text("姓名或者名称", "Name"), "add-person", "name"),
        new("person.unit", new Text("单位", "A unit"), "add-person", "isUnit"),
        new("person.measure", new Text("强制措施", "Measure"), "change-measure", "measure"),
        new("charges", new Text("罪名", "Charges"), "add-charge", "charge"),
        new("articles", new Text("刑法条文", "Articles of the Criminal Law"), "add-charge", "charge"),
        new("charge.title", new Text("罪名", "Charge"), "add-charge", "charge"),
        new("charge.article", new Text("条文", "Article"), "add-charge", "charge"),
        new("amounts", new Text("数额", "Amounts"), "record-amount", "yuan"),
        new("amount.kind", new Text("数额种类", "Kind of amount"), "record-amount", "kind"),
        new("amount.yuan", new Text("金额", "Yuan"), "record-amount", "yuan"),
        new("amount.source", new Text("来源", "Source"), "record-amount", "source"),
        new("proof.person", new Text("人员（证明对象）", "Person (point to prove)"), "tie-exhibit", "person"),
        new("proof.charge", new Text("罪名（证明对象）", "Charge (point to prove)"), "tie-exhibit", "charge"),
        new("proof.element", new Text("要素", "Element"), "tie-exhibit", "element"),
        new("proof.exhibits", new Text("证据", "Exhibits"), "tie-exhibit", "exhibit"),
        new("proceeding.title", new Text("监督事项", "What is supervised"), null, null),
        new("proceeding.applicant", new Text("申请人", "Applicant"), null, "applicant"),
        new("proceeding.police", new Text("被监督机关", "Supervised organ"), "accept-filing-supervision", "police"),
        new("proceeding.court", new Text("法院", "Court"), null, null),
        new("proceeding.case-number", new Text("案号（法院）", "Case number of the court"), null, null),
        new("proceeding.parties", new Text("当事人", "Parties"), null, null),
        new("proceeding.effective", new Text("裁判生效日期", "Effective on"), null, null),
        new("proceeding.act-organ", new Text("作出行政行为的机关", "Organ of the act"), null, null),
        new("proceeding.act", new Text("行政行为", "Administrative act"), null, null),
        new("proceeding.against", new Text("对象", "Against"), "file-public-interest", "against"),
        new("proceeding.addressee", new Text("被建议单位", "Addressee"), "open-suggestion", "addressee"),
        new("proceeding.agency", new Text("行政主管机关", "Administrative organ"), "decide-penalty-opinion", "agency"),
    }.ToDictionary(f => f.Name, StringComparer.Ordinal);
}

/// <param name="Step">The step that gives it; null where it comes with the proceeding or with whoever writes.</param>
/// <param name="Input">The field of that step.</param>
public sealed record DocumentField(string Name, Text Label, string? Step, string? Input);
