using System.Diagnostics;
using Zhijian.Entities;

namespace Zhijian.Bench;

/// <summary>Pairs of about ten characters a second, one thread.</summary>
internal static class KernelBench
{
    public static int Run()
    {
        var random = new Random(5);
        var texts = Enumerable.Range(0, 4096).Select(_ => string.Concat(Enumerable.Range(0, random.Next(7, 14)).Select(_ => (char)('一' + random.Next(200))))).ToArray();
        Measure("Levenshtein", (a, b) => StringKernels.Levenshtein(a, b));
        Measure("edits with swaps", (a, b) => StringKernels.Edits(a, b));
        Measure("Jaro-Winkler", (a, b) => (int)(100 * StringKernels.JaroWinkler(a, b)));
        return 0;

        void Measure(string name, Func<string, string, int> compare)
        {
            var figures = new List<double>();
            for (var round = 0; round < 9; round++)
            {
                var (before, sum) = (Process.GetCurrentProcess().TotalProcessorTime, 0); // of the processor: others may be using it too
                for (var i = 0; i < 2_000_000; i++)
                    sum += compare(texts[i & 4095], texts[(i * 31 + 7) & 4095]);
                GC.KeepAlive(sum);
                figures.Add(2 / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
            }
            figures.Sort();
            Console.WriteLine($"{name}: {figures[4]:F1} M pairs/s");
        }
    }
}
