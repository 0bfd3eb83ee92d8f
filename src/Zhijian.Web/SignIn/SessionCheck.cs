using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Zhijian.Web.SignIn;

/// <summary>
/// Looks at every request whether the session still counts: a new password ends it, and so does leaving the office. Two reads by key;
/// the validator of Identity would look once in a while only, and sign out of schemes that we do not have.
/// </summary>
public static class SessionCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Account>>();
        if (context.Principal is not { } user || await signIn.ValidateSecurityStampAsync(user) is null || await context.HttpContext.ActorAsync(user) is null)
            context.RejectPrincipal();
    }
}
