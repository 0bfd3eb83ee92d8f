using System.Diagnostics;
using System.Text.RegularExpressions;
using Zhijian.Entities;
using Zhijian.Law;

namespace Zhijian.Bench;

/// <summary>Entity resolution on labelled sets: seconds from the file to the clusters, peak memory, and F1 of the pairs in clusters.</summary>
internal static partial class LinkBench
{
    private const string Company = "name:Company uscc:Id addr:Address phone:Phone legal_rep:Name";
    private const string Febrl = "given_name:Name surname:Name street_number:Category address_1:Address address_2:Text suburb:Text postcode:Category state:Category date_of_birth:Date soc_sec_id:Id";

    private static readonly (string Name, string[] Files, string Columns, string Id, string? Cluster)[] Sets =
    [
        ("fake_1000", ["fake_1000.csv"], "first_name:Name surname:Name dob:Date city:Category email:Text", "unique_id", "cluster"),
        ("historical_50k", ["historical_figures_with_errors_50k.csv"], "first_name:Name surname:Name dob:Date birth_place:Text postcode_fake:Text gender:Category occupation:Category", "unique_id", "cluster"),
        ("companies_cn_100k", ["companies_cn_100k.csv"], Company, "unique_id", "cluster"),
        ("febrl1", ["dataset1.csv"], Febrl, "rec_id", null),
        ("febrl3", ["dataset3.csv"], Febrl, "rec_id", null),
        ("febrl4", ["dataset4a.csv", "dataset4b.csv"], Febrl, "rec_id", null),
    ];

    /// <param name="folder">Where the public sets are; those that are not there are left out.</param>
    public static int Run(string folder, int millions)
    {
        var data = DataFolder.Find();
        var cleaning = new Cleaning(CharacterFiles.Load(data), CompanyWords.Load(data));
        Console.WriteLine("set, records, seconds (median; processor time of the last round, both cores), MB, candidate pairs a record, F1 at the threshold chosen without labels, best F1 (bits): precision, recall");
        Measure("hard set", [Path.Combine(data, "entities", "hard-records.csv")], "name:Company code:Id address:Address phone:Phone person:Name", "id", "cluster", cleaning, 5);
        foreach (var (name, files, columns, id, cluster) in Sets)
            if (files.Select(f => Path.Combine(folder, f)).ToArray() is var paths && Array.TrueForAll(paths, File.Exists))
                Measure(name, [.. paths.Select(Plain)], columns, id, cluster, cleaning, 5);
        var made = new List<int>();
        for (var m = 1; m <= millions; m = m < 10 ? 10 : m * 2)
            made.Add(m);
        foreach (var m in made)
        {
            var file = Path.Combine(Path.GetTempPath(), $"zhijian-companies-{m}m.csv");
            CompanyRows.Write(file, m * 1_000_000);
            try
            {
                Measure($"made {m} M", [file], Company, "unique_id", "cluster", cleaning, m == 1 ? 3 : 1);
            }
            finally
            {
                File.Delete(file);
            }
        }
        return 0;
    }

    /// <summary>febrl writes a space behind each comma.</summary>
    private static string Plain(string path)
    {
        if (!Path.GetFileName(path).StartsWith("dataset", StringComparison.Ordinal))
            return path;
        var plain = Path.Combine(Path.GetTempPath(), "zhijian-" + Path.GetFileName(path));
        File.WriteAllText(plain, File.ReadAllText(path).Replace(", ", ","));
        return plain;
    }

    private static void Measure(string name, string[] files, string columns, string id, string? cluster, Cleaning cleaning, int rounds)
    {
        ColumnSpec[] specs = [.. columns.Split(' ').Select(c => c.Split(':')).Select(c => new ColumnSpec(c[0], Enum.Parse<ColumnKind>(c[1])))];
        var seconds = new List<double>();
        var processor = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            var table = new RecordTable(specs);
            var (names, truth) = (new TextPool(), new List<int>());
            for (var f = 0; f < files.Length; f++)
            {
                if (f == 1)
                    table.SecondFrom = table.Count;
                CsvRecords.Read(files[f], table, id, cluster, names, truth);
            }
            var linker = Linker.Run(table, cleaning, new LinkOptions { OneToOne = files.Length > 1 });
            var clusters = linker.Clusters();
            seconds.Add(watch.Elapsed.TotalSeconds);
            processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            if (round < rounds - 1)
                continue;
            if (cluster is null)
                for (var i = 0; i < table.Count; i++)
                    truth.Add(names.Add(Digits().Match(table.Ids[i]).Value));
            seconds.Sort();
            var memory = Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
            var here = Quality.Of(clusters, truth.ToArray(), table.SecondFrom);
            var report = table.Count > 2_000_000 ? null : new LinkReport(linker, clusters, [.. truth]);
            Console.WriteLine($"{name}, {table.Count}, {seconds[rounds / 2]:F2}; {processor:F2}, {memory}, {(double)linker.CandidatePairs / table.Count:F1}, {here.F1:F4} ({linker.Threshold:F1}: {here.Precision:F4}, {here.Recall:F4})"
                + (report is null ? "" : $", {report.Best!.F1:F4} ({report.BestAt:F1}): {report.Best.Precision:F4}, {report.Best.Recall:F4}"));
            if (table.Count >= 500_000)
                Lookups(linker, clusters, table);
        }
    }

    /// <summary>One new record against all that are there.</summary>
    private static void Lookups(Linker linker, int[] clusters, RecordTable table)
    {
        var watch = Stopwatch.StartNew();
        var index = new EntityIndex(linker, clusters);
        var built = watch.Elapsed.TotalSeconds;
        var times = new List<double>();
        for (var i = 0; i < 1000; i++)
        {
            var values = Enumerable.Range(0, table.Columns.Count).Select(c => table.Value((int)((long)i * 7919 % table.Count), c)).ToArray();
            watch.Restart();
            index.Find("new", values);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"  one record against {table.Count}: median {times[500]:F2} ms, p99 {times[990]:F2} ms, worst {times[^1]:F2} ms; index built in {built:F1} s");
    }

    [GeneratedRegex("[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
