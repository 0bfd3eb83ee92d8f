using Shouldly;
using Xunit;

namespace Zhijian.Web.Tests.Matters;

public sealed class FreeTextTests
{
    [Theory]
    [InlineData("假冒运动鞋案", false, "假冒运动鞋案")]
    [InlineData("假冒运动鞋案", true, "<span lang=\"zh-CN\">假冒运动鞋案</span>")]
    [InlineData("Indicted: 张某、吴某 (court)", true, "Indicted: <span lang=\"zh-CN\">张某、吴某</span> (court)")]
    [InlineData("no Chinese", true, "no Chinese")]
    [InlineData("<b>某</b>", true, "&lt;b&gt;<span lang=\"zh-CN\">某</span>&lt;/b&gt;")]
    [InlineData("", true, "")]
    public void Chinese_on_an_English_page_is_marked_and_everything_is_encoded(string text, bool english, string html) => FreeText.Mark(text, english).ShouldBe(html);
}
