using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>What the steps of filing supervision need to know of the earlier ones.</summary>
internal static class FilingFacts
{
    public const string NoticeToFile = "file";

    public const string NoticeToWithdraw = "withdraw";

    public static FilingFault Fault(this Proceeding proceeding) => Words.Parse<FilingFault>(proceeding.Facts["fault"])!.Value;

    /// <summary>Whether a victim, a party or an organ asked, so that somebody is to be answered.</summary>
    public static bool WasAskedFor(this Proceeding proceeding) => proceeding.Facts["source"] != Words.Kebab(FilingSource.Found);

    /// <summary>The notice that the police received; null before it.</summary>
    public static string? Notice(this Proceeding proceeding) => proceeding.Facts.GetValueOrDefault("notice");

    /// <summary>The notice that the fault calls for: to withdraw where the police filed and should not have, else to file (规则561、562).</summary>
    public static string NoticeFor(FilingFault fault) => fault == FilingFault.WronglyFiled ? NoticeToWithdraw : NoticeToFile;

    public static Text NoticeName(string notice) => notice == NoticeToWithdraw ? new Text("通知撤销案件书", "notice to withdraw the case") : new Text("通知立案书", "notice to file the case");
}

public sealed record AgencyIsAdvised(string Id)
    : Refusal("agency-is-advised", new Text($"{Id} 监督的是行政执法机关不移送，不是公安机关", $"{Id} supervises an administrative organ, not the police"), new LegalRef("规则557第3款"), new Text("办理“提出检察意见”", "take the step “Advise the transfer”"));
