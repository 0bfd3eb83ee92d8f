using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Reading;

/// <summary>The goods beside a quantity: a listed word that ends just before the number or begins just behind the unit. What is not listed is not guessed.</summary>
internal sealed class GoodsReader(string text, ReadingWords words)
{
    private const int Reach = 14;

    private static readonly Text Before = new("数量前的物品词", "a word for goods before a quantity");
    private static readonly Text Behind = new("数量后的物品词", "a word for goods behind a quantity");

    /// <summary>What goes before the goods in the same run of characters: 从某家查获卷烟.</summary>
    private static readonly string[] Cuts =
        ["查获", "缴获", "起获", "扣押", "查扣", "生产", "销售", "出售", "运输", "加工", "假冒", "仿冒", "灌装", "购买", "购进", "制造", "制作", "发现", "注册商标", "品牌", "商品", "类", "某"];

    public GoodsProposal? Near(QuantityProposal quantity) => BeforeIt(quantity.Start) ?? BehindIt(quantity.End);

    private GoodsProposal? BeforeIt(int at)
    {
        var end = at;
        // 香水共9226支
        while (end > 0 && at - end < 3 && text[end - 1] is '共' or '计' or '达' or '约' or '各')
            end--;
        if (words.Goods.FirstOrDefault(g => end >= g.Length && string.CompareOrdinal(text, end - g.Length, g, 0, g.Length) == 0) is not { } head)
            return null;
        var start = end - head.Length;
        while (start > 0 && end - start < Reach && IsPart(text[start - 1]))
            start--;
        var before = text.AsSpan(start, end - head.Length - start);
        var cut = 0;
        foreach (var word in Cuts)
            if (before.LastIndexOf(word) is >= 0 and var found)
                cut = Math.Max(cut, found + word.Length);
        start += cut;
        return end - start >= Reach ? Make(end - head.Length, end, Before) : Make(start, end, Before);
    }

    private GoodsProposal? BehindIt(int at)
    {
        var start = at;
        if (start < text.Length && text[start] is '“' or '"')
        {
            var close = text.AsSpan(start + 1, Math.Min(20, text.Length - start - 1)).IndexOfAny('”', '"');
            start = close < 0 ? start : start + close + 2;
        }
        while (start < text.Length && start - at < 24 && text[start] is '的')
            start++;
        var end = start;
        while (end < text.Length && end - start < 8 && IsPart(text[end]))
            end++;
        if (Cuts.Any(c => text.AsSpan(start, end - start).Contains(c, StringComparison.Ordinal)))
            return null; // 1间服装厂生产服装
        for (var length = end - start; length > 0; length--)
            if (words.Goods.Any(g => g.Length <= length && string.CompareOrdinal(text, start + length - g.Length, g, 0, g.Length) == 0))
                return Make(start, start + length, Behind);
        return null;
    }

    private static bool IsPart(char c) => c is >= '一' and <= '鿿' && !"的及和与或共计为等在将把被了各达该其单".Contains(c) && (c == '二' || Numeral.Digit(c) < 0);

    private GoodsProposal Make(int start, int end, Text why) => new(start, end - start, text[start..end], why);
}
