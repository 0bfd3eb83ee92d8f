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
        unit_possible: true
        checked: 2026-11-22
        texts:
          - version: "2020"
            instrument: CL20
            from: 2021-03-01
            reference: 刑法213
            elements:
              - {id: no-licence, zh: 未经许可, en: without licence}
            base: {min_months: 6, max_months: 36, detention: false, control: false, fine: and_or_only}
        thresholds:
          - id: x-1
            instrument: R25
            reference: 法释〔2025〕5号第3条
            from: 2025-04-26
            text: ["2020"]
            subject: any
            object: goods
            variant: general
            metric: illegal_turnover
            base: 50000
            aggravated: 500000
            status: verified
        """;

    private readonly TemporaryData _data = new(["law/instruments/CL20.yaml", "law/instruments/R25.yaml"]);

    public void Dispose() => _data.Dispose();

    private IReadOnlyDictionary<string, Charge> Load(string yaml)
    {
        _data.Write(File, yaml);
        return ChargeFiles.Load(_data.Root, Instrument.Load(_data.Root));
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
            t => t.Base.ShouldBe(new Money(50_000)), t => t.Aggravated.ShouldBe(new Money(500_000)), t => t.To.ShouldBeNull(),
            t => t.Reference.ShouldBe(new LegalRef("法释〔2025〕5号第3条")), t => t.Subject.ShouldBe(ThresholdSubject.Any));
    }

    [Theory]
    [InlineData("    reference: 法释〔2025〕5号第3条\n", "“reference” is required")]
    [InlineData("    from: 2025-04-26\n", "“from” is required")]
    [InlineData("    base: 50000\n", "“base” is required")]
    [InlineData("    metric: illegal_turnover\n", "“metric” is required")]
    [InlineData("    instrument: R25\n", "“instrument” is required")]
    [InlineData("    text: [\"2020\"]\n", "“text” is required")]
    [InlineData("    subject: any\n", "“subject” is required")]
    public void A_figure_without_its_source_its_day_or_its_meaning_does_not_load(string line, string says)
    {
        var error = Wrong(line, "");

        error.Path.ShouldBe("data/law/charges/x.yaml");
        error.Line.ShouldBe(LineOf("- id: x-1"));
        error.Message.ShouldContain(says);
    }

    [Theory]
    [InlineData("instrument: R25", "instrument: R26", "no data/law/instruments/R26.yaml")]
    [InlineData("subject: any", "subject: units", "individual")]
    [InlineData("text: [\"2020\"]", "text: [\"2021\"]", "2020")]
    [InlineData("from: 2025-04-26", "from: 2025-04-26\n    to: 2025-04-25", "ends before it begins")]
    [InlineData("aggravated: 500000", "aggravated: 50000", "not above")]
    [InlineData("base: 50000", "base: 5万", "amount")]
    [InlineData("fine: and_or_only", "fine: sometimes", "and-or-only")]
    [InlineData("unit_possible: true", "unit_possible: maybe", "neither true nor false")]
    [InlineData("id: x\n", "id: y\n", "x.yaml")]
    public void A_wrong_word_is_refused(string right, string wrong, string says) => Wrong(right, wrong).Message.ShouldContain(says);

    [Theory]
    [InlineData("    variant: general\n", "    variant: general\n    variante: x\n", "variante")]
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
        Should.Throw<DataFileException>(() => Load("id: x\ntitle: {zh: 某罪, en: x}\nreference: 刑法213\nunit_possible: true\nchecked: 2026-11-22\n")).Message.ShouldContain("“texts”");

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
