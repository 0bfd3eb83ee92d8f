using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>
/// Whether a person may open a file of a matter: the one rule, for downloads and for reading alike. The matter must have been folded for that person, so
/// what is kept to others is not there.
/// </summary>
public sealed record FileOpening(AttachedDocument File, Exhibit? Exhibit, bool MayOpen)
{
    /// <summary>By its hash, wherever in the matter it lies; null where for this person there is no such file.</summary>
    public static FileOpening? Of(Matter matter, string hash, string person) =>
        matter.FileOf(hash) is var (file, kept) ? new FileOpening(file, kept, kept?.MayOpen(person) != false) : null;

    /// <summary>A file of an exhibit; null where for this person there is no such exhibit, or it has no such file.</summary>
    public static FileOpening? Of(Matter matter, string exhibit, string hash, string person) =>
        matter.Exhibit(exhibit) is { } found && found.Files.FirstOrDefault(f => f.Hash == hash) is { } file ? new FileOpening(file, found, found.MayOpen(person)) : null;

    /// <summary>The files of all exhibits that the person may open, in the order of the exhibits.</summary>
    public static IEnumerable<(Exhibit Exhibit, AttachedDocument File)> AllOf(Matter matter, string person) =>
        matter.Exhibits.Where(e => e.MayOpen(person)).SelectMany(e => e.Files.Select(f => (e, f)));
}
