using Shouldly;
using Xunit;
using Zhijian.Law.Catalogue;
using Zhijian.Testing;

namespace Zhijian.Shape.Tests;

/// <summary>The documents of the law book say what data/ says now.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void No_page_is_behind_its_data()
    {
        var behind = LawCatalogue.Of(TestLaw.Book).Where(p => !Tree.Files.Contains($"docs/catalogue/{p.Key}") || Tree.Text($"docs/catalogue/{p.Key}") != p.Value).Select(p => p.Key).ToList();
        behind.ShouldBeEmpty($"run: ./{LawCatalogue.Renew}");
    }

    [Fact]
    public void No_page_is_left_over() =>
        Tree.Below("docs/catalogue", ".md").Select(Path.GetFileName).ShouldBe(LawCatalogue.Of(TestLaw.Book).Keys, ignoreOrder: true);
}
