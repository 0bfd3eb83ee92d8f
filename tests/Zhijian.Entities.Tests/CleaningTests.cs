using Shouldly;
using Xunit;

namespace Zhijian.Entities.Tests;

public sealed class CleaningTests
{
    [Theory]
    [InlineData("苏州市洁夏化妆品有限责任公司", "洁夏", "苏州", "化妆品", "有限公司", null)]
    [InlineData("華為技術（深圳）有限公司", "华为", "深圳", "技术", "有限公司", null)]
    [InlineData("浙江省杭州市西湖区龙井茶业商行", "龙井", "杭州", "茶业", "商行", null)]
    [InlineData("绸鹏五金", "绸鹏", null, "五金", null, null)]
    [InlineData("ＡＢＣ科技有限公司北京分公司", "abc", null, "科技", "有限公司", "北京分公司")]
    [InlineData("The Huawei Co., Ltd.", "huawei", null, null, null, null)]
    public void A_firm_is_taken_apart(string name, string core, string? place, string? trade, string? form, string? branch) =>
        Sample.Cleaning.Parts(ColumnKind.Company, name).ShouldBe([core, place, trade, form, branch]);

    [Theory]
    [InlineData("成都市科技园路817號1876室", "科技园路", "817-1876", "成都")]
    [InlineData("12 Main Street", "main street", "12", null)]
    public void An_address_is_taken_apart(string address, string street, string number, string? area) =>
        Sample.Cleaning.Parts(ColumnKind.Address, address).ShouldBe([street, number, area]);

    [Theory]
    [InlineData("1971-06-24", "19710624")]
    [InlineData("1971年6月24日", "19710624")]
    [InlineData("24/6/1971", "19710624")]
    [InlineData("19710624", "19710624")]
    [InlineData("1971", "19710000")]
    public void A_day_has_eight_digits(string written, string day) => Sample.Cleaning.Parts(ColumnKind.Date, written).ShouldBe([day]);

    [Theory]
    [InlineData("+86 139-1234-5678", "13912345678")]
    [InlineData("010-62345678", "1062345678")]
    public void A_phone_is_its_digits(string written, string digits) => Sample.Cleaning.Parts(ColumnKind.Phone, written).ShouldBe([digits]);

    [Theory]
    [InlineData("张伟", "Zhang Wei")]
    [InlineData("张伟", "wei zhang")]
    [InlineData("张晓明", "张小明")]
    [InlineData("欧阳明", "Ming Ouyang")]
    public void Names_that_sound_the_same(string a, string b)
    {
        string Sound(string name) => Sample.Cleaning.Sound(Sample.Cleaning.Parts(ColumnKind.Name, name)[0]!, anyOrder: true);
        Sound(a).ShouldBe(Sound(b));
    }
}
