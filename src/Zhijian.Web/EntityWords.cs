using Zhijian.Kernel;

namespace Zhijian.Web;

/// <summary>What is compared of two that may be one, in words.</summary>
public static class EntityWords
{
    private static readonly Dictionary<string, Text> Known = new(StringComparer.Ordinal)
    {
        ["prior"] = new("起点", "to begin with"),
        ["name"] = new("名称", "name"),
        ["name.core"] = new("字号", "core of the name"),
        ["name.place"] = new("地名", "place"),
        ["name.trade"] = new("行业", "trade"),
        ["name.form"] = new("组织形式", "legal form"),
        ["name.branch"] = new("分支机构", "branch"),
        ["code"] = new("代码", "code"),
        ["address.street"] = new("路名", "street"),
        ["address.number"] = new("门牌", "number"),
        ["address.area"] = new("城市", "city"),
        ["phone"] = new("电话", "telephone"),
        ["person"] = new("姓名", "name of the person"),
    };

    public static Text Of(string feature) => Known.GetValueOrDefault(feature, new Text(feature, feature));
}
