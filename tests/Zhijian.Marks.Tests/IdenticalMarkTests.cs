using Shouldly;
using Xunit;
using Zhijian.Kernel;

namespace Zhijian.Marks.Tests;

public sealed class IdenticalMarkTests
{
    [Theory]
    [InlineData("NIKE", "NIKE", Answer.Yes, "None")]
    [InlineData("NIKE", "Nike", Answer.Yes, "Letterform")]
    [InlineData("NIKE", "ＮＩＫＥ", Answer.Yes, "Letterform")]
    [InlineData("NIKE", "N I K E", Answer.Yes, "Spacing")]
    [InlineData("耐克", "耐·克", Answer.Yes, "Spacing")]
    [InlineData("NIKE", "n-i-k-e", Answer.Yes, "Letterform Spacing")]
    [InlineData("耐克", "耐克运动鞋", Answer.Yes, "GenericWord")]
    [InlineData("耐克", "耐克X200", Answer.Yes, "GenericWord")]
    [InlineData("NIKE", "nike鞋", Answer.Yes, "GenericWord Letterform")]
    [InlineData("耐克", "耐剋", Answer.Unknown, "VariantCharacters")]
    [InlineData("耐克", "耐克王国", Answer.Unknown, "OtherWords")]
    [InlineData("耐克", "奈克", Answer.Unknown, "OtherWords")]
    [InlineData("耐克", "", Answer.Unknown, "OtherWords")]
    public void Basically_no_difference_is_answered_apart_from_likeness(string registered, string used, Answer answer, string differences)
    {
        var judged = IdenticalMark.Judge(MarkTables.Signs, registered, used, ["运动鞋", "鞋"]);
        judged.Answer.ShouldBe(answer);
        string.Join(' ', judged.Differences).ShouldBe(differences);
    }

    [Fact]
    public void Words_never_say_no() =>
        new[] { "a", "耐克", "nike", "！" }.ShouldAllBe(used => IdenticalMark.Judge(MarkTables.Signs, "耐克", used, Array.Empty<string>()).Answer != Answer.No);

    [Theory, InlineData("耐克", "新耐克"), InlineData("adidas", "阿迪达斯"), InlineData("玛丽", "妈莉"), InlineData("己未", "已末")]
    public void Lines_add_up_to_the_score(string one, string other)
    {
        var like = Likeness.Between(MarkTables.Signs, MarkTables.Signs.Of(one), MarkTables.Signs.Of(other));
        PointWords.Explain(like, Points.Of(like)).Sum(l => l.Points).ShouldBe(like.Score);
    }
}
