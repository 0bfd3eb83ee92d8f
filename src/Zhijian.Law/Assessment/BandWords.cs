using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>Bands in words, as a prosecutor writes them.</summary>
public static class BandWords
{
    public static Text Of(Band? band)
    {
        if (band is null)
            return new Text("不够本罪的标准", "below the standards of this charge");
        var (zh, en) = band switch
        {
            { Life: true } => ($"{Years(band.MinMonths).Zh}有期徒刑或者无期徒刑", $"{Years(band.MinMonths).En} or life"),
            { MinMonths: <= 6 } => ($"{Years(band.MaxMonths).Zh}以下有期徒刑", $"up to {Years(band.MaxMonths).En}"),
            { MaxMonths: >= 180 } => ($"{Years(band.MinMonths).Zh}以上有期徒刑", $"{Years(band.MinMonths).En} or more"),
            _ => ($"{Years(band.MinMonths).Zh}以上{Years(band.MaxMonths).Zh}以下有期徒刑", $"{Years(band.MinMonths).En} to {Years(band.MaxMonths).En}"),
        };
        if (band.Detention)
            (zh, en) = ($"{zh}、拘役", $"{en}, or detention");
        if (band.Control)
            (zh, en) = ($"{zh}、管制", $"{en}, or control");
        return band.Fine == FineRule.And ? new Text($"{zh}，并处罚金", $"{en}, and a fine") : new Text($"{zh}，并处或者单处罚金", $"{en}, and/or a fine");
    }

    private static Text Years(int months) => months % 12 == 0
        ? new Text($"{Chinese(months / 12)}年", months == 12 ? "1 year" : $"{months / 12} years")
        : new Text($"{months} 个月", $"{months} months");

    private static string Chinese(int n) => n switch
    {
        <= 10 => "零一二三四五六七八九十"[n].ToString(),
        _ => $"十{"零一二三四五六七八九"[n - 10]}",
    };

    /// <summary>What the standards say between the band that is sure and the highest possible.</summary>
    public static Text Between(Candidate candidate) => Between(candidate, candidate.LowBand, candidate.HighBand);

    public static Text Between(Candidate candidate, int low, int high)
    {
        var (a, b) = (Of(candidate.Band(low)), Of(candidate.Band(high)));
        return low == high ? a : new Text($"{a.Zh}；至多 {b.Zh}", $"{a.En}; at most {b.En}");
    }
}
