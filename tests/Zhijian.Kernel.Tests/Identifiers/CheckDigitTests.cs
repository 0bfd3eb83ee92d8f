using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Zhijian.Kernel.Identifiers;

namespace Zhijian.Kernel.Tests.Identifiers;

/// <summary>Codes with a check: the published samples hold, and what a tired hand does to them is noticed.</summary>
public sealed class CheckDigitTests
{
    private const string CreditCharset = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>A code of random content, its check characters taken from what the reader itself asks for.</summary>
    private static readonly Gen<string> CreditCodes =
        from area in Gen.Elements("110000", "350100", "440300", "330603")
        from body in Gen.Elements(CreditCharset.Where(c => c != 'X').ToArray()).ArrayOf(8)
        select Completed($"91{area}{new string(body)}");

    private static readonly Gen<string> CitizenIds =
        from area in Gen.Elements("110105", "440524", "330106")
        from day in Gen.Choose(0, 20000)
        from sequence in Gen.Choose(1, 999)
        select WithCheck($"{area}{new DateOnly(1950, 1, 1).AddDays(day):yyyyMMdd}{sequence:D3}", "0123456789X", IdentifierKind.CitizenId);

    private static string WithCheck(string body, string checks, IdentifierKind kind) => checks.Select(c => body + c).Single(c => IdentifierReader.Read(kind, c) is Valid);

    private static string Completed(string start)
    {
        var organisation = "0123456789X".Select(c => start[8..] + c).Single(c => OrganisationCode.Read(c) is Valid);
        return WithCheck(start[..8] + organisation, CreditCharset, IdentifierKind.CreditCode);
    }

    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("914403001922038216")]
    [InlineData("91330100799655058B")]
    [InlineData("9144030071526726XG")]
    [InlineData("91100000100003962T")]
    [InlineData("91440300192317458F")]
    public void A_credit_code_is_valid(string code) => UnifiedSocialCreditCode.Read(code).ShouldBeOfType<Valid>().Normal.ShouldBe(code);

    [Fact]
    public void A_wrong_check_is_doubtful_and_says_what_it_should_be()
    {
        var read = UnifiedSocialCreditCode.Read("91350100M000100Y40").ShouldBeOfType<Doubtful>();
        read.Normal.ShouldBe("91350100M000100Y40");
        read.Reasons.ShouldHaveSingleItem().Zh.ShouldContain("应为“3”");
    }

    [Fact]
    public void Every_single_change_of_a_credit_code_is_noticed() =>
        Prop.ForAll(CreditCodes.ToArbitrary(), code => Enumerable.Range(0, 18).All(i => CreditCharset.Where(c => c != code[i])
            .All(c => UnifiedSocialCreditCode.Read(code[..i] + c + code[(i + 1)..]) is not Valid))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_swap_of_neighbours_in_a_credit_code_is_noticed() =>
        Prop.ForAll(CreditCodes.ToArbitrary(), code => Swaps(code).All(s => UnifiedSocialCreditCode.Read(s) is not Valid)).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_single_change_and_swap_of_a_citizen_id_is_noticed() =>
        Prop.ForAll(CitizenIds.ToArbitrary(), id => Enumerable.Range(0, 18).SelectMany(i => "0123456789X".Where(c => c != id[i]).Select(c => id[..i] + c + id[(i + 1)..])).Concat(Swaps(id))
            .All(c => CitizenId.Read(c) is not Valid)).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Every_change_of_a_digit_of_an_organisation_code_is_noticed() =>
        Prop.ForAll(Gen.Choose(0, 99_999_999).ToArbitrary(), n =>
        {
            var code = WithCheck($"{n:D8}", "0123456789X", IdentifierKind.OrganisationCode);
            return Enumerable.Range(0, 8).SelectMany(i => "0123456789".Where(c => c != code[i]).Select(c => code[..i] + c + code[(i + 1)..])).Concat(Swaps(code.Replace("-", "")))
                .Where(c => c[7] != 'X') // as a check X is 10, as a letter of the body 33: that swap the algorithm cannot see
                .All(c => OrganisationCode.Read(c) is not Valid);
        }).Check(Config.QuickThrowOnFailure);

    private static IEnumerable<string> Swaps(string code) =>
        Enumerable.Range(0, code.Length - 1).Where(i => code[i] != code[i + 1]).Select(i => $"{code[..i]}{code[i + 1]}{code[i]}{code[(i + 2)..]}");

    [Fact]
    public void Whatever_is_given_is_answered() =>
        Prop.ForAll<string>(text => Enum.GetValues<IdentifierKind>().All(k => IdentifierReader.Read(k, text) is not null) && IdentifierReader.Read(text) is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("９１３５０１００Ｍ０００１００Ｙ４３", "全角")]
    [InlineData("91350100m000100y43", "小写")]
    [InlineData("913501 00M000 100Y43", "空格")]
    [InlineData("91350100-M000100Y4-3", "连字符")]
    [InlineData("9135O1OOM000100Y43", "疑为“0”")]
    [InlineData("9I350100M000100Y43", "第 2 位“I”")]
    public void What_is_put_right_is_said(string given, string says)
    {
        var read = UnifiedSocialCreditCode.Read(given).ShouldBeOfType<Doubtful>();
        read.Normal.ShouldBe("91350100M000100Y43");
        read.Reasons.ShouldHaveSingleItem().Zh.ShouldContain(says);
    }

    [Theory]
    [InlineData("", "没有内容")]
    [InlineData("350100400012345", "工商注册号")]
    [InlineData("D2143569X", "组织机构代码")]
    [InlineData("91350100M000100Y4", "现有 17 位")]
    [InlineData("9135A100M000100Y43", "第 5 位“A”应为数字")]
    [InlineData("91350100V000100Y43", "第 9 位“V”")]
    public void What_is_no_credit_code_says_why(string given, string says) => UnifiedSocialCreditCode.Read(given).ShouldBeOfType<NotThis>().Reason.Zh.ShouldContain(says);

    [Fact]
    public void A_swap_that_brings_X_into_the_body_may_pass()
    {
        OrganisationCode.Read("01071551X").ShouldBeOfType<Valid>();
        OrganisationCode.Read("0107155X1").ShouldBeOfType<Valid>();
    }

    [Theory]
    [InlineData("D2143569-X")]
    [InlineData("D2143569X")]
    public void The_sample_of_the_organisation_codes_holds(string code) => OrganisationCode.Read(code).ShouldBeOfType<Valid>().Normal.ShouldBe("D2143569-X");

    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", "女")]
    [InlineData("440524188001010014", "1880-01-01", "男")]
    public void A_citizen_id_tells_the_day_of_birth_and_the_sex(string id, string born, string sex)
    {
        var parts = CitizenId.Read(id).ShouldBeOfType<Valid>().Parts;
        parts.ShouldContain(p => p.Value == born);
        parts.ShouldContain(p => p.Means != null && p.Means.Value.Zh == sex);
    }

    [Theory]
    [InlineData("110105491231002", "11010519491231002X")]
    [InlineData("11010519491231002x", "小写")]
    [InlineData("110105194912310021", "应为“X”")]
    public void A_citizen_id_that_cannot_be_confirmed_is_doubtful(string id, string says) => CitizenId.Read(id).ShouldBeOfType<Doubtful>().Reasons.ShouldHaveSingleItem().Zh.ShouldContain(says);

    [Theory]
    [InlineData("E12345678", "护照")]
    [InlineData("H1234567890", "港澳居民")]
    [InlineData("12345678", "台湾居民")]
    [InlineData("810000199001010012", "居住证")]
    [InlineData("1101051949****002X", "遮盖")]
    [InlineData("11010519491331002X", "第 7 至 14 位")]
    [InlineData("1101051949123100", "现有 16 位")]
    [InlineData("1101051949123100AX", "第 17 位")]
    public void What_is_no_citizen_id_says_why(string id, string says) => CitizenId.Read(id).ShouldBeOfType<NotThis>().Reason.Zh.ShouldContain(says);
}
