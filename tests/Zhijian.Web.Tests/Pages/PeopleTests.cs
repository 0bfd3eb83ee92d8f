using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Offices;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

public sealed class PeopleTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task An_administrator_adds_a_person_changes_their_roles_and_lets_them_go(Dialect dialect)
    {
        await using var server = await Server.StartAsync(dialect);
        using var admin = await server.SignInAsync("admin");
        var form = (await admin.PageAsync("/people")).QuerySelector("form[action*='handler=save']");
        var added = await admin.SubmitAsync(form, ("id", "Wang"), ("name", "王某"), ("nameEn", "Wang"), ("unit", "广东省广州市人民检察院"), ("roles", "prosecutor"), ("password", "long enough"));
        added.Should(302).Header("Location").ShouldBe("/people?edit=wang&done=added");
        using var wang = await server.SignInAsync("wang", "long enough");
        (await wang.PageAsync("/")).QuerySelector(".zj-tools").Says().ShouldContain("广东省广州市人民检察院 · 王某");

        var edit = await admin.PageAsync("/people?edit=wang&done=added");
        edit.QuerySelector("[role=status]").Says().ShouldBe("已添加，可以登录");
        (await admin.SubmitAsync(edit.QuerySelector("form[action*='handler=password']"), ("password", "another one"))).Should(302);
        (await wang.GetAsync("/")).Should(302); // a new password ends other sessions
        using var again = await server.SignInAsync("wang", "another one");

        (await admin.SubmitAsync(edit.QuerySelector("form[action*='handler=save']"), ("roles", ""))).Should(302);
        (await again.GetAsync("/")).Should(302); // whoever has left is out with the next request
        (await server.Browser().SubmitSignInAsync("wang", "another one")).Should(200).Text.ShouldContain("登录名或密码不对");

        var log = await server.Platform.Store.LoadAsync(PersonAppointed.Stream("wang"));
        log.Select(e => (e.Type, e.Actor)).ShouldBe(
            [("office.person-appointed", "admin"), ("office.password-set", "admin"), ("office.password-set", "admin"), ("office.person-appointed", "admin")]);
        log.ShouldAllBe(e => !e.Data.Contains("another one") && !e.Data.Contains("long enough"));
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_what_was_typed_stays()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var admin = await server.SignInAsync("admin");
        var form = (await admin.PageAsync("/people")).QuerySelector("form[action*='handler=save']");
        var page = (await admin.SubmitAsync(form, ("id", "lu"), ("name", "另一人"), ("unit", "123456"), ("password", "short"))).Should(422).Html();
        page.QuerySelectorAll(".zj-errsum a").Select(a => a.GetAttribute("href")).ShouldBe(["#id", "#unit", "#roles", "#password"]);
        page.QuerySelector("#name")!.GetAttribute("value").ShouldBe("另一人");
        page.QuerySelector("#unit")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector("#password")!.GetAttribute("value").ShouldBeNullOrEmpty();
        (await admin.SubmitAsync(form, ("id", "1x"), ("name", "某"), ("roles", "assistant"), ("password", "long enough"))).Should(422).Html().QuerySelector("#id-e").Says().ShouldContain("不能作人员编号");
        (await server.Platform.People.ActorAsync("lu"))!.Name.ShouldBe("陆某");
    }

    [Fact]
    public async Task An_administrator_cannot_shut_themselves_out()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var admin = await server.SignInAsync("admin");
        var form = (await admin.PageAsync("/people?edit=admin")).QuerySelector("form[action*='handler=save']");
        (await admin.SubmitAsync(form, ("roles", "prosecutor"))).Should(422).Text.ShouldContain("不能取消自己的系统管理员角色");
        (await server.Platform.People.ActorAsync("admin"))!.Is(Role.Administrator).ShouldBeTrue();
    }

    [Fact]
    public async Task For_everybody_else_the_page_is_not_there()
    {
        using var zhou = await (await servers.OfAsync(Dialect.Sqlite)).SignInAsync("zhou");
        var people = (await zhou.GetAsync("/people")).Should(404);
        people.Without("/people").ShouldBe((await zhou.GetAsync("/peeple")).Should(404).Without("/peeple"));
        (await zhou.PageAsync("/")).QuerySelector("a[href='/people']").ShouldBeNull();
    }
}
