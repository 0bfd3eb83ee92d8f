using Shouldly;
using Xunit;

namespace Zhijian.Reading.Tests;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("商标\n一\t二", "商标\n一\t二")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("\u202eabc\u2066", "⟨U+202E⟩abc⟨U+2066⟩")]
    [InlineData("商\u200b标\ufeff", "商标")]
    [InlineData("\0\u001b\u007f", "␀␛␡")]
    [InlineData("a\u2028b", "a\nb")]
    [InlineData("𠮷😀", "𠮷😀")]
    [InlineData("\U000E0041", "⟨U+E0041⟩")]
    public void What_deceives_is_seen(string text, string safe) => SafeText.Of(text).ShouldBe(safe);

    [Fact]
    public void Half_a_character_is_told() => SafeText.Of("\ud800x\udc00").ShouldBe("\ufffdx\ufffd");
}
