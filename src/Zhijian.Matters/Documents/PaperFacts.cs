using System.Collections;
using System.Globalization;
using System.Reflection;
using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>For whom or what a repeated paragraph is written at the moment.</summary>
internal sealed record PaperScope(Person? Person = null, string? Charge = null, RightHolder? Holder = null, Amount? Amount = null, PaperProof? Proof = null)
{
    public static readonly PaperScope None = new();
}

/// <summary>Binds the fields of a template to the matter: each value with the entry of the record from which it comes.</summary>
internal sealed class PaperFacts(DocumentTemplate template, Matter matter, LawBook law, PaperSubject subject, PaperBy by, IReadOnlyDictionary<string, string> given)
{
    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<StepField>>> Commands = new(() =>
        typeof(Step).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IDated).IsAssignableFrom(t)).ToDictionary(t => Words.Kebab(t.Name), StepField.Of, StringComparer.Ordinal));

    private const string ProceedingPrefix = "proceeding.";

    /// <summary>What the paper is about: the named persons, or all.</summary>
    private IReadOnlyList<Person> Persons { get; } = subject.Persons.Count > 0 ? [.. matter.Persons.Where(p => subject.Persons.Contains(p.Id))] : matter.Persons;

    private Proceeding? Proceeding { get; } = subject.Proceeding is { } id ? matter.Proceeding(id) : null;

    public PaperValue? Find(string field, PaperScope scope)
    {
        if (template.Facts.TryGetValue(field, out var fact))
            return FromEvent(field, fact) ?? Given(field);
        if (template.Asks.Any(a => a.Name == field))
            return Given(field);
        var (value, entry) = Known(field, scope);
        return string.IsNullOrWhiteSpace(value) ? null : new PaperValue(field, value, entry);
    }

    /// <summary>The word of the code behind a fact: discretionary, civil.</summary>
    public string? Word(string field) => template.Facts.TryGetValue(field, out var fact)
        ? Latest(fact) is (var value, _) ? value is Enum word ? Words.Kebab(word.ToString()) : value.ToString() : null
        : field.StartsWith(ProceedingPrefix, StringComparison.Ordinal) ? Proceeding?.Facts.GetValueOrDefault(field[ProceedingPrefix.Length..]) : null;

    public IEnumerable<PaperScope> Scopes(DocumentList? each) => each switch
    {
        null => [PaperScope.None],
        DocumentList.Persons => Persons.Select(p => new PaperScope(Person: p)),
        DocumentList.Charges => Charges(Persons).Select(c => new PaperScope(Charge: c)),
        DocumentList.Proofs => PaperProof.Of(matter, Persons, law).Select(p => new PaperScope(Proof: p)),
        DocumentList.Holders => matter.RightHolders.Select(h => new PaperScope(Holder: h)),
        _ => Amounts.Select(a => new PaperScope(Amount: a)),
    };

    public PaperGap Gap(string field)
    {
        if (template.Asks.FirstOrDefault(a => a.Name == field) is { } asked)
            return new PaperGap(field, asked.Label, null, null, [], MayBeGiven: true);
        if (template.Facts.TryGetValue(field, out var fact))
        {
            var procedure = law.Procedures[fact.Step];
            return new PaperGap(field, LabelOf(fact), fact.Step, fact.Field, procedure.Who, MayBeGiven: true);
        }
        var known = DocumentFields.Known[field];
        return new PaperGap(field, known.Label, known.Step, known.Input, known.Step is { } step ? law.Procedures[step].Who : [], MayBeGiven: false);
    }

    /// <summary>The field as the form of the step calls it, with the step before it: “提起公诉：受案法院”.</summary>
    private Text LabelOf(EventFact fact)
    {
        var title = law.Procedures[fact.Step].Title;
        var field = StepFieldOf(fact)?.Label ?? new Text(fact.Field, fact.Field);
        return new Text($"{title.Zh}：{field.Zh}", $"{title.En}: {field.En}");
    }

    private static StepField? StepFieldOf(EventFact fact) => Commands.Value.GetValueOrDefault(fact.Step)?.FirstOrDefault(f => f.Name == fact.Field);

    private PaperValue? Given(string field) => given.GetValueOrDefault(field)?.Trim() is { Length: > 0 } value ? new PaperValue(field, value) : null;

    // ---- facts of events

    private PaperValue? FromEvent(string field, EventFact fact) =>
        Latest(fact) is (var value, var entry) && Say(value, fact.Field) is { Length: > 0 } said ? new PaperValue(field, said, entry.Recorded.Version) : null;

    private (object Value, TimelineEntry Entry)? Latest(EventFact fact)
    {
        foreach (var entry in matter.Timeline.Reverse().Where(e => e.Type == fact.Event && Concerns(e)))
            return Property(entry.Event.GetType(), fact.Field)?.GetValue(entry.Event) is { } value ? (value, entry) : null;
        return null;
    }

    internal static PropertyInfo? Property(Type type, string field) =>
        type.GetProperty(char.ToUpperInvariant(field[0]) + field[1..], BindingFlags.Public | BindingFlags.Instance);

    /// <summary>It names the subject of the paper, or nobody in particular.</summary>
    private bool Concerns(TimelineEntry entry)
    {
        var type = entry.Event.GetType();
        if (Proceeding is { } proceeding)
            return (Property(type, "proceeding")?.GetValue(entry.Event) as string ?? (entry.Recorded.Version == proceeding.OpenedBy ? proceeding.Id : null)) == proceeding.Id;
        bool Names(string list, string one, IReadOnlyCollection<string> wanted) => wanted.Count == 0
            || (Property(type, list)?.GetValue(entry.Event) is IReadOnlyList<string> { Count: > 0 } ids ? ids.Any(wanted.Contains)
                : Property(type, one)?.GetValue(entry.Event) is not string id || wanted.Contains(id));
        return Names("persons", "person", subject.Persons) && Names("holders", "holder", subject.Holder is { } holder ? [holder] : []);
    }

    private string? Say(object value, string field) => value switch
    {
        string text => text.Trim(),
        DateOnly day => PaperText.Day(day),
        PartialDate date => Day(date),
        Enum word => Matters.LabelOf.Label(word.GetType().GetField(word.ToString())!).Zh,
        Money money => money.ToString(),
        bool yes => yes ? "是" : "否",
        IEnumerable<string> list => string.Join('、', list.Select(i => field is "persons" or "holders" ? matter.NameOf(i) ?? i : i)),
        IEnumerable => null,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    // ---- facts of every matter

    private IEnumerable<Amount> Amounts => matter.Amounts.Where(a => a.Person is null || Persons.Any(p => p.Id == a.Person));

    private (string? Value, long? Entry) Known(string field, PaperScope scope)
    {
        var person = scope.Person ?? (subject.Persons.Count == 1 ? matter.Person(subject.Persons[0]) : null);
        var about = scope.Person is { } one ? [one] : Persons;
        return field switch
        {
            "office.name" => (by.Office, null),
            "actor.name" => (by.Name, null),
            "matter.number" => (matter.Id.CaseNumber, 1),
            "matter.title" => (matter.Title, 1),
            "matter.registered" => (matter.RegisteredOn is { } on ? Day(on) : null, 1),
            "right.type" => (matter.Right is { } right ? law.Vocabulary.Right(right.Type)?.Title.Zh.Split('（')[0] : null, 1),
            "right.name" => (matter.Right?.Name, 1),
            "goods" => (matter.Goods, 1),
            "acts.from" => (matter.ActsFrom is { } from ? Day(from) : null, 1),
            "acts.to" => (matter.ActsTo is { } to ? Day(to) : null, 1),
            "holders" => (string.Join('、', matter.RightHolders.Select(h => h.Name)), 1),
            "holder.name" => ((scope.Holder ?? (subject.Holder is { } id ? matter.RightHolder(id) : null))?.Name, 1),
            "persons" => (string.Join('、', Persons.Select(p => p.Name)), 1),
            "person.name" => (person?.Name, 1),
            "person.unit" => (person is { IsUnit: true } ? "单位" : null, 1),
            "person.measure" => (person is null || person.Measure == Measure.Unknown ? null : person.Measure.Label().Zh, LatestOf("criminal.measure-changed") ?? 1),
            "charges" => (string.Join('、', Charges(about).Select(TitleOf)), 1),
            "articles" => (string.Join('、', Charges(about).Select(ChineseArticle.Of)), 1),
            "charge.title" => (scope.Charge is { } charge ? TitleOf(charge) : null, 1),
            "charge.article" => (scope.Charge is { } article ? ChineseArticle.Of(article) : null, 1),
            "amounts" => (string.Join('、', Amounts.Select(a => $"{KindOf(a)}{YuanOf(a)}元")), LatestOf("matter.amount-recorded") ?? 1),
            "amount.kind" => (scope.Amount is { } kind ? KindOf(kind) : null, 1),
            "amount.yuan" => (scope.Amount is { } yuan ? YuanOf(yuan) : null, 1),
            "amount.source" => (scope.Amount?.Source, 1),
            "proof.person" => (scope.Proof?.Person.Name, LatestOf("evidence.exhibit-tied")),
            "proof.charge" => (scope.Proof is { } proof ? TitleOf(proof.Charge) : null, LatestOf("evidence.exhibit-tied")),
            "proof.element" => (scope.Proof?.Element.Zh, LatestOf("evidence.exhibit-tied")),
            "proof.exhibits" => (scope.Proof?.Exhibits, LatestOf("evidence.exhibit-tied")),
            "proceeding.title" => (Proceeding?.Title, Proceeding?.OpenedBy),
            _ when field.StartsWith(ProceedingPrefix, StringComparison.Ordinal) => (ProceedingFact(field[ProceedingPrefix.Length..]), Proceeding?.OpenedBy),
            _ => (null, null),
        };
    }

    private string? ProceedingFact(string name) =>
        Proceeding?.Facts.GetValueOrDefault(name) is not { } value ? null : PartialDate.TryParse(value) is { } date ? Day(date) : value;

    private long? LatestOf(string type) => matter.Timeline.LastOrDefault(e => e.Type == type)?.Recorded.Version;

    private static IEnumerable<string> Charges(IEnumerable<Person> persons) => persons.SelectMany(p => p.Accusations).Select(a => a.Charge).Distinct(StringComparer.Ordinal);

    private string TitleOf(string charge) => law.Charges.GetValueOrDefault(charge)?.Title.Zh ?? law.Vocabulary.Charge(charge)?.Title.Zh ?? charge;

    private string KindOf(Amount amount) => law.Vocabulary.AmountKind(amount.Kind)?.Title.Zh ?? amount.Kind;

    private static string YuanOf(Amount amount) => $"{(amount.Approximate ? "约" : "")}{amount.Yuan}";

    /// <summary>2025年3月: as far as the day is known.</summary>
    private static string? Day(PartialDate date) => date.Day is { } day ? PaperText.Day(day)
        : date.Value.Split('-') is [{ Length: 4 } year, .. var month] ? $"{year}年{(month.Length > 0 ? $"{int.Parse(month[0], CultureInfo.InvariantCulture)}月" : "")}" : null;
}
