using Shouldly;
using Xunit;
using Zhijian.Kernel;

namespace Zhijian.Law.Tests;

public sealed class ChargeFilesTests : IDisposable
{
    private const string File = "law/charges/x.yaml";

    private const string Yaml = """
        id: x
        title: {zh: 某罪, en: some offence}
        reference: 刑法213
        who: {zh: 自然人, en: a natural person}
        unit_possible: true
        unit_reference: 刑法220
        checked: 2026-11-22
        texts:
          - version: "2020"
            instrument: CL20
            from: 2021-03-01
            reference: 刑法213
            elements:
              - {id: no-licence, zh: 未经许可, en: without licence}
            bands:
              - {min_months: 6, max_months: 36, detention: false, control: false, fine: and_or_only}
        standards:
          - instrument: R25
            from: 2025-04-26
            text: ["2020"]
            cite: 法释〔2025〕5号{0}
            status: verified
            rows:
              - {article: 第3条, object: goods, variant: general, metric: illegal_turnover, base: 50000, aggravated: 500000}
        """;

    private readonly TemporaryData _data = new(["law/instruments/CL20.yaml", "law/instruments/R25.yaml", "vocabulary/standards.yaml"]);

    public void Dispose() => _data.Dispose();

    private IReadOnlyDictionary<string, Charge> Load(string yaml)
    {
        _data.Write(File, yaml);
        return ChargeFiles.Load(_data.Root, Instrument.Load(_data.Root), StandardWords.Load(_data.Root));
    }

    private DataFileException Wrong(string right, string wrong)
    {
        Yaml.ShouldContain(right);
        return Should.Throw<DataFileException>(() => Load(Yaml.Replace(right, wrong)));
    }

    private long LineOf(string begins) => _data.LineOf(File, begins);

    [Fact]
    public void A_charge_is_read_with_its_texts_and_figures()
    {
        var charge = Load(Yaml)["x"];

        charge.Texts.Single().Base.ShouldBe(new Band(6, 36, Detention: false, Control: false, FineRule.AndOrOnly));
        charge.Texts.Single().Aggravated.ShouldBeNull();
        charge.Thresholds.Single().ShouldSatisfyAllConditions(
            t => t.Base.ShouldBe(50_000), t => t.Aggravated.ShouldBe(500_000), t => t.To.ShouldBeNull(),
            t => t.Reference.ShouldBe(new LegalRef("法释〔2025〕5号第3条")), t => t.Subject.ShouldBe(ThresholdSubject.Any), t => t.Id.ShouldBe("x-R25-a-goods-GENERAL-illegal_turnover"));
    }

    [Theory]
    [InlineData("    cite: 法释〔2025〕5号{0}\n", "“cite” is required", "- instrument: R25")]
    [InlineData("    from: 2025-04-26\n", "“from” is required", "- instrument: R25")]
    [InlineData("    text: [\"2020\"]\n", "“text” is required", "- instrument: R25")]
    [InlineData("base: 50000, aggravated: 500000", "“base” or “aggravated” is required", "- {article: 第3条")]
    [InlineData("metric: illegal_turnover, ", "“metric” is required", "- {article: 第3条")]
    [InlineData("variant: general, ", "“variant” is required", "- {article: 第3条")]
    [InlineData("article: 第3条, ", "“article” is required", "- {object: goods")]
    public void A_figure_without_its_source_its_day_or_its_meaning_does_not_load(string part, string says, string at)
    {
        var error = Wrong(part, "");

        error.Path.ShouldBe("data/law/charges/x.yaml");
        error.Line.ShouldBe(LineOf(at));
        error.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("instrument: R25", "instrument: R26", "no data/law/instruments/R26.yaml")]
    [InlineData("object: goods", "object: goods, subject: units", "individual")]
    [InlineData("object: goods", "object: ships", "standards.yaml")]
    [InlineData("metric: illegal_turnover", "metric: tonnes", "standards.yaml")]
    [InlineData("variant: general", "variant: three-kinds", "standards.yaml")]
    [InlineData("text: [\"2020\"]", "text: [\"2021\"]", "2020")]
    [InlineData("from: 2025-04-26", "from: 2025-04-26\n    to: 2025-04-25", "ends before it begins")]
    [InlineData("aggravated: 500000", "aggravated: 50000", "not above")]
    [InlineData("base: 50000", "base: 5万", "no figure")]
    [InlineData("base: 50000", "base: 50000.001", "no figure")]
    [InlineData("text: [\"2020\"]\n", "text: [\"2020\"]\n    note: x\n    note: y\n", "")]
    [InlineData("fine: and_or_only", "fine: sometimes", "and-or-only")]
    [InlineData("unit_possible: true", "unit_possible: maybe", "neither true nor false")]
    [InlineData("id: x\n", "id: y\n", "x.yaml")]
    public void A_wrong_word_is_refused(string right, string wrong, string says) => Wrong(right, wrong).Message.ShouldContain(says);

    [Theory]
    [InlineData("variant: general", "variant: general, variante: x", "variante")]
    [InlineData("en: without licence}", "en: without licence, de: x}", "de")]
    [InlineData("unit_possible: true\n", "unit_possible: true\nunits: true\n", "units")]
    public void An_unknown_field_is_refused_at_its_line(string right, string wrong, string field)
    {
        var error = Wrong(right, wrong);

        error.Message.ShouldContain($"unknown field “{field}”");
        error.Line.ShouldBe(1 + Array.FindIndex(System.IO.File.ReadAllLines(_data.PathOf(File)), l => l.Contains(field + ":")));
    }

    [Fact]
    public void A_charge_without_a_text_does_not_load() =>
        Should.Throw<DataFileException>(() => Load("id: x\ntitle: {zh: 某罪, en: x}\nreference: 刑法213\nwho: {zh: 人, en: x}\nunit_possible: true\nunit_reference: 刑法220\nchecked: 2026-11-22\n")).Message.ShouldContain("“texts”");

    [Fact]
    public void An_instrument_has_the_name_of_its_file()
    {
        _data.Replace("law/instruments/R25.yaml", "id: R25", "id: R26");

        Should.Throw<DataFileException>(() => Instrument.Load(_data.Root)).Message.ShouldContain("R25.yaml");
    }

    [Fact]
    public void An_instrument_without_a_source_does_not_load()
    {
        _data.Replace("law/instruments/R25.yaml", "reference: https", "note2: https");

        Should.Throw<DataFileException>(() => Instrument.Load(_data.Root)).Message.ShouldContain("“reference” is required");
    }
}
