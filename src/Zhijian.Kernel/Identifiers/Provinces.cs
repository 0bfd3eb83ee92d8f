namespace Zhijian.Kernel.Identifiers;

/// <summary>The first two digits of a GB/T 2260 code. The full list changes every year and old numbers keep old codes, so only these are checked.</summary>
internal static class Provinces
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["11"] = "北京", ["12"] = "天津", ["13"] = "河北", ["14"] = "山西", ["15"] = "内蒙古",
        ["21"] = "辽宁", ["22"] = "吉林", ["23"] = "黑龙江",
        ["31"] = "上海", ["32"] = "江苏", ["33"] = "浙江", ["34"] = "安徽", ["35"] = "福建", ["36"] = "江西", ["37"] = "山东",
        ["41"] = "河南", ["42"] = "湖北", ["43"] = "湖南", ["44"] = "广东", ["45"] = "广西", ["46"] = "海南",
        ["50"] = "重庆", ["51"] = "四川", ["52"] = "贵州", ["53"] = "云南", ["54"] = "西藏",
        ["61"] = "陕西", ["62"] = "甘肃", ["63"] = "青海", ["64"] = "宁夏", ["65"] = "新疆",
        ["71"] = "台湾", ["81"] = "香港", ["82"] = "澳门",
    };

    public static string? Of(string areaCode) => Names.GetValueOrDefault(areaCode[..2]);

    public static IdentifierPart Part(string areaCode) =>
        new(new Text("行政区划", "area"), areaCode, Of(areaCode) is { } name ? new Text(name, name) : null);

    public static Text Unknown(string areaCode, int position) =>
        new($"第 {position} 位起的行政区划代码 {areaCode} 的省份“{areaCode[..2]}”不在表中", $"the area code {areaCode} from position {position}: no province “{areaCode[..2]}”");
}
