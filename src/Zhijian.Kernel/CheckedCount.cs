namespace Zhijian.Kernel;

/// <summary>A count with its second opinion.</summary>
public sealed record CheckedCount(Term Term, CountFrom From, TermCount Count, Walk Walk)
{
    /// <summary>False is a fault of this program: then both dates are shown, and neither is relied on.</summary>
    public bool Agrees => Walk.Agrees(Count);

    public static CheckedCount Of(Term term, CountFrom from, WorkCalendar calendar) =>
        new(term, from, term.Count(from, calendar), TermSimulation.Run(term, from, calendar));

    /// <summary>The outcome of the comparison in words.</summary>
    public Text Says => Agrees
        ? new Text("复核：逐日模拟，结果一致", "Checked: a day-by-day simulation gives the same")
        : new Text(
            $"复核不一致：计算为 {Count.Due:yyyy-MM-dd}，逐日模拟为 {Walk.Due:yyyy-MM-dd}。请人工核对，并报告此问题",
            $"The check differs: counted {Count.Due:yyyy-MM-dd}, simulated {Walk.Due:yyyy-MM-dd}. Check by hand and report this");
}
