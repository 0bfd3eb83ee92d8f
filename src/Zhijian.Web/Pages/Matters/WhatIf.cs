using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Web.Pages.Matters;

/// <summary>“What if”: the same duty from another day, in custody and free, with and without the extension. Nothing is recorded. Pure.</summary>
/// <param name="Extended">With the extension that the duty's file names; null where it has none, or none in that position.</param>
public sealed record WhatIf(Custody Custody, Duty? Plain, Duty? Extended)
{
    /// <summary>Both positions side by side: where they differ, the law of custody is why.</summary>
    public static IReadOnlyList<WhatIf> Of(DutyRule rule, DutyBook duties, DateOnly start) =>
        [Of(rule, duties, start, Custody.Detained), Of(rule, duties, start, Custody.Free)];

    /// <summary>The duty is derived as in a real matter, from made-up occurrences.</summary>
    private static WhatIf Of(DutyRule rule, DutyBook duties, DateOnly start, Custody custody)
    {
        var subject = rule.Scope switch { DutyScope.Person => "P1", DutyScope.RightHolder => "R1", _ => null };
        List<Occurrence> occurrences = [new Occurrence(rule.OpensOn[0], start, subject) { Facts = rule.When }];
        if (subject is ['P', ..])
            occurrences.Insert(0, Occurrence.CustodyOf(subject, start, custody));
        Duty? Derive(IReadOnlyList<Occurrence> all) => duties.Derive(all).FirstOrDefault(d => d.Rule == rule);
        var plain = Derive(occurrences);
        // only the undetained review of arrest can be extended: there the detained column stays empty
        var extension = rule.Extensions.FirstOrDefault(e => !(e.Replaces && custody == Custody.Detained));
        var extended = plain is null || extension is null ? null : Derive([.. occurrences, new Occurrence(extension.Occurrence, start.AddDays(1), subject)]);
        return new WhatIf(custody, plain, extended);
    }
}
