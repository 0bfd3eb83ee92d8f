using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Cli.Verbs;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public class DoVerbTests
{
    [Theory, EveryDatabase]
    public async Task The_third_return_is_refused_with_its_article_and_what_would_help(Dialect dialect)
    {
        await using var office = await Office.OpenAsync(dialect);
        var matter = await Steps.ToProsecutionReviewAsync(office);
        string[] Return(string on) => ["do", "return-for-investigation", matter, "--as", "lu", "--on", on, "--outline", "补查销售去向"];
        string[] Again(string on) => ["do", "accept-resubmission", matter, "--as", "lu", "--on", on];
        await office.OutAsync(0, Return("2026-09-04"));
        await office.OutAsync(0, Again("2026-09-10"));
        await office.OutAsync(0, Return("2026-09-11"));
        await office.OutAsync(0, Again("2026-09-18"));
        var events = await office.CountAsync("SELECT COUNT(*) FROM event");

        var answer = await office.RunAsync(Return("2026-09-20"));
        (answer.Exit, answer.Out).ShouldBe((2, ""));
        answer.Error.ShouldContain("黄某的案件已退回补充侦查 2 次");
        answer.Error.ShouldContain("依据：刑诉法175；规则346、350");
        answer.Error.ShouldContain("怎么办：");
        (await office.RunAsync([.. Return("2026-09-20"), "--lang", "en"])).Error.ShouldContain("a third return is not allowed");
        var error = (await office.JsonAsync(2, Return("2026-09-20")))["error"]!;
        error["code"]!.GetValue<string>().ShouldBe("third-return");
        error["basis"]!.GetValue<string>().ShouldBe("刑诉法175；规则346、350");
        error["field"]!.GetValue<string>().ShouldBe("persons");
        (await office.CountAsync("SELECT COUNT(*) FROM event")).ShouldBe(events);
    }

    [Fact]
    public async Task What_was_recorded_is_said_with_the_duties_that_are_open()
    {
        await using var office = await Office.OpenAsync();
        await Steps.RegisterAsync(office);
        var output = await office.OutAsync(0, "do", "accept-transfer", "ms-2026-0001", "--as", "fang", "--on", "2026-09-03", "--transferred-by", "公安某区分局");
        output.ShouldStartWith("MS-2026-0001 第 2 版：受理移送审查起诉，已记录\n");
        output.ShouldContain("2026-10-03 周六 [余 5 天]  决定是否起诉 · 黄某");
    }

    [Fact]
    public async Task Alone_it_lists_the_steps_and_with_fields_the_form_of_one()
    {
        await using var office = await Office.OpenAsync();
        var steps = await office.JsonAsync(0, "do");
        steps.AsArray().Count.ShouldBe(new Matters.StepCatalogue(Law.LawBook.Load(Law.DataFolder.Find())).All.Count);
        (await office.OutAsync(0, "do")).ShouldContain("return-for-investigation");
        foreach (var step in steps.AsArray().Select(s => s!["step"]!.GetValue<string>()))
        {
            (await office.OutAsync(0, "do", step, "--fields")).ShouldContain("例子：");
            (await office.JsonAsync(0, "do", step, "--fields"))["fields"]!.AsArray().ShouldContain(f => f!["name"]!.GetValue<string>() == "on");
        }
        var form = await office.OutAsync(0, "do", "return-for-investigation", "--fields");
        form.ShouldContain("--outline  是");
        form.ShouldContain("逐项列明需要补充的证据");
    }

    [Fact]
    public async Task The_example_of_the_registration_can_be_sent_as_it_is()
    {
        await using var office = await Office.OpenAsync();
        var example = (await office.JsonAsync(0, "do", "register-matter", "--fields"))["example"]!.ToJsonString();
        (await office.RunWithInputAsync(example, "do", "register-matter", "--as", "lu", "--body", "-")).Exit.ShouldBe(0);
    }

    [Fact]
    public void No_field_of_a_step_is_hidden_by_an_option_of_the_command()
    {
        var options = new DoVerb(new Common(new Say(Kernel.Language.English))).Command.Options.Select(o => o.Name).Concat(["--data", "--database", "--json", "--lang", "--help"]).ToList();
        foreach (var step in new Matters.StepCatalogue(Law.LawBook.Load(Law.DataFolder.Find())).All)
            foreach (var field in step.Fields)
                options.ShouldNotContain($"--{field.Name}", step.Name);
    }

    [Theory]
    [InlineData(64, "没有栏目“outlin”", "return-for-investigation", "M", "--outlin", "x")]
    [InlineData(64, "“2026-02-30”不是日期", "return-for-investigation", "M", "--on", "2026-02-30", "--outline", "x")]
    [InlineData(64, "“补充侦查提纲”未填", "return-for-investigation", "M", "--on", "2026-09-20")]
    [InlineData(64, "--outline 后面缺少值", "return-for-investigation", "M", "--on", "2026-09-20", "--outline")]
    [InlineData(64, "--on 给了不止一次", "return-for-investigation", "M", "--on", "2026-09-20", "--on", "2026-09-21")]
    [InlineData(64, "缺少案号", "return-for-investigation", "--on", "2026-09-20", "--outline", "x")]
    [InlineData(64, "是多余的", "return-for-investigation", "M", "more")]
    [InlineData(64, "登记新案不填案号", "register-matter", "M", "--title", "x")]
    [InlineData(64, "只用于 attach-document", "return-for-investigation", "M", "--file", "x")]
    [InlineData(64, "--expect 须为", "return-for-investigation", "M", "--on", "2026-09-20", "--outline", "x", "--expect", "x")]
    [InlineData(4, "没有步骤“return”", "return", "M")]
    [InlineData(4, "没有案件“MS-2026-0099”", "return-for-investigation", "MS-2026-0099", "--on", "2026-09-20", "--outline", "x")]
    [InlineData(4, "没有案件“x”", "return-for-investigation", "x", "--on", "2026-09-20", "--outline", "x")]
    [InlineData(2, "晚于今天", "return-for-investigation", "M", "--on", "2026-09-29", "--outline", "x")]
    [InlineData(5, "已是第 2 版：fang 于", "return-for-investigation", "M", "--on", "2026-09-20", "--outline", "x", "--expect", "1")]
    public async Task What_is_wrong_is_said_in_a_line_and_nothing_is_recorded(int exit, string says, params string[] args)
    {
        await using var office = await Office.OpenAsync();
        var matter = await Steps.ToProsecutionReviewAsync(office);
        var events = await office.CountAsync("SELECT COUNT(*) FROM event");
        string[] all = ["do", .. args.Select(a => a == "M" ? matter : a), "--as", "lu"];
        var answer = await office.RunAsync(all);
        answer.Exit.ShouldBe(exit, answer.Error);
        answer.Error.ShouldContain(says);
        answer.Out.ShouldBeEmpty();
        (await office.JsonAsync(exit, all))["error"]!["exit"]!.GetValue<int>().ShouldBe(exit);
        (await office.CountAsync("SELECT COUNT(*) FROM event")).ShouldBe(events);
    }

    [Fact]
    public async Task Who_has_no_role_for_the_step_is_told_who_has()
    {
        await using var office = await Office.OpenAsync();
        var matter = await Steps.ToProsecutionReviewAsync(office);
        var answer = await office.RunAsync("do", "return-for-investigation", matter, "--as", "fang", "--on", "2026-09-20", "--outline", "x");
        answer.Exit.ShouldBe(2);
        answer.Error.ShouldContain("方某（案件管理）不能办理“退回补充侦查”");
        answer.Error.ShouldContain("检察官");
        (await office.RunAsync("do", "return-for-investigation", matter, "--as", "he", "--on", "2026-09-20", "--outline", "x")).Exit.ShouldBe(4);
        (await office.RunAsync("do", "return-for-investigation", matter, "--as", "nobody", "--on", "2026-09-20", "--outline", "x")).Exit.ShouldBe(4);
    }

    [Fact]
    public async Task The_same_key_records_once_and_another_request_with_it_conflicts()
    {
        await using var office = await Office.OpenAsync();
        async Task<Answer> Send(string body) => await office.RunWithInputAsync(body, "do", "register-matter", "--as", "lu", "--body", "-", "--key", "k1", "--json");
        var first = await Send(Steps.NewMatter);
        var second = await Send(Steps.NewMatter);
        (second.Exit, second.Out).ShouldBe((0, first.Out));
        (await office.CountAsync("SELECT COUNT(*) FROM matter")).ShouldBe(1);
        var other = await Send(Steps.NewMatter.Replace("滤清器案", "轴承案"));
        other.Exit.ShouldBe(5);
        JsonNode.Parse(other.Out)!["error"]!["code"]!.GetValue<string>().ShouldBe("key-reused");
    }

    [Fact]
    public async Task A_body_comes_from_a_file_or_from_standard_input_and_is_read_strictly()
    {
        await using var office = await Office.OpenAsync();
        await office.OutAsync(0, "do", "register-matter", "--as", "lu", "--body", office.Write("new.json", Steps.NewMatter));
        (await office.RunAsync("do", "register-matter", "--as", "lu", "--body", "no-such-file")).Exit.ShouldBe(1);
        (await office.RunWithInputAsync("{", "do", "register-matter", "--as", "lu", "--body", "-")).Exit.ShouldBe(64);
        var answer = await office.RunWithInputAsync(Steps.NewMatter.Replace("\"title\"", "\"titel\""), "do", "register-matter", "--as", "lu", "--body", "-");
        answer.Exit.ShouldBe(64);
        answer.Error.ShouldContain("没有栏目“titel”");
        (await office.RunWithInputAsync(Steps.NewMatter, "do", "register-matter", "--as", "lu", "--body", "-", "--title", "x")).Exit.ShouldBe(64);
    }

    [Fact]
    public async Task A_file_is_taken_in_and_attached_in_one_go()
    {
        await using var office = await Office.OpenAsync();
        var matter = await Steps.ToProsecutionReviewAsync(office);
        var scan = office.Write("扫描件.txt", "扣押清单");
        await office.OutAsync(0, "do", "attach-document", matter, "--as", "lu", "--on", "2026-09-20", "--file", scan);
        var document = (await office.JsonAsync(0, "show", matter, "--as", "lu"))["documents"]![0]!;
        document["name"]!.GetValue<string>().ShouldBe("扫描件.txt");
        document["mediaType"]!.GetValue<string>().ShouldBe("text/plain");
        (await office.RunAsync("do", "attach-document", matter, "--as", "he", "--on", "2026-09-20", "--file", scan)).Exit.ShouldBe(4);
        (await office.RunAsync("do", "attach-document", matter, "--as", "lu", "--on", "2026-09-20", "--file", office.Write("x.exe", [0x4D, 0x5A, 0, 1]))).Exit.ShouldBe(2);
        (await office.RunAsync("do", "attach-document", matter, "--as", "lu", "--on", "2026-09-20", "--file", "no-such-file")).Exit.ShouldBe(1);
    }
}
