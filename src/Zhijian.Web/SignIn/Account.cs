using Dapper;
using Microsoft.AspNetCore.Identity;
using Zhijian.Offices;

namespace Zhijian.Web.SignIn;

/// <summary>The secret side of a person: password hash, lockout. Never in the event log, for it changes and is forgotten.</summary>
public sealed class Account
{
    public required string Person { get; init; }

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    public int Failed { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
}

/// <summary>Gives ASP.NET Core Identity its accounts from the table <c>credential</c>.</summary>
public sealed class AccountStore(Platform platform) : IUserPasswordStore<Account>, IUserLockoutStore<Account>, IUserSecurityStampStore<Account>
{
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var connection = await platform.Store.Database.OpenAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<(string Person, string Hash, string Stamp, long Failed, string? Locked)?>(new CommandDefinition(
            "SELECT person, password_hash, security_stamp, CAST(failed AS BIGINT), locked_until FROM credential WHERE person = @id", new { id = userId }, cancellationToken: cancellationToken));
        return row is not { } r ? null : new Account
        {
            Person = r.Person,
            PasswordHash = r.Hash,
            SecurityStamp = r.Stamp,
            Failed = (int)r.Failed,
            LockedUntil = r.Locked is null ? null : DateTimeOffset.Parse(r.Locked),
        };
    }

    // the id of a person is their sign-in name; Identity normalises names to upper case
    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName.ToLowerInvariant(), cancellationToken);

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => SaveAsync(user);

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => SaveAsync(user);

    private async Task<IdentityResult> SaveAsync(Account user)
    {
        await platform.Store.Writer.RunAsync(work => work.ExecuteAsync(
            """
            INSERT INTO credential (person, password_hash, security_stamp, failed, locked_until) VALUES (@Person, @PasswordHash, @SecurityStamp, @Failed, @locked)
            ON CONFLICT (person) DO UPDATE SET password_hash = excluded.password_hash, security_stamp = excluded.security_stamp,
                failed = excluded.failed, locked_until = excluded.locked_until
            """,
            new { user.Person, user.PasswordHash, user.SecurityStamp, user.Failed, locked = user.LockedUntil?.ToString("O") }));
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        await platform.Store.Writer.RunAsync(work => work.ExecuteAsync("DELETE FROM credential WHERE person = @Person", new { user.Person }));
        return IdentityResult.Success;
    }

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Person);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Person);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Person.ToUpperInvariant());

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) => Done(() => user.PasswordHash = passwordHash);

    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Done(() => user.SecurityStamp = stamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Done(() => user.LockedUntil = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(++user.Failed);

    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Done(() => user.Failed = 0);

    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Failed);

    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    private static Task Done(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // the platform owns the store
    }
}
