using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Offices;

namespace Zhijian.Web;

/// <summary>Words for what the modules below only have a code for: roles, holders of a duty, levels of a unit.</summary>
public static class Names
{
    public static Text Of(Role role) => role switch
    {
        Role.Prosecutor => new Text("检察官", "Prosecutor"),
        Role.Assistant => new Text("检察官助理、书记员", "Assistant"),
        Role.CaseManager => new Text("案件管理", "Case manager"),
        Role.OfficeHead => new Text("部门负责人", "Head of the office"),
        Role.UpperLevel => new Text("上级院业务部门", "Upper level"),
        _ => new Text("系统管理员", "Administrator"),
    };

    public static Text Of(Holder holder) => holder switch
    {
        Holder.Office => new Text("本院", "This office"),
        Holder.HigherProcuratorate => new Text("上一级人民检察院", "Next higher procuratorate"),
        Holder.Police => new Text("公安机关", "Police"),
        Holder.Court => new Text("人民法院", "Court"),
        Holder.Agency => new Text("行政机关", "Agency"),
        Holder.Party => new Text("当事人", "Party"),
        Holder.QualifiedBody => new Text("适格机关和组织", "Qualified body"),
        _ => new Text("权利人", "Right holder"),
    };

    public static Text Of(UnitLevel level) => level switch
    {
        UnitLevel.Supreme => new Text("最高检", "Supreme"),
        UnitLevel.Province => new Text("省级院", "Province"),
        UnitLevel.City => new Text("市级院", "City"),
        _ => new Text("区县院", "District"),
    };

    /// <summary>A real unit has no English name; its Chinese one stands.</summary>
    public static string Of(Unit? unit, bool english) => (english ? unit?.NameEn : null) ?? unit?.Name ?? "";

    public static string? Of(PersonRow? person, bool english) => person is null ? null : english && person.NameEn.Length > 0 ? person.NameEn : person.Name;

    /// <summary>The roles that a row of the read table names.</summary>
    public static IReadOnlyList<Role> Roles(string stored) =>
        [.. stored.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(r => Words.Parse<Role>(r)).OfType<Role>()];

    public static bool HasChinese(string text) => text.Any(c => c is >= '\u3400' and <= '\u9fff');
}
