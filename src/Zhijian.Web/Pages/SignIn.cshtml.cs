using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Offices;
using Zhijian.Web.SignIn;

namespace Zhijian.Web.Pages;

/// <summary>Sign-in by name and password. Which of the two was wrong is not told.</summary>
public sealed class SignInModel(Platform platform, SignInManager<Account> signIn, Passwords passwords) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "next")]
    public string? Next { get; set; }

    [BindProperty(SupportsGet = true, Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    public Text? Wrong { get; private set; }

    /// <summary>The invented people, where the sample office was loaded.</summary>
    public IReadOnlyList<SamplePerson> Samples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await HttpContext.ActorAsync() is { } actor)
            return Redirect(Home(actor));
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var id = (Name ?? "").Trim().ToLowerInvariant();
        var actor = id.Length is > 0 and <= 64 ? await platform.People.ActorAsync(id, HttpContext.RequestAborted) : null;
        var account = actor is null ? null : await signIn.UserManager.FindByIdAsync(id);
        if (actor is null || account is null)
        {
            passwords.TakeAsLongAsACheck(Password ?? ""); // the time of the answer must not tell which names exist
            return await AgainAsync(new Text("登录名或密码不对", "The name or the password is wrong"));
        }
        var result = await signIn.PasswordSignInAsync(account, Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            return Redirect(Home(actor));
        if (!result.IsLockedOut)
            return await AgainAsync(new Text("登录名或密码不对", "The name or the password is wrong"));
        var left = (await signIn.UserManager.GetLockoutEndDateAsync(account))!.Value - platform.Time.GetUtcNow();
        var minutes = Math.Clamp((int)Math.Ceiling(left.TotalMinutes), 1, (int)signIn.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes);
        return await AgainAsync(new Text(
            $"连续输错次数过多，已暂停登录，{minutes} 分钟后再试；急用请找系统管理员重设密码",
            $"Too many wrong attempts: sign-in is paused for {minutes} min. If it is urgent, ask the administrator for a new password"));
    }

    private string Home(Actor actor) =>
        Url.IsLocalUrl(Next) && Next != "/" ? Next
        : actor.Roles.All(r => r == Role.Administrator) ? "/people" : "/";

    private async Task<PageResult> AgainAsync(Text wrong)
    {
        Wrong = wrong;
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        var here = await platform.People.FindAsync(platform.Units.SamplePeople.Select(p => p.Id), HttpContext.RequestAborted);
        Samples = [.. platform.Units.SamplePeople.Where(p => here.TryGetValue(p.Id, out var row) && row.Name == p.Name && row.Roles.Length > 0)]; // an empty store has an “admin” of its own
    }
}
