using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Zhijian.Web.SignIn;

/// <summary>Signs in an API client by its personal access token: <c>Authorization: Bearer zj_…</c>.</summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Platform platform)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Token";

    public static bool Applies(HttpContext context) => context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The token that was sent; call it where <see cref="Applies"/>.</summary>
    public static string TokenOf(HttpRequest request) => request.Headers.Authorization.ToString()["Bearer ".Length..].Trim();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Applies(Context))
            return AuthenticateResult.NoResult();
        var token = TokenOf(Request);
        var person = await platform.People.PersonOfTokenAsync(token, platform.Runner.Today, Context.RequestAborted);
        return person is null
            ? AuthenticateResult.Fail("unknown or expired token")
            : AuthenticateResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], TokenAuthentication.Name)), TokenAuthentication.Name));
    }
}
