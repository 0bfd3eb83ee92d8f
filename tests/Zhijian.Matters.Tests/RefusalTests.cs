using System.Reflection;
using Shouldly;
using Xunit;
using Zhijian.Kernel;

namespace Zhijian.Matters.Tests;

/// <summary>Every reason for saying no, made with plain values by reflection.</summary>
public sealed class RefusalTests
{
    private static readonly List<Type> Types = [.. typeof(Matter).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract)];

    public static IEnumerable<TheoryDataRow<string>> Names => Types.Select(t => new TheoryDataRow<string>(t.FullName!) { TestDisplayName = t.Name });

    private static Refusal Make(Type type) =>
        (Refusal)type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.Invoke([.. type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters().Select(p => Plain(p.ParameterType))]);

    private static object? Plain(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Plain(inner),
        _ when type == typeof(string) => "某",
        _ when type == typeof(Text) => new Text("某", "some"),
        _ when type == typeof(LegalRef) => new LegalRef("刑诉法1"),
        _ when type == typeof(PartialDate) => PartialDate.Parse("2026-03"),
        _ when type.IsAssignableFrom(typeof(List<string>)) => new List<string> { "某" },
        _ when type.IsAssignableFrom(typeof(List<Text>)) => new List<Text> { new("某", "some") },
        _ when type == typeof(Law.LawBook) => null,
        _ when type.IsAssignableFrom(typeof(List<Matters.Documents.PaperGap>)) => new List<Matters.Documents.PaperGap>(),
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ => throw new InvalidOperationException($"no plain value of {type}"),
    };

    [Fact]
    public void There_are_refusals_at_all() => Types.Count.ShouldBeGreaterThan(40);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_refusal_says_no_and_what_would_make_it_pass_in_both_languages(string name)
    {
        var refusal = Make(typeof(Matter).Assembly.GetType(name)!);

        new[] { refusal.Says.Zh, refusal.Says.En, refusal.Remedy.Zh, refusal.Remedy.En }.ShouldAllBe(s => !string.IsNullOrWhiteSpace(s));
        refusal.Code.ShouldMatch("^[a-z]+(-[a-z]+)*$");
        refusal.Says.En.ShouldNotContain("System."); // a list that was printed by its type
        refusal.Says.Zh.ShouldNotContain("System.");
    }

    [Fact]
    public void Every_reason_has_a_code_of_its_own() => Types.Select(t => Make(t).Code).ShouldBeUnique();

    [Theory]
    [InlineData("third-return", "刑诉法175；规则346、350")]
    [InlineData("doubt-needs-a-return", "刑诉法175第4款；规则367")]
    [InlineData("detained-review-is-not-extended", "刑诉法91；规则282")]
    [InlineData("special-needs-approval", "刑诉法182")]
    public void Where_the_law_says_no_it_is_cited(string code, string article) => Types.Select(Make).Single(r => r.Code == code).Basis!.Article.ShouldBe(article);
}
