using Shouldly;
using Xunit;
using Zhijian.Kernel.Identifiers;

namespace Zhijian.Kernel.Tests.Identifiers;

/// <summary>Numbers of cases and documents, as courts and procuratorates write them and as people copy them.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("（2022）沪03刑初67号")]
    [InlineData("（2022）京0105刑初857号")]
    [InlineData("（2021）京03刑终456号")]
    [InlineData("（2022）浙0603民再67号")]
    [InlineData("（2014）绍柯知初字第162号")]
    [InlineData("（2015）宿中知刑初字第0004号")]
    [InlineData("（2019）最高法知民终1号")]
    [InlineData("（2023）鄂刑终5号")]
    [InlineData("（2022）沪03刑初67号之一")]
    public void A_case_number_is_valid(string number) => CourtCaseNumber.Read(number).ShouldBeOfType<Valid>().Normal.ShouldBe(number);

    [Fact]
    public void Brackets_of_the_keyboard_are_the_same_brackets() => CourtCaseNumber.Read("(2022)沪03刑初67号").ShouldBeOfType<Valid>().Normal.ShouldBe("（2022）沪03刑初67号");

    [Theory]
    [InlineData("（２０２２）沪０３刑初６７号", "全角")]
    [InlineData("（2022） 沪03 刑初 67 号", "空格")]
    [InlineData("（2022）沪03刑初67", "缺少“号”")]
    [InlineData("〔2022〕沪03刑初67号", "括号已改")]
    [InlineData("2022沪03刑初67号", "缺少括号")]
    public void What_is_put_right_is_said(string given, string says)
    {
        var read = CourtCaseNumber.Read(given).ShouldBeOfType<Doubtful>();
        read.Normal.ShouldBe("（2022）沪03刑初67号");
        read.Reasons.ShouldHaveSingleItem().Zh.ShouldContain(says);
    }

    [Theory]
    [InlineData("（2022）沪031刑初67号", "法院代字“沪031”")]
    [InlineData("（2022）沪03刑甲67号", "类型代字“刑甲”")]
    [InlineData("（2014）沪03刑初67号", "字第")]
    [InlineData("（2020）绍柯知初字第162号", "字第")]
    public void What_is_odd_is_doubtful(string given, string says) => CourtCaseNumber.Read(given).ShouldBeOfType<Doubtful>().Reasons.ShouldHaveSingleItem().Zh.ShouldContain(says);

    [Theory]
    [InlineData("", "第 1 个字符")]
    [InlineData("沪03刑初67号", "第 1 个字符")]
    [InlineData("（2022）03刑初67号", "第 7 个字符")]
    [InlineData("（2022）沪03刑初号", "应为案件编号")]
    [InlineData("（2022）沪03刑初67号x", "之后不应有内容")]
    public void What_is_no_case_number_says_where(string given, string says) => CourtCaseNumber.Read(given).ShouldBeOfType<NotThis>().Reason.Zh.ShouldContain(says);

    [Theory]
    [InlineData("山东省院起诉受[2016]37000000031号", "山东省院", "起诉", "2016", "370000", "00031")]
    [InlineData("宁浦检起诉受[2018]32011100327号", "宁浦检", "起诉", "2018", "320111", "00327")]
    public void An_acceptance_number_has_five_parts(string number, params string[] parts) =>
        DepartmentAcceptanceNumber.Read(number).ShouldBeOfType<Valid>().Parts.Select(p => p.Value).ShouldBe(parts);

    [Theory]
    [InlineData("宁浦检起诉受〔2018〕32011100327号", "括号")]
    [InlineData("宁浦检起诉受[2018]32011100327", "缺少“号”")]
    [InlineData("宁浦检起诉受[2018]99011100327号", "第 13 位起")]
    public void An_odd_acceptance_number_is_doubtful(string number, string says) => DepartmentAcceptanceNumber.Read(number).ShouldBeOfType<Doubtful>().Reasons.ShouldHaveSingleItem().Zh.ShouldContain(says);

    [Theory]
    [InlineData("宁浦检起诉[2018]32011100327号", "受")]
    [InlineData("宁浦检起诉受[2018]3201110032号", "现有 10 位")]
    [InlineData("宁浦检起诉受2018]32011100327号", "[年份]")]
    public void What_is_no_acceptance_number_says_where(string number, string says) => DepartmentAcceptanceNumber.Read(number).ShouldBeOfType<NotThis>().Reason.Zh.ShouldContain(says);

    [Fact]
    public void A_document_number_names_office_and_kind() =>
        ProcuratorateDocumentNumber.Read("长检一部刑诉〔2020〕64号").ShouldBeOfType<Valid>().Parts.Select(p => p.Value).ShouldBe(["长检", "一部刑诉", "2020", "64"]);

    [Theory]
    [InlineData("长检一部刑诉[2020]64号", "括号")]
    [InlineData("长检一部刑诉〔2020〕第64号", "第")]
    public void An_odd_document_number_is_put_right(string number, string says)
    {
        var read = ProcuratorateDocumentNumber.Read(number).ShouldBeOfType<Doubtful>();
        read.Normal.ShouldBe("长检一部刑诉〔2020〕64号");
        read.Reasons.ShouldHaveSingleItem().Zh.ShouldContain(says);
    }

    [Theory]
    [InlineData("11010519491231002X", IdentifierKind.CitizenId)]
    [InlineData("91350100M000100Y43", IdentifierKind.CreditCode)]
    [InlineData("91350100M000100Y40", IdentifierKind.CreditCode)]
    [InlineData("D2143569-X", IdentifierKind.OrganisationCode)]
    [InlineData("E12345678", IdentifierKind.CitizenId)]
    [InlineData("（2022）沪03刑初67号", IdentifierKind.CourtCaseNumber)]
    [InlineData("宁浦检起诉受[2018]32011100327号", IdentifierKind.AcceptanceNumber)]
    [InlineData("长检一部刑诉〔2020〕64号", IdentifierKind.DocumentNumber)]
    public void The_shape_tells_the_kind(string text, IdentifierKind kind) => IdentifierReader.Read(text).Kind.ShouldBe(kind);
}
