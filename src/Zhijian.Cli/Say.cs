using Zhijian.Kernel;
using Zhijian.Matters;

namespace Zhijian.Cli;

/// <summary>The language of one call: Chinese unless <c>--lang en</c> asks otherwise. Both languages stand where they are read.</summary>
internal sealed class Say(Language language)
{
    public Language Language => language;

    public bool IsEnglish => language == Language.English;

    public string this[string zh, string en] => IsEnglish ? en : zh;

    public string this[Text text] => text.In(language);

    public string Of<T>(T word)
        where T : struct, Enum => this[word.Label()];

    /// <summary>2026-10-08 周四; 2026-10-08 Thu.</summary>
    public string Day(DateOnly day) => IsEnglish ? $"{day:yyyy-MM-dd} {day:ddd}" : $"{day:yyyy-MM-dd} 周{"日一二三四五六"[(int)day.DayOfWeek]}";

    /// <summary>逾期 3 天, 今日, 余 5 天.</summary>
    public string Left(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 and var late => this[$"逾期 {-late} 天", $"{-late} d late"],
        0 => this["今日到期", "due today"],
        var days => this[$"余 {days} 天", $"{days} d left"],
    };

    public string Role(Role role) => role switch
    {
        Kernel.Role.Prosecutor => this["检察官", "prosecutor"],
        Kernel.Role.Assistant => this["检察官助理", "assistant"],
        Kernel.Role.CaseManager => this["案件管理", "case manager"],
        Kernel.Role.OfficeHead => this["部门负责人", "head of the office"],
        Kernel.Role.UpperLevel => this["上级院", "upper level"],
        _ => this["系统管理员", "administrator"],
    };

    public string Roles(IEnumerable<Role> roles) => string.Join(this["、", ", "], roles.Select(Role));

    public string Track(Law.Track? track) => track switch
    {
        null => this["通用", "any"],
        Law.Track.Criminal => this["刑事", "criminal"],
        Law.Track.Civil => this["民事", "civil"],
        Law.Track.Administrative => this["行政", "administrative"],
        _ => this["公益诉讼", "public interest"],
    };

    /// <summary>Read before anything else, because the help and the errors of the parser speak it too.</summary>
    public static Say From(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
            if (args[i] is "--lang=en" || (args[i] == "--lang" && i + 1 < args.Count && args[i + 1] == "en"))
                return new Say(Language.English);
        return new Say(Language.Chinese);
    }
}
