using Zhijian.Kernel;
using Zhijian.Offices;

namespace Zhijian.Web;

/// <summary>An office with which one may talk, and who heads it.</summary>
public sealed record OfficeToCall(string Code, Text Name, IReadOnlyList<Text> Heads)
{
    public static async Task<IReadOnlyDictionary<string, OfficeToCall>> OfAsync(Platform platform, IEnumerable<string> paths, CancellationToken ct)
    {
        var offices = new Dictionary<string, OfficeToCall>(StringComparer.Ordinal);
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            var code = path.TrimEnd('/').Split('/')[^1];
            var heads = (await platform.People.OfUnitAsync(code, ct)).Where(p => Names.Roles(p.Roles).Contains(Role.OfficeHead));
            var unit = platform.Units.Find(code);
            offices[path] = new OfficeToCall(
                code, unit is null ? new Text(code, code) : new Text(Names.Of(unit, english: false), Names.Of(unit, english: true)), [.. heads.Select(h => new Text(Names.Of(h, english: false)!, Names.Of(h, english: true)!))]);
        }
        return offices;
    }
}
