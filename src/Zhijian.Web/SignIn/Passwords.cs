using Microsoft.AspNetCore.Identity;

namespace Zhijian.Web.SignIn;

/// <summary>Sets passwords. The rules (length) are those of the sign-in options.</summary>
public sealed class Passwords(UserManager<Account> accounts, IPasswordHasher<Account> hasher)
{
    public const int MinLength = 10;

    private static readonly Account Nobody = new() { Person = "nobody" };
    private static string? _hashOfNobody;

    /// <summary>Sets the password of a person, ends their lockout and, with the new stamp, their sessions elsewhere.</summary>
    /// <returns>False where the password is too short.</returns>
    public Task<bool> SetAsync(string person, string password) => SetAsync([person], password);

    /// <summary>One password for all of them, hashed once: only for one that is no secret, or for one person.</summary>
    /// <returns>False where the password is too short.</returns>
    internal async Task<bool> SetAsync(IReadOnlyList<string> people, string password)
    {
        if (password.Length < MinLength)
            return false;
        string? hash = null;
        foreach (var person in people)
        {
            var known = await accounts.FindByIdAsync(person);
            var account = known ?? new Account { Person = person };
            account.PasswordHash = hash ??= hasher.HashPassword(account, password);
            (account.Failed, account.LockedUntil) = (0, null);
            var result = known is null ? await accounts.CreateAsync(account) : await accounts.UpdateSecurityStampAsync(account);
            if (!result.Succeeded)
                throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
        return true;
    }

    /// <summary>Hashes for as long as a real check would, for a name that does not exist.</summary>
    public void TakeAsLongAsACheck(string password)
    {
        _hashOfNobody ??= hasher.HashPassword(Nobody, "a password that nobody has");
        _ = hasher.VerifyHashedPassword(Nobody, _hashOfNobody, password);
    }
}
