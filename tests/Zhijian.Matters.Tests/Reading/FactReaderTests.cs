using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Reading;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Reading;

/// <summary>The reader on sentences made up for it; how it does on published texts is measured in bench/.</summary>
public sealed class FactReaderTests
{
    private static readonly FactReader Reader = new(TestLaw.Book.Vocabulary);

    private static IReadOnlyList<T> Read<T>(string text)
        where T : Proposal => [.. Reader.Read(text).Proposals.OfType<T>()];

    [Theory]
    [InlineData("收款人民币1,323,400元。", "1,323,400元", 1323400)]
    [InlineData("共计人民币２７０，０００．５０元", "２７０，０００．５０元", 270000.50)]
    [InlineData("卖得五千余元，", "五千余元", 5000, Approximation.AtLeast)]
    [InlineData("付了三万二千元", "三万二千元", 32000)]
    [InlineData("付了三万二元", "三万二元", 32000)]
    [InlineData("价值1.5万元", "1.5万元", 15000)]
    [InlineData("价值10余万元", "10余万元", 100000, Approximation.AtLeast)]
    [InlineData("价值近30万元", "近30万元", 300000, Approximation.AtMost)]
    [InlineData("在附近30元一晚的旅店", "30元", 30)]
    [InlineData("价值约12万8千余元", "约12万8千余元", 128000, Approximation.About)]
    [InlineData("价值33万多元", "33万多元", 330000, Approximation.AtLeast)]
    [InlineData("货款5万元左右", "5万元左右", 50000, Approximation.About)]
    [InlineData("货款5万元以上", "5万元以上", 50000, Approximation.AtLeast)]
    [InlineData("找零3元5角", "3元5角", 3.5)]
    [InlineData("又收取人民币5万。", "5万", 50000)]
    [InlineData("汇款5万某到账", "5万某", 50000)]
    [InlineData("资金2亿3千万元", "2亿3千万元", 230000000)]
    [InlineData("一百零五元", "一百零五元", 105)]
    [InlineData("十五元", "十五元", 15)]
    public void An_amount_is_read(string text, string surface, double value, Approximation approximation = Approximation.Exact)
    {
        var amount = Read<AmountProposal>(text).ShouldHaveSingleItem();
        (amount.Surface, amount.Value, amount.Approximation).ShouldBe((surface, (decimal)value, approximation));
        text.Substring(amount.Start, amount.Length).ShouldBe(surface);
    }

    [Theory]
    [InlineData("每只3至5元", 3, 5)]
    [InlineData("罚款3至5万元", 30000, 50000)]
    [InlineData("罚款3万元至5万元", 30000, 50000)]
    [InlineData("加工费120-150元", 120, 150)]
    [InlineData("卖三四百元", 300, 400)]
    public void A_range_has_two_ends(string text, double from, double to)
    {
        var amount = Read<AmountProposal>(text).ShouldHaveSingleItem();
        (amount.Value, amount.To, amount.Approximation).ShouldBe(((decimal)from, (decimal)to, Approximation.Range));
    }

    [Theory]
    [InlineData("适用销售金额二十万元以上不满五十万元的规定")]
    [InlineData("住3单元202室")]
    [InlineData("缴纳罚金人民币××元")]
    [InlineData("电池36块")]
    [InlineData("元旦那天5元器件")]
    public void What_is_no_amount_is_left_alone(string text) => Read<AmountProposal>(text).ShouldBeEmpty();

    [Theory]
    [InlineData("兑换1000美元", "USD")]
    [InlineData("兑换1000港币", "HKD")]
    public void Another_currency_is_said(string text, string currency) => Read<AmountProposal>(text).ShouldHaveSingleItem().Currency.ShouldBe(currency);

    [Theory]
    [InlineData("非法经营数额达人民币7万元", "illegal-turnover", "illegal_turnover")]
    [InlineData("销售金额共计50余万元", "sales-amount", "sales_amount")]
    [InlineData("尚未销售的皮包货值金额3万元", "goods-value", "unsold_value")]
    [InlineData("从中获利2万元", "illegal-gains", "illegal_gains")]
    [InlineData("给权利人造成直接经济损失80万元", "direct-loss", "patentee_direct_loss")]
    [InlineData("退出违法所得2万元", "restitution", null)]
    [InlineData("并处罚金5万元", "fine", null)]
    [InlineData("共计价值2万元", null, null)]
    [InlineData("销售金额如上。另借款2万元", null, null)]
    [InlineData("违法所得以每件25元的价格计", null, null)]
    public void The_kind_is_proposed_only_when_the_wording_says_it(string text, string? kind, string? metric)
    {
        var amount = Read<AmountProposal>(text).ShouldHaveSingleItem();
        (amount.Kind, amount.Metric).ShouldBe((kind, metric));
    }

    [Theory]
    [InlineData("2019年", "2019")]
    [InlineData("２０１９年３月", "2019-03")]
    [InlineData("二〇一九年三月十六日", "2019-03-16")]
    [InlineData("2019 年 3 月 16 日", "2019-03-16")]
    [InlineData("2019.3.16", "2019-03-16")]
    [InlineData("2019年5月，同年8月4日", "2019-05 2019-08-04")]
    [InlineData("2019年5月初，当月29日", "2019-05 2019-05-29")]
    [InlineData("2019年9月至12月间", "2019-09 2019-12")]
    [InlineData("2019年9月至次年2月", "2019-09 2020-02")]
    [InlineData("2019年12月31日晚，次日凌晨", "2019-12-31 2020-01-01")]
    [InlineData("2019年2月23日至6月10日，当日", "2019-02-23 2019-06-10 2019-06-10")]
    [InlineData("2019年3月5日至8日", "2019-03-05 2019-03-08")]
    [InlineData("2019年的六七月份", "2019-06")]
    [InlineData("2019年2、3月间", "2019-02")]
    [InlineData("2019年2月30日", "")]
    [InlineData("（2019）浙01刑初7号", "")]
    [InlineData("判处有期徒刑三年六个月", "")]
    [InlineData("同年8月14日，当日", "")]
    public void Dates_are_completed_from_the_date_before(string text, string dates) => string.Join(' ', Read<DateProposal>(text).Select(d => d.On.Value)).ShouldBe(dates);

    [Theory]
    [InlineData("皮包23个", "23个")]
    [InlineData("T恤2，175件", "2，175件")]
    [InlineData("约20名工人", "约20名")]
    [InlineData("标识三十余万份", "三十余万份")]
    [InlineData("光盘3500至4000张", "3500至4000张")]
    [InlineData("先后五次分六次", "五次 六次")]
    [InlineData("每箱80盒，每盒125g，酒500ML", "80盒 125g 500ML")]
    [InlineData("面粉5.5吨", "5.5吨")]
    [InlineData("印章一枚", "一枚")]
    [InlineData("以125元一箱的价格", "")]
    [InlineData("刑法第二百一十三条第一款、第217条、第1、3款", "")]
    [InlineData("3个月后，第2次，同一种商品，材料一批，一部分", "")]
    [InlineData("40幢3单元，张某2对此，罗×1支付，XT800件，零件", "")]
    [InlineData("判处三年，35岁，5.5%，68#液压油", "")]
    public void Quantities_have_a_unit(string text, string found) => string.Join(' ', Read<QuantityProposal>(text).Select(q => q.Surface)).ShouldBe(found);

    [Theory]
    [InlineData("查获假冒手机电池36块", "手机电池")]
    [InlineData("从高某家查获卷烟200条", "卷烟")]
    [InlineData("送来250卷“某某”防水材料", "防水材料")]
    [InlineData("雇佣工人12名", "")]
    public void Goods_stand_beside_a_quantity(string text, string goods) => string.Join(' ', Read<GoodsProposal>(text).Select(g => g.Surface)).ShouldBe(goods);

    [Theory]
    [InlineData("假冒“甲甲”、“乙乙”注册商标的手袋", "甲甲 乙乙")]
    [InlineData("“丙丙”牌润滑油", "丙丙")]
    [InlineData("标有\"ABC\"字样", "ABC")]
    [InlineData("网络游戏《某某传说》，签订《合作协议书》，触犯《中华人民共和国刑法》", "某某传说")]
    [InlineData("在“星光小区”楼盘使用", "")]
    [InlineData("私刻“某公司检验专用章”印章", "")]
    public void Marks_stand_in_quotation_marks_beside_a_word_for_them(string text, string marks) => string.Join(' ', Read<MarkProposal>(text).Select(m => m.Name)).ShouldBe(marks);

    [Theory]
    [InlineData("被告人程某某以牟利为目的", "Defendant 程某某")]
    [InlineData("被告人张伟在其经营的店内", "Defendant 张伟")]
    [InlineData("犯罪嫌疑人陈向东于当日", "Defendant 陈向东")]
    [InlineData("证人梁某某、高某甲及罗×1的证言", "Witness 梁某某,Witness 高某甲,Witness 罗×1")]
    [InlineData("被告单位某县某机械有限公司在供货中", "Defendant 某县某机械有限公司")]
    [InlineData("被告人甲某与乙某丙相识", "Defendant 甲某")]
    [InlineData("被害人陈述，被告人供述，证人证言", "")]
    public void Persons_are_known_by_the_word_before(string text, string found) => string.Join(',', Read<PersonProposal>(text).Select(p => $"{p.Role} {p.Surface}")).ShouldBe(found);

    [Fact]
    public void An_earlier_penalty_has_the_date_of_its_decision()
    {
        var text = "被告人李某曾因犯盗窃罪，于2011年4月20日被逮捕，2012年4月25日被判处有期徒刑一年。2019年5月又犯本罪，曾因此外出。";
        var penalty = Read<PenaltyProposal>(text).ShouldHaveSingleItem();
        penalty.On.ShouldBe(PartialDate.Parse("2012-04-25"));
        penalty.Surface.ShouldStartWith("曾因犯盗窃罪");
    }

    [Fact]
    public void Words_of_an_attempt_are_pointed_out() => Read<AttemptProposal>("查获尚未销售的皮包").Select(a => a.Surface).ShouldBe(["查获", "尚未销售"]);

    [Fact]
    public void Every_proposal_is_what_stands_there() =>
        Prop.ForAll(Pieces.ToArbitrary(), text => Reader.Read(text).Proposals.All(p => text.Substring(p.Start, p.Length) == p.Surface)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static readonly Gen<string> Pieces = Gen.Elements(
        "2019年", "5月", "3日", "同年", "当日", "次月", "\r\n", "一", "十", "万", "余", "元", "个", "至", "、", "，", "1", "２", ".", "“", "”", "《", "商标", "被告人", "某", "×", "曾因", "判处", "共", "人民币", "约", "以上", "的", "酒", "每", "第", "😀")
        .ArrayOf().Select(string.Concat);

    [Theory]
    [InlineData("9")]
    [InlineData("一千")]
    [InlineData("第1、")]
    [InlineData("“甲”、")]
    [InlineData("曾因2019年5月，")]
    [InlineData("证人张某、")]
    [InlineData("2019年9月至12月查获手袋300余个，销售金额5万余元。")]
    public void A_megabyte_is_read_in_moments(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, FactReader.Longest / piece.Length));
        var watch = Stopwatch.StartNew();
        Reader.Read(text).Refused.ShouldBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20)); // quadratic would be hours
    }

    [Fact]
    public void More_than_that_is_refused_with_a_reason() => Reader.Read(new string('一', FactReader.Longest + 1)).Refused!.Value.Zh.ShouldContain("只粘贴事实部分");
}
