using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Docket;

/// <summary>A link of the workbench with its count. The link opens exactly the rows that were counted.</summary>
public sealed record DocketLink(string Id, Text Title, DocketQuery Query);

/// <summary>A state of matters: how many need the actor, and how many there are in all.</summary>
public sealed record DocketState(string Id, Text Title, DocketQuery Mine, DocketQuery All);

/// <summary>The counted links above the list. They stay the same whatever the list shows. Pure.</summary>
public static class DocketViews
{
    public static Text Title(DocketView view) => view switch
    {
        DocketView.Overdue => new Text("已超期", "Overdue"),
        DocketView.Today => new Text("今日到期", "Due today"),
        DocketView.Holiday => new Text("假期内到期", "Due in a holiday"),
        DocketView.Custody => new Text("在押", "In custody"),
        DocketView.Asks => new Text("缺关键事实", "Facts missing"),
        DocketView.Circle => new Text("知悉范围限定", "Kept to a circle"),
        DocketView.Waiting => new Text("等待他人", "Awaiting others"),
        DocketView.Published => new Text("公开案例", "Published cases"),
        _ => new Text("含公开案例", "Published cases too"),
    };

    public static IReadOnlyList<DocketLink> Views(DocketQuery mine)
    {
        DocketLink Of(DocketView view, DocketQuery query) => new($"v-{Words.Kebab(view)}", Title(view), query with { View = view });
        return
        [
            new DocketLink("v-mine", mine.Who is null ? new Text("需要办理", "To be done") : new Text("需要我处理", "Needs me"), mine),
            Of(DocketView.Overdue, mine),
            Of(DocketView.Holiday, mine),
            Of(DocketView.Custody, mine),
            Of(DocketView.Asks, mine),
            Of(DocketView.Circle, mine),
            Of(DocketView.Waiting, mine with { NeedsMe = false }),
            Of(DocketView.Published, new DocketQuery()),
            Of(DocketView.All, new DocketQuery()) with { Title = new Text("全部在办", "All open") },
        ];
    }

    public static IReadOnlyList<DocketState> States(DocketQuery mine)
    {
        var all = new DocketQuery();
        DocketState OfStage(Stage stage) => new(Words.Kebab(stage), stage.Label(), mine with { Stage = stage }, all with { Stage = stage });
        DocketState OfStep(string step, Text title) => new(step, title, mine with { Step = step }, all with { Step = step });
        DocketState OfTrack(Track track, Text title) => new(Words.Kebab(track), title, mine with { Track = track }, all with { Track = track });
        return
        [
            OfStage(Stage.ArrestReview),
            OfStep("notify-right-holder", new Text("待告知权利人", "Right holder to notify")),
            OfStage(Stage.ProsecutionReview),
            OfStage(Stage.Returned) with { Title = new Text("退回补充侦查", "Returned") },
            OfStep("review-judgment", new Text("判决审查", "Judgment review")),
            OfTrack(Track.Civil, new Text("民事监督", "Civil")),
            OfTrack(Track.Administrative, new Text("行政监督", "Administrative")),
            OfTrack(Track.PublicInterest, new Text("公益诉讼", "Public interest")),
        ];
    }
}
