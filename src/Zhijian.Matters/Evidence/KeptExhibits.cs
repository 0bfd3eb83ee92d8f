using System.Security.Cryptography;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>An event of one exhibit.</summary>
public interface IExhibitEvent : IMatterEvent
{
    string Exhibit { get; }

    Law.Track? IMatterEvent.Track => null;
}

/// <summary>
/// Exhibits that are kept to named people. Their events lie in a second stream of the matter, so the matter itself (its version, its timeline, its read
/// tables, the numbers of its other exhibits) is the same with and without them.
/// </summary>
public static class KeptExhibits
{
    private const int Digits = 6;

    public static string StreamOf(MatterId matter) => $"{matter}/kept";

    public static bool IsKept(string exhibit) => exhibit.Length == Digits + 1 && exhibit[0] == 'K' && exhibit.Skip(1).All(char.IsAsciiHexDigitUpper);

    public static bool IsKept(IEvent e) => e is IExhibitEvent { Exhibit: var exhibit } && IsKept(exhibit);

    /// <summary>From the content: a serial number would tell each circle how many exhibits others keep.</summary>
    /// <param name="again">How often the same was taken in and withdrawn before.</param>
    internal static string IdOf(MatterId matter, TakeInExhibit c, IReadOnlyList<string> circle, int again) => "K" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{matter}\n{c.On:yyyy-MM-dd}\n{c.Title}\n{c.Kind}\n{c.CollectedBy}\n{c.Volume}\n{c.Pages}\n{string.Join(',', circle)}{(again == 0 ? "" : $"\n{again}")}")))[..Digits];
}
