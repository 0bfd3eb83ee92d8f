using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Web.Tests.Pages;

namespace Zhijian.Web.Tests.Matters;

public sealed class ClocksFileTests(Servers servers)
{
    [Fact]
    public async Task The_clocks_of_a_matter_go_to_a_calendar_program()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var id = await Some.MatterInReviewAsync(await server.AsAsync("lu"));
        using var lu = await server.SignInAsync("lu");

        var file = (await lu.GetAsync($"/matters/{id}/clocks.ics")).Should(200);

        file.Type.ShouldBe("text/calendar; charset=utf-8");
        file.Header("Content-Disposition").ShouldBe($"attachment; filename={id}.ics; filename*=UTF-8''{id}.ics");
        var unfolded = file.Text.Replace("\r\n ", "");
        unfolded.Split("BEGIN:VEVENT").Length.ShouldBe(1 + 4);
        unfolded.ShouldContain($"UID:{id}.decide-prosecution.P1.1.CR-PR-STD@zhijian\r\n");
        unfolded.ShouldContain("DTSTART;VALUE=DATE:20261002\r\nDTEND;VALUE=DATE:20261003\r\n");
        unfolded.ShouldContain("张某");
        (await lu.PageAsync($"/matters/{id}")).QuerySelector($"#clocks a[href='/matters/{id}/clocks.ics']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Outside_the_circle_there_is_no_file_and_inside_it_has_no_name()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var api = await server.AsAsync("lu");
        var id = await Some.MatterAsync(api, secrecy: "circle");
        (await api.PostAsync($"/api/matters/{id}/accept-transfer", new { on = "2026-09-02", transferredBy = "某市公安局" })).Should(200);
        using var lu = await server.SignInAsync("lu");
        using var shen = await server.SignInAsync("shen");

        (await shen.GetAsync($"/matters/{id}/clocks.ics")).Should(404);
        using var nobody = server.Browser();
        (await nobody.GetAsync($"/matters/{id}/clocks.ics")).Should(302);
        var text = (await lu.GetAsync($"/matters/{id}/clocks.ics")).Should(200).Text.Replace("\r\n ", "");
        text.ShouldContain($"SUMMARY:{id}\r\n");
        foreach (var name in new[] { "张某", "某滤清器公司", "滤芯" })
            text.ShouldNotContain(name);
    }
}
