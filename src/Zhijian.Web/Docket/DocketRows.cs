using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Docket;

/// <summary>What a row of the workbench says and where it leads. Pure.</summary>
public static class DocketRows
{
    /// <summary>〔2026〕0142 for matters of one's own office, the whole id for those of others.</summary>
    public static string Number(string matter, Actor actor) =>
        MatterId.TryParse(matter) is { } id && matter == MatterId.Of(actor.UnitShort, id.Year, id.Serial).Value ? $"〔{id.Year:D4}〕{id.Serial:D4}" : matter;

    /// <summary>Up to three names, else the first and how many there are: 廖某等 6 人.</summary>
    public static string People(string subjects, bool english)
    {
        var names = subjects.Split('、', StringSplitOptions.RemoveEmptyEntries);
        return names.Length <= 3 ? string.Join(english ? ", " : "、", names) : english ? $"{names[0]} + {names.Length - 1}" : $"{names[0]}等 {names.Length} 人";
    }

    /// <summary>假冒注册商标（213）; an article without a name stands alone.</summary>
    public static string Charges(string articles, Vocabulary vocabulary, bool english) => string.Join(
        english ? ", " : "、",
        articles.Split('、', StringSplitOptions.RemoveEmptyEntries).Select(a => vocabulary.Charge(a) is not { } charge ? a : english ? $"{charge.Title.En} ({a})" : $"{charge.Short}（{a}）"));

    /// <summary>The state as the work sees it: a judgment to be reviewed is not yet done with. Null where there is none.</summary>
    public static (string Mark, Text Says)? State(WorkRow row) => (row.IsPublished, row.Step, Words.Parse<Stage>(row.Stage)) switch
    {
        (1, _, _) => ("", new Text("公开案例", "Published case")),
        (_, "review-judgment", _) => ("on", new Text("判决审查", "Judgment review")),
        (_, "notify-right-holder", _) => ("on", new Text("待告知权利人", "Right holder to notify")),
        (_, _, { } stage) => (Marks.Of(stage), stage.Label()),
        _ => null,
    };

    /// <summary>The page of the step with the persons or right holders of the row; without a step of its own, the record that the duty was done.</summary>
    public static string ActUrl(WorkRow row) => row switch
    {
        { Step: null } => $"/matters/{row.Matter}/steps/record-performance?duty={Uri.EscapeDataString(row.Key)}",
        { SubjectIds: "" } => $"/matters/{row.Matter}/steps/{row.Step}",
        { SubjectIds: ['R', ..] } => $"/matters/{row.Matter}/steps/{row.Step}?holders={row.SubjectIds}",
        _ => $"/matters/{row.Matter}/steps/{row.Step}?persons={row.SubjectIds}",
    };

    /// <summary>The page that counts the date; null where no clock runs.</summary>
    public static string? ClockUrl(WorkRow row) => row.Law.Length == 0 ? null : $"/matters/{row.Matter}/clocks/{Uri.EscapeDataString(row.Key)}";
}
