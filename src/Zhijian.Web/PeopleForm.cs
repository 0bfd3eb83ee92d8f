using Zhijian.Kernel;
using Zhijian.Offices;
using Zhijian.Web.SignIn;

namespace Zhijian.Web;

/// <summary>What an administrator types about a person.</summary>
public sealed record PersonInput(string Id, string Name, string NameEn, string Unit, IReadOnlyList<Role> Roles, string Password);

/// <summary>Checks what an administrator types, before anything is recorded. Pure.</summary>
public static class PeopleForm
{
    /// <summary>The errors by field; empty = it can be recorded. What only the record knows is refused there.</summary>
    public static IReadOnlyList<(string Field, Text Says)> Check(PersonInput input, bool isNew, IReadOnlyList<PersonRow> people, UnitTree units, Actor administrator)
    {
        var errors = new List<(string, Text)>();
        if (isNew && people.Any(p => p.Id == input.Id))
            errors.Add(("id", new Text($"登录名“{input.Id}”已有人使用", $"the sign-in name “{input.Id}” is taken")));
        if (input.Name.Length == 0)
            errors.Add(("name", new Text("姓名未填", "the name is empty")));
        if (UnitOf(input.Unit, units) is null)
            errors.Add(("unit", new Text($"单位表中没有“{input.Unit}”，请填六位代码或全称", $"no unit “{input.Unit}”: give its six-digit code or its full Chinese name")));
        if (isNew && input.Roles.Count == 0)
            errors.Add(("roles", new Text("请至少选一个角色", "choose at least one role")));
        if (input.Id == administrator.Id && !input.Roles.Contains(Role.Administrator))
            errors.Add(("roles", new Text("不能取消自己的系统管理员角色，请由另一名管理员办理", "you cannot take the administrator's role from yourself; another administrator can")));
        if (isNew && Password(input.Password) is { } wrong)
            errors.Add(("password", wrong));
        return errors;
    }

    public static Text? Password(string password) => password.Length >= Passwords.MinLength
        ? null
        : new Text($"密码至少 {Passwords.MinLength} 个字符", $"the password needs at least {Passwords.MinLength} characters");

    /// <summary>By code or by full name.</summary>
    public static Unit? UnitOf(string codeOrName, UnitTree units) => units.Find(codeOrName) ?? units.All.FirstOrDefault(u => u.Name == codeOrName);
}
