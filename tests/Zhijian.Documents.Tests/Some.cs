namespace Zhijian.Documents.Tests;

internal static class Some
{
    public static PaperText Paper { get; } = new()
    {
        Office = "某市人民检察院",
        Title = "不起诉决定书",
        Number = "某市检不诉〔2026〕1号",
        Recipient = "某市公安局",
        Body = [new PaperLine("一、事实", Heading: true), new PaperLine("张某，涉嫌假冒注册商标罪。"), new PaperLine("数额 126,000 元。")],
        EnglishTitle = "Decision not to prosecute",
        English = [new PaperLine("You may complain within seven days.")],
        Signer = "某市人民检察院",
        Sealed = true,
        Date = new DateOnly(2026, 9, 3),
        Copies = ["被不起诉人", "附卷"],
    };
}
