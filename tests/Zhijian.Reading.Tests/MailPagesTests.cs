using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Reading.Tests;

public sealed class MailPagesTests
{
    private static byte[] Gb(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);

    private static async Task<string> ReadAsync(byte[] mail)
    {
        await using var room = new Room();
        var (_, text, pages) = await room.ReadAsync(mail);
        text.State.ShouldBe(TextState.Done, text.Why?.En);
        return string.Concat(pages.Select(p => p.Text));
    }

    [Fact]
    public async Task Header_words_text_and_the_names_of_what_is_attached_are_read()
    {
        var word = $"=?gb2312?B?{Convert.ToBase64String(Gb("报价单"))}?=";
        var mail = $"""
            From: =?UTF-8?Q?=E5=BC=A0=E4=B8=89?= <zhang@example.test>
            To: li@example.test
            Date: Mon, 7 Sep 2026 09:00:00 +0800
            Subject: {word}
             {word}
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="out b"

            preamble
            --out b
            Content-Type: multipart/alternative; boundary=in

            --in
            Content-Type: text/html; charset=utf-8

            <p>不看这个</p>
            --in
            Content-Type: text/plain; charset=GBK
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Gb("每件三元，\n共三百件。"))}
            --in--
            --out b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=GB18030''%B1%A8%BC%DB.pdf
            Content-Transfer-Encoding: base64

            AAAAAAAA
            --out b--
            """.ReplaceLineEndings("\r\n");
        var text = await ReadAsync(Encoding.UTF8.GetBytes(mail));
        text.ShouldContain("发件人 From：张三 <zhang@example.test>\n");
        text.Split('\n')[3].ShouldBe("主题 Subject：报价单报价单");
        text.ShouldContain("每件三元，\n共三百件。");
        text.ShouldNotContain("不看这个");
        text.ShouldContain("· 报价.pdf (application/pdf, 6 B)");
    }

    [Fact]
    public async Task The_name_of_an_attachment_in_the_bytes_of_GB18030_is_read()
    {
        var text = await ReadAsync([
            .. "From: a@example.test\nDate: x\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\""u8,
            .. Gb("报价单（镕）.pdf"), .. "\"\n\nAAAA\n--b--\n"u8]);
        text.ShouldContain("· 报价单（镕）.pdf (application/pdf");
    }

    [Fact]
    public async Task A_page_of_the_web_is_read_without_its_tags_and_quoted_bytes_are_read()
    {
        var text = await ReadAsync("From: a@example.test\nDate: x\nSubject: x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<style>p{}</style><p>=E5=95=86=\n=E6=A0=87</p><script>alert(1)</script><div>a&amp;b</div>\n"u8.ToArray());
        text.ShouldContain("商标\na&b");
        text.ShouldNotContain("alert");
    }

    [Fact]
    public async Task A_mail_that_breaks_off_is_read_as_far_as_it_goes() =>
        (await ReadAsync("From: a@example.test\nDate: x\nSubject: =?utf-8?B?5ZWG\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n商标"u8.ToArray())).ShouldEndWith("商标");
}
