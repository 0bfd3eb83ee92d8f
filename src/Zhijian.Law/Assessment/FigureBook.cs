namespace Zhijian.Law.Assessment;

/// <summary>The figures of the acts of one assessment, each computed once for a price rule: several candidates and standards ask for the same.</summary>
internal sealed class FigureBook(Rules rules)
{
    // by reference: comparing whole records would cost more than the sums
    private readonly Dictionary<ActFacts, Dictionary<(string Metric, PriceRule Prices), Figure>> _known = new(ReferenceEqualityComparer.Instance);

    public Rules Rules => rules;

    public Figure Of(ActFacts act, string metric, string instrument)
    {
        var prices = rules.PricesOf(instrument);
        if (!_known.TryGetValue(act, out var figures))
            _known[act] = figures = new Dictionary<(string, PriceRule), Figure>(Keys.Instance);
        if (!figures.TryGetValue((metric, prices), out var figure))
            figures[(metric, prices)] = figure = new Amounts(act, rules, prices).Of(metric);
        return figure;
    }

    private sealed class Keys : IEqualityComparer<(string Metric, PriceRule Prices)>
    {
        public static readonly Keys Instance = new();

        public bool Equals((string Metric, PriceRule Prices) x, (string Metric, PriceRule Prices) y) => x.Metric == y.Metric && ReferenceEquals(x.Prices, y.Prices);

        public int GetHashCode((string Metric, PriceRule Prices) key) => string.GetHashCode(key.Metric, StringComparison.Ordinal);
    }
}
