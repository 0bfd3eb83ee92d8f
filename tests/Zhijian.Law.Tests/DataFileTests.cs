using Shouldly;
using Xunit;
using Zhijian.Kernel;

namespace Zhijian.Law.Tests;

public sealed class DataFileTests : IDisposable
{
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    private DataNode Load(string yaml)
    {
        _data.Write("x/a.yaml", yaml);
        return DataNode.Load(_data.Root, _data.PathOf("x/a.yaml"));
    }

    private static DataFileException Wrong(Func<object?> read) => Should.Throw<DataFileException>(() => { read(); });

    [Fact]
    public void A_message_begins_with_the_file_and_the_line()
    {
        var node = Load("a: 1\nb:\n  c: x\n");

        var error = Wrong(() => node.Get("b").Get("d"));

        error.Message.ShouldStartWith("data/x/a.yaml:3: ");
        error.Message.ShouldContain("“d” is required");
        (error.Path, error.Line).ShouldBe(("data/x/a.yaml", 3));
    }

    [Theory]
    [InlineData("a:\n")]
    [InlineData("a: ~\n")]
    [InlineData("a: null\n")]
    [InlineData("b: 1\n")]
    public void An_empty_field_is_an_absent_field(string yaml)
    {
        Load(yaml).Find("a").ShouldBeNull();
        Wrong(() => Load(yaml).String("a")).Line.ShouldBe(1);
    }

    [Fact]
    public void A_quoted_null_is_a_text() => Load("a: \"null\"\n").String("a").ShouldBe("null");

    [Fact]
    public void A_field_that_nobody_read_is_refused_at_its_own_line()
    {
        var node = Load("id: x\n\nreferense: 刑诉法91\n");
        node.String("id");

        var error = Wrong(() => { node.Done(); return null; });

        error.Line.ShouldBe(3);
        error.Message.ShouldContain("referense");
    }

    [Fact]
    public void What_was_read_is_not_refused()
    {
        var node = Load("id: x\n");
        node.String("id");

        Should.NotThrow(node.Done);
    }

    [Fact]
    public void A_word_outside_its_vocabulary_is_refused_with_the_words_that_are_allowed()
    {
        var error = Wrong(() => Load("a: 1\nlast_day: movs\n").Word<LastDay>("last_day"));

        error.Line.ShouldBe(2);
        error.Message.ShouldContain("moves-unless-in-custody");
    }

    [Theory]
    [InlineData("moves_unless_in_custody")]
    [InlineData("moves-unless-in-custody")]
    public void A_word_may_have_either_dash(string word) => Load($"a: {word}\n").Word<LastDay>("a").ShouldBe(LastDay.MovesUnlessInCustody);

    [Theory]
    [InlineData("1")] // the number of a word is not the word
    [InlineData("moves, stands")]
    public void A_number_or_two_words_are_no_word(string word) => Wrong(() => Load($"a: {word}\n").Word<LastDay>("a"));

    [Theory]
    [InlineData("2025-2-3")]
    [InlineData("2025-02-30")]
    [InlineData("20250203")]
    [InlineData("2025-02")]
    public void A_date_has_one_form(string date) => Wrong(() => Load($"x: 1\na: {date}\n").Date("a")).ShouldSatisfyAllConditions(
        e => e.Line.ShouldBe(2), e => e.Message.ShouldContain(date));

    [Theory]
    [InlineData("5万")]
    [InlineData("-1")]
    [InlineData("50,000")]
    [InlineData("1.005")]
    [InlineData("1e5")]
    public void An_amount_is_a_plain_number_of_yuan_and_fen(string amount) => Wrong(() => Load($"x: 1\na: \"{amount}\"\n").Money("a")).Line.ShouldBe(2);

    [Fact]
    public void An_amount_with_fen_is_read_exactly() => Load("a: 46800.50\n").Money("a").ShouldBe(new Money(46800.5m));

    [Theory]
    [InlineData("yes")]
    [InlineData("True")]
    public void A_truth_value_is_true_or_false(string word) => Wrong(() => Load($"a: {word}\n").Bool("a"));

    [Fact]
    public void A_whole_number_has_no_fraction() => Wrong(() => Load("a: 1.5\n").Int("a"));

    [Theory]
    [InlineData("a: [1\nb: 2\n")]
    [InlineData("a: 1\n  b: 2\n")]
    [InlineData("a: \"x\n")]
    [InlineData("a: 1\na: 2\n")] // twice the same field: one of them would be lost
    public void Bad_yaml_names_the_file_and_a_line(string yaml)
    {
        var error = Wrong(() => Load(yaml));

        error.Path.ShouldBe("data/x/a.yaml");
        error.Line.ShouldBeInRange(1, 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: 1\n---\nb: 2\n")]
    public void A_file_is_one_document(string yaml) => Wrong(() => Load(yaml)).Message.ShouldContain("one YAML document");

    [Fact]
    public void A_field_is_named_by_a_word_not_by_a_list() => Wrong(() => Load("[a, b]: 1\n").String("a")).Line.ShouldBe(1);

    [Fact]
    public void A_list_where_a_mapping_belongs_and_the_reverse_are_refused()
    {
        Wrong(() => Load("- a\n").String("id"));
        Wrong(() => Load("a: {b: 1}\n").Items("a").ToList());
        Wrong(() => Load("a: [b]\n").String("a"));
    }

    [Fact]
    public void A_text_or_a_list_of_texts_is_a_list()
    {
        Load("a: x\n").Strings("a").ShouldBe(["x"]);
        Load("a: [x, y]\n").Strings("a").ShouldBe(["x", "y"]);
        Load("b: 1\n").Strings("a").ShouldBeEmpty();
    }

    [Fact]
    public void A_title_needs_both_languages_and_nothing_else()
    {
        Load("t: {zh: 甲, en: A}\n").Text("t").ShouldBe(new Text("甲", "A"));
        Wrong(() => Load("t: {zh: 甲}\n").Text("t")).Message.ShouldContain("“en”");
        Wrong(() => Load("t: {zh: 甲, en: A, fr: B}\n").Text("t")).Message.ShouldContain("fr");
    }

    [Fact]
    public void A_reference_is_verified_unless_the_file_says_otherwise()
    {
        Load("reference: 刑诉法91\n").Reference().ShouldBe(new LegalRef("刑诉法91"));
        Load("reference: 试点\nstatus: secondary\n").Reference().Status.ShouldBe(RefStatus.Secondary);
        Wrong(() => Load("status: secondary\n").Reference()).Message.ShouldContain("“reference” is required");
    }

    [Theory]
    [InlineData("ProsecutionReview", "prosecution-review")]
    [InlineData("Moves", "moves")]
    public void Names_are_written_with_dashes_and_read_back(string pascal, string kebab) => Words.Kebab(pascal).ShouldBe(kebab);

    [Fact]
    public void A_word_that_is_not_in_the_list_is_null_not_the_first()
    {
        Words.Parse<LastDay>("moves-unless-in-custody").ShouldBe(LastDay.MovesUnlessInCustody);
        Words.Parse<LastDay>("moved").ShouldBeNull();
        Words.Parse<LastDay>("0").ShouldBeNull();
        Words.Parse<LastDay>("").ShouldBeNull();
        Words.Parse<LastDay>(null).ShouldBeNull();
    }
}
