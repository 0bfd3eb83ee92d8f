using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Intake;
using Zhijian.Offices;
using Zhijian.Web.SignIn;

namespace Zhijian.Web;

/// <summary>
/// The sample office: invented people with one known password, the published cases, and practice matters (data/practice/) whose dates
/// are counted back from today. Loaded once, into a store without people.
/// </summary>
public static class SampleOffice
{
    public const string Password = "zhijian-demo";

    /// <returns>What to print: the sign-ins.</returns>
    public static async Task<string> LoadAsync(IServiceProvider services, Platform platform, bool empty)
    {
        var isNew = !await platform.People.AnyAsync();
        if (empty)
            return isNew ? await FirstAdministratorAsync(services, platform) : "";
        if (isNew)
        {
            foreach (var person in platform.Units.SamplePeople)
                await platform.People.AppointAsync("system", new PersonAppointed(person.Id, person.Name, person.NameEn, person.Unit, person.Roles));
            await SetPasswordAsync(services, Password, [.. platform.Units.SamplePeople.Select(p => p.Id)]);
            var lead = (await platform.People.ActorAsync("lu"))!;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(platform.Data, "practice"), "*.yaml").Order(StringComparer.Ordinal))
                await PlayAsync(platform, DataNode.Load(platform.Data, file));
            await using var cases = File.OpenRead(Path.Combine(platform.Data, "published", "cases.json"));
            await platform.Published.ImportAsync(cases, lead);
            await platform.Store.CheckpointAsync(always: true);
        }
        return await SampleSignInsAsync(services, platform);
    }

    /// <summary>Those who still have the known password. A check takes as long as a guess is to take; of people with one hash one is checked.</summary>
    private static async Task<string> SampleSignInsAsync(IServiceProvider services, Platform platform)
    {
        using var scope = services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        var lines = new List<string>();
        foreach (var person in platform.Units.SamplePeople)
        {
            if (await accounts.FindByIdAsync(person.Id) is not { PasswordHash: { } hash } account)
                continue;
            if (!known.ContainsKey(hash))
                known[hash] = await accounts.CheckPasswordAsync(account, Password);
            if (known[hash])
                lines.Add($"  {person.Id,-6} {person.Name} · {platform.Units.Find(person.Unit)!.Name} · {string.Join('、', person.Roles.Select(Words.Kebab))}");
        }
        return lines.Count == 0 ? "" : $"sample sign-ins, password {Password}:\n{string.Join('\n', lines)}";
    }

    /// <summary>Plays one practice matter through the real steps.</summary>
    private static async Task PlayAsync(Platform platform, DataNode file)
    {
        MatterId? id = null;
        foreach (var play in PracticeStep.Read(file, platform.Runner.Steps, platform.Runner.Today))
        {
            var actor = await platform.People.ActorAsync(play.By) ?? throw play.Source.Error($"nobody is called “{play.By}”");
            var matter = id is { } known ? await platform.Runner.FindAsync(actor, known) : null;
            id = await platform.Runner.RunAsync(actor, id, play.Step, play.Command(matter, platform.Law)) switch
            {
                StepOutcome.Done done => done.Matter,
                StepOutcome.Refused refused => throw play.Source.Error(refused.Refusal.Says.En),
                var other => throw play.Source.Error(other.GetType().Name),
            };
        }
    }

    private static async Task<string> FirstAdministratorAsync(IServiceProvider services, Platform platform)
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
        await platform.People.AppointAsync("system", new PersonAppointed("admin", "管理员", "Administrator", "100000", [Role.Administrator]));
        await SetPasswordAsync(services, password, ["admin"]);
        return $"first administrator: admin, password {password} (shown once)";
    }

    private static async Task SetPasswordAsync(IServiceProvider services, string password, IReadOnlyList<string> people)
    {
        using var scope = services.CreateScope();
        if (!await scope.ServiceProvider.GetRequiredService<Passwords>().SetAsync(people, password))
            throw new InvalidOperationException("The password is too short.");
    }
}
