using System.Diagnostics;
using Zhijian.Law;
using Zhijian.Law.Assessment;

namespace Zhijian.Bench;

/// <summary>Assessments per second on one core: the conclusion alone, and with everything there is to ask.</summary>
internal static class AssessBench
{
    private const int Rounds = 5;

    public static int Run()
    {
        var law = LawBook.Load(DataFolder.Find());
        var assessor = new Assessor(law);
        List<CaseFacts> cases = [.. Enumerable.Range(0, 200).Select(Case)];
        Console.WriteLine($"assessments/s, one thread, one person and one charge each, medians of {Rounds}");
        Measure("conclusion", 20_000, f => assessor.Assess(f, questions: false).Conclusions[0].HighBand);
        Measure("with questions", 2_000, f => assessor.Assess(f).Conclusions[0].Questions.Count);
        return 0;

        void Measure(string name, int count, Func<CaseFacts, int> work)
        {
            var rates = new List<double>();
            var sum = 0;
            for (var round = -1; round < Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                for (var i = 0; i < count; i++)
                    sum += work(cases[i % cases.Count]);
                if (round >= 0)
                    rates.Add(count / watch.Elapsed.TotalSeconds);
            }
            rates.Sort();
            Console.WriteLine($"{name,-16} {rates[Rounds / 2],12:N0}   (check sum {sum})");
        }
    }

    /// <summary>Acts of all years, some facts missing.</summary>
    private static CaseFacts Case(int n)
    {
        string[] charges = ["213", "214", "215", "216", "217", "218", "219", "219-1", "140"];
        var charge = charges[n % charges.Length];
        var from = new DateOnly(2021, 3, 1).AddDays(n * 10);
        return new CaseFacts
        {
            HandledOn = new DateOnly(2026, 11, 22),
            Persons = [new PersonFacts { Id = "p", EarlierSanctions = n % 3 == 0 ? null : [] }],
            Acts =
            [
                new ActFacts
                {
                    Id = "a", Charges = [charge], Persons = ["p"], From = from, To = from.AddDays(30), Object = charge is "213" or "214" ? "goods" : null, Marks = n % 2 == 0 ? null : 1,
                    Sold = [new SoldLine(100 + n, 150)], Stock = n % 4 == 0 ? null : [new StockLine(50, AverageActual: 150, Label: 300)], Costs = n % 5 == 0 ? null : [new MoneyLine("purchase_price", 3_000)],
                },
            ],
        };
    }
}
