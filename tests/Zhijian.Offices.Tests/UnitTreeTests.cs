using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Offices;

namespace Zhijian.Offices.Tests;

public sealed class UnitTreeTests
{
    private static readonly UnitTree Tree = UnitTree.Load(DataFolder.Find());

    [Fact]
    public void Every_unit_hangs_on_one_above_it_up_to_the_supreme()
    {
        foreach (var unit in Tree.All.Where(u => u.Parent is not null))
        {
            var parent = Tree.Find(unit.Parent!).ShouldNotBeNull(unit.Name);
            ((int)parent.Level).ShouldBeLessThan((int)unit.Level, unit.Name);
            unit.Path.ShouldBe(parent.Path + unit.Code + "/");
        }
        Tree.All.Count(u => u.Parent is null).ShouldBe(1);
    }

    [Fact]
    public void The_tree_holds_the_provinces_and_the_sample_office()
    {
        Tree.Below("100000").Count(u => u.Level == UnitLevel.Province && !u.Code.StartsWith("99", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(31);
        Tree.Find("990100").ShouldNotBeNull().Department.ShouldNotBeNull().Host.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_unit_with_letters_of_its_own_begins_its_ids_with_them_and_any_other_with_its_code()
    {
        MatterId.Of(Tree.Find("990100")!.Short, 2026, 7).Value.ShouldBe("MS-2026-0007");
        MatterId.Of(Tree.Find("310115")!.Short, 2026, 7).Value.ShouldBe("310115-2026-0007");
    }

    [Theory]
    [InlineData("310115,某院,nowhere,310000", 2, "nowhere")]
    [InlineData("310115,某院,district,319999", 2, "319999")]
    public void A_wrong_row_is_named_with_its_line(string row, int line, string says)
    {
        using var folder = new Folder(units: "code,name,level,parent\n" + row);
        var error = Should.Throw<DataFileException>(() => UnitTree.Load(folder.Path));
        error.Line.ShouldBe(line);
        error.Message.ShouldContain(says);
    }

    [Fact]
    public void The_same_code_twice_is_refused()
    {
        using var folder = new Folder(units: "code,name,level,parent\n100000,甲,supreme,\n100000,乙,supreme,");
        Should.Throw<DataFileException>(() => UnitTree.Load(folder.Path)).Line.ShouldBe(3);
    }

    [Fact]
    public void A_sample_person_without_a_unit_is_refused_with_the_line()
    {
        using var folder = new Folder("code,name,level,parent\n100000,甲,supreme,", "units: []\ndepartments: []\npeople:\n  - {id: lu, name: 陆某, name_en: Lu, unit: \"990100\", roles: [prosecutor]}\n");
        var error = Should.Throw<DataFileException>(() => UnitTree.Load(folder.Path));
        error.Message.ShouldContain("990100");
        error.Line.ShouldBe(4);
    }

    private sealed class Folder : IDisposable
    {
        public Folder(string units, string sample = "units: []\ndepartments: []\npeople: []\n")
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, "offices"));
            File.WriteAllText(System.IO.Path.Combine(Path, "offices", "units.csv"), units);
            File.WriteAllText(System.IO.Path.Combine(Path, "offices", "sample.yaml"), sample);
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("zhijian-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
