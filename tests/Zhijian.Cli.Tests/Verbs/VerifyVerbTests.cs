using Dapper;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public class VerifyVerbTests
{
    private static async Task<Office> WithCasesAsync(Dialect dialect)
    {
        var office = await Office.OpenAsync(dialect);
        await office.OutAsync(0, "import", "cases", office.Write("cases.json", Cases.File(5)), "--as", "lu");
        return office;
    }

    [Theory, EveryDatabase]
    public async Task A_whole_log_is_said_to_be_whole_and_gets_a_checkpoint(Dialect dialect)
    {
        await using var office = await WithCasesAsync(dialect);
        var verdict = await office.JsonAsync(0, "verify");
        verdict["whole"]!.GetValue<bool>().ShouldBeTrue();
        var events = verdict["events"]!.GetValue<long>();
        events.ShouldBe(await office.CountAsync("SELECT COUNT(*) FROM event"));
        verdict["lastCheckpoint"]!["seq"]!.GetValue<long>().ShouldBe(events);
        var text = await office.OutAsync(0, "verify");
        text.ShouldContain($"日志完整：{events} 个事件");
        text.ShouldContain(verdict["head"]!.GetValue<string>());
        text.ShouldContain(verdict["keyId"]!.GetValue<string>());
    }

    [Theory, EveryDatabase]
    public async Task A_changed_event_is_named_and_gets_no_checkpoint(Dialect dialect)
    {
        await using var office = await WithCasesAsync(dialect);
        await office.TamperAsync("UPDATE event SET data = REPLACE(data, '运动鞋', '运动袜') WHERE stream = 'MS-2026-0003' AND version = 1");
        var wrong = await office.CountAsync("SELECT seq FROM event WHERE stream = 'MS-2026-0003' AND version = 1");
        var checkpoints = await File.ReadAllTextAsync(Path.Combine(office.Folder, "checkpoints.jsonl"));

        var answer = await office.RunAsync("verify");
        answer.Exit.ShouldBe(3);
        answer.Error.ShouldContain($"第 {wrong} 个事件（MS-2026-0003，matter.registered）记录后被改过");
        answer.Out.ShouldBeEmpty();
        (await office.RunAsync("verify", "--lang", "en")).Error.ShouldContain($"event {wrong} (MS-2026-0003, matter.registered) was changed after it was recorded");
        var verdict = await office.JsonAsync(3, "verify");
        verdict["firstWrong"]!.GetValue<long>().ShouldBe(wrong);
        verdict["error"]!["code"]!.GetValue<string>().ShouldBe("not-whole");
        (await File.ReadAllTextAsync(Path.Combine(office.Folder, "checkpoints.jsonl"))).ShouldBe(checkpoints);
    }

    [Theory, EveryDatabase]
    public async Task A_cut_tail_is_found(Dialect dialect)
    {
        await using var office = await WithCasesAsync(dialect);
        var events = await office.CountAsync("SELECT COUNT(*) FROM event");
        await office.TamperAsync($"DELETE FROM event WHERE seq > {events - 2}");
        var answer = await office.RunAsync("verify");
        answer.Exit.ShouldBe(3);
        answer.Error.ShouldContain($"尾部被截：已封印到第 {events} 个事件，现有 {events - 2} 个");
    }

    [Theory, EveryDatabase]
    public async Task A_database_that_was_cut_back_with_its_head_and_its_checkpoints_is_found_by_a_kept_checkpoint(Dialect dialect)
    {
        await using var office = await Office.OpenAsync(dialect);
        await using var platform = await office.PlatformAsync();
        await using var connection = await platform.Store.Database.OpenAsync(TestContext.Current.CancellationToken);
        var (seq, hash, seal) = await connection.QuerySingleAsync<(long, string, string)>("SELECT seq, hash, seal FROM log_head");
        await office.OutAsync(0, "import", "cases", office.Write("cases.json", Cases.File(5)), "--as", "lu");
        var kept = Path.Combine(office.Folder, "kept.jsonl");
        File.Copy(Path.Combine(office.Folder, "checkpoints.jsonl"), kept);
        // as if an older copy of the database had been put back
        await office.TamperAsync($"DELETE FROM event WHERE seq > {seq}");
        await office.TamperAsync($"UPDATE log_head SET seq = {seq}, hash = '{hash}', seal = '{seal}'");
        File.Delete(Path.Combine(office.Folder, "checkpoints.jsonl"));
        await office.OutAsync(0, "verify");
        (await office.RunAsync("verify", "--checkpoints", kept)).Exit.ShouldBe(3);
    }

    [Fact]
    public async Task A_head_that_was_forged_without_the_key_is_signed_by_nobody()
    {
        await using var office = await WithCasesAsync(Dialect.Sqlite);
        var path = Path.Combine(office.Folder, "checkpoints.jsonl");
        var checkpoints = await File.ReadAllTextAsync(path);
        await office.TamperAsync("UPDATE log_head SET seq = seq + 1, hash = '1111111111111111111111111111111111111111111111111111111111111111'");
        await office.OutAsync(0, "list", "--as", "lu");
        (await File.ReadAllTextAsync(path)).ShouldBe(checkpoints);
        (await office.RunAsync("verify")).Exit.ShouldBe(3);
        (await office.RunAsync("import", "cases", Path.Combine(office.Folder, "cases.json"), "--as", "lu")).Exit.ShouldBe(3);
    }

    [Fact]
    public async Task A_file_of_checkpoints_that_is_not_there_or_no_such_file_is_an_error()
    {
        await using var office = await WithCasesAsync(Dialect.Sqlite);
        (await office.RunAsync("verify", "--checkpoints", "no-such-file")).Exit.ShouldBe(1);
        (await office.RunAsync("verify", "--checkpoints", office.Write("x", "no checkpoint\nat all\n"))).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(3), a => a.Error.ShouldContain("x:1"));
        var forged = office.Write("forged", """{"seq":3,"hash":"00","at":"2026-01-01T00:00:00Z","signature":"AAAA"}""" + "\n");
        var answer = await office.RunAsync("verify", "--checkpoints", forged);
        (answer.Exit, answer.Error).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(3), a => a.Error.ShouldContain("检查点 3 的签名"));
    }

    [Fact]
    public async Task Events_that_are_appended_meanwhile_are_no_gap()
    {
        await using var office = await Office.OpenAsync();
        var file = office.Write("cases.json", Cases.File(1_500));
        using var import = office.Start("import", "cases", file, "--as", "lu");
        (await import.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        var drained = import.EndAsync();
        var times = 0;
        while (!drained.IsCompleted)
        {
            await office.OutAsync(0, "verify");
            times++;
        }
        times.ShouldBeGreaterThan(1);
        (await drained).Exit.ShouldBe(0);
    }
}
