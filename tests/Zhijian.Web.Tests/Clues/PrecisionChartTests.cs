using System.Globalization;
using Shouldly;
using Xunit;
using Zhijian.Supervision.Clues;
using Zhijian.Web.Clues;

namespace Zhijian.Web.Tests.Clues;

public sealed class PrecisionChartTests
{
    private static ModelPerformance Row(string quarter, int judged, int confirmed) => new("hoarding", 1, quarter, 50, judged, confirmed, 0);

    [Fact]
    public void A_bar_is_as_high_as_its_share_and_the_sentence_says_the_same()
    {
        PrecisionChart.Of([Row("2026-Q1", 0, 0)]).ShouldBeNull();
        var chart = PrecisionChart.Of([Row("2026-Q1", 40, 19), Row("2026-Q2", 0, 0), Row("2026-Q3", 22, 22)])!;
        chart.Bars.Select(b => (b.Says, b.Quarter)).ShouldBe([("47.5", "26-Q1 v1"), ("100.0", "26-Q3 v1")]);
        chart.Label.En.ShouldBe("Precision: 2026-Q1 v1 47.5 % (19 of 40); 2026-Q3 v1 100.0 % (22 of 22)");
        decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
        foreach (var bar in chart.Bars)
            (Number(bar.Y) + Number(bar.Height)).ShouldBe(Number(PrecisionChart.Grid.First().Y), 0.11m);
        Number(chart.Bars[1].Y).ShouldBe(Number(PrecisionChart.Grid.Last().Y));
    }
}
