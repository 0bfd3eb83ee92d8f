using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Offices;
using Zhijian.Web.Docket;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The small pure functions behind the pages.</summary>
public sealed class DisplayTests
{
    private static readonly Actor Lu = new("lu", "陆某", "990100", "100000/990000/990100/", "MS", [Role.Prosecutor]);

    [Theory]
    [InlineData("MS-2026-0142", "〔2026〕0142")]
    [InlineData("LS-2026-0142", "LS-2026-0142")]
    [InlineData("MSQ-2026-0142", "MSQ-2026-0142")]
    public void A_matter_of_another_office_is_named_in_full(string matter, string shown) => DocketRows.Number(matter, Lu).ShouldBe(shown);

    [Theory]
    [InlineData("", "", "")]
    [InlineData("张某、吴某", "张某、吴某", "张某, 吴某")]
    [InlineData("廖某、甲、乙、丙、丁、戊", "廖某等 6 人", "廖某 + 5")]
    public void Many_names_are_the_first_and_their_number(string names, string zh, string en) =>
        (DocketRows.People(names, false), DocketRows.People(names, true)).ShouldBe((zh, en));

    [Fact]
    public void A_charge_has_its_name_and_its_article() =>
        DocketRows.Charges("213、999", LawBook.Load(DataFolder.Find()).Vocabulary, false).ShouldBe("假冒注册商标（213）、999");

    [Fact]
    public void A_row_leads_to_its_step_with_whom_it_concerns()
    {
        var row = DocketGroupsTests.Row("2026-10-08");
        DocketRows.ActUrl(row).ShouldBe("/matters/MS-2026-0001/steps/prosecute?persons=P1");
        DocketRows.ActUrl(row with { SubjectIds = "R1,R2", Step = "notify-right-holder" }).ShouldBe("/matters/MS-2026-0001/steps/notify-right-holder?holders=R1,R2");
        DocketRows.ActUrl(row with { SubjectIds = "", Step = "record-check" }).ShouldBe("/matters/MS-2026-0001/steps/record-check");
        DocketRows.ActUrl(row with { Step = null, Key = "custody-term-notice.P1.1" }).ShouldBe("/matters/MS-2026-0001/steps/record-performance?duty=custody-term-notice.P1.1");
        DocketRows.ClockUrl(row with { Law = "" }).ShouldBeNull();
    }

    [Fact]
    public void The_language_changes_and_every_condition_stays()
    {
        Chrome.WithLanguage("/", "?who=me&view=custody&lang=zh", "en").ShouldBe("/?who=me&view=custody&lang=en");
        Chrome.WithLanguage("/matters", "?q=%E8%8C%85%E5%8F%B0", "en").ShouldBe("/matters?q=%E8%8C%85%E5%8F%B0&lang=en");
        Chrome.WithLanguage("/没有", "", "zh").ShouldBe("/%E6%B2%A1%E6%9C%89?lang=zh");
    }

    [Theory]
    [InlineData("刑诉法172；刑诉规则351", "CPL 172; Rules 351")]
    [InlineData("刑诉法228、230；规则586", "CPL 228, 230; Rules 586")]
    [InlineData("公安程序规定151", "Police Rules 151")]
    [InlineData("最高检2019年12月试点（gov.cn 2019-12-11）", null)]
    public void A_citation_is_translated_as_a_whole_or_not_at_all(string article, string? english) => LawNames.English(article).ShouldBe(english);

    [Fact]
    public void Pages_show_both_ends_and_the_neighbours()
    {
        new Pager(1, 3, n => $"{n}", default).Numbers().ShouldBe([1, 2, 3]);
        new Pager(10, 20, n => $"{n}", default).Numbers().ShouldBe([1, 2, null, 8, 9, 10, 11, 12, null, 19, 20]);
    }

    [Fact]
    public void The_units_below_are_counted_at_every_level()
    {
        var tree = UnitTree.Load(DataFolder.Find());
        OfficeCounts.Say(OfficeCounts.Below(tree, "440000")).ShouldBe(new Text("市级院 21，区县院 122", "21 cities, 122 districts"));
        OfficeCounts.Below(tree, "110101").ShouldBeEmpty();
        OfficeCounts.Above(tree, tree.Find("440103")!).Select(u => u.Code).ShouldBe(["100000", "440000", "440100", "440103"]);
    }
}
