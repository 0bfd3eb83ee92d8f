using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FourChecks;

/// <summary>The words of use across functions as people read them.</summary>
internal static class SharingNames
{
    public static Text Of(Material material) => material switch
    {
        Material.Object => new Text("物证、书证、视听资料、电子数据", "Object, document, recording, electronic data"),
        Material.Statement => new Text("供述、证言、陈述", "Statement"),
        Material.Opinion => new Text("鉴定意见、勘验检查笔录", "Expert opinion, inspection"),
        Material.Plea => new Text("认罪认罚材料", "Papers of plea and leniency"),
        Material.TechnicalInvestigation => new Text("技术侦查材料", "Material of technical investigation"),
        Material.TradeSecret => new Text("商业秘密", "Trade secret"),
        Material.PersonalData => new Text("个人信息、隐私", "Personal data"),
        _ => new Text("裁判、决定等公文", "Judgment, decision or other official paper"),
    };

    public static Text Of(Purpose purpose) => purpose switch
    {
        Purpose.Clue => new Text("线索", "Clue"),
        Purpose.Evidence => new Text("证据", "Evidence"),
        _ => new Text("参考", "Reference"),
    };

    public static Text Of(SharingAnswer answer) => answer switch
    {
        SharingAnswer.Allowed => new Text("可以使用", "allowed"),
        SharingAnswer.Ask => new Text("核对后使用", "after a look"),
        _ => new Text("不得使用", "forbidden"),
    };
}
