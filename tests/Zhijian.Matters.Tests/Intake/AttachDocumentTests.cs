using Shouldly;
using Xunit;
using Zhijian.Matters.Intake;

namespace Zhijian.Matters.Tests.Intake;

public sealed class AttachDocumentTests
{
    private static AttachDocument File(string hash = "ab12") => new(Stories.Later, hash, "起诉意见书.pdf", 2048, "application/pdf");

    [Fact]
    public void The_file_is_known_by_its_hash() =>
        Stories.At(Stage.Registered).Do(File()).Matter.Documents.Single().ShouldBe(new AttachedDocument("ab12", "起诉意见书.pdf", 2048, "application/pdf", Stories.Later));

    [Fact]
    public void The_same_content_is_not_attached_twice_but_another_of_the_same_name_is()
    {
        Stories.At(Stage.Registered).Do(File()).ShouldRefuse<DocumentIsThere>(File() with { Name = "另一名.pdf" }).Says.Zh.ShouldContain("起诉意见书.pdf");
        Stories.At(Stage.Registered).Do(File()).Do(File("cd34")).Matter.Documents.Count.ShouldBe(2);
    }
}
