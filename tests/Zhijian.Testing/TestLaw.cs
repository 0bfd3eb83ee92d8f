using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Testing;

/// <summary>The law of this repository, loaded once for all tests.</summary>
public static class TestLaw
{
    private static readonly Lazy<LawBook> Loaded = new(() => LawBook.Load(Data));
    private static readonly Lazy<StepCatalogue> Catalogue = new(() => new StepCatalogue(Book));

    /// <summary>The repository: the folder above the test program that has the solution.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Data => Path.Combine(Root, "data");

    public static LawBook Book => Loaded.Value;

    public static StepCatalogue Steps => Catalogue.Value;

    private static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Zhijian.slnx")))
                return at.FullName;
        throw new InvalidOperationException($"No Zhijian.slnx above {folder}.");
    }
}
