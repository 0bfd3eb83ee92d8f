using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;

namespace Zhijian.Web.Pages;

/// <summary>What happened, what was kept, what to do. A matter that one may not see reads as one that there is not.</summary>
[IgnoreAntiforgeryToken] // a refused form is shown here too
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }

    public Text Title { get; private set; }

    public Text Happened { get; private set; }

    public Text Kept { get; private set; }

    public Text Do { get; private set; }

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = code is 400 or 403 or 405 or 409 or 413 or 500 ? code : 404;
        (Title, Happened, Kept, Do) = ErrorTexts.Of(Code);
        Response.StatusCode = Code;
    }
}

public static class ErrorTexts
{
    private static readonly Text NothingChanged = new("没有改动任何数据。", "Nothing was changed.");

    public static (Text Title, Text Happened, Text Kept, Text Do) Of(int code) => code switch
    {
        400 => (
            new Text("页面已过期", "This page has expired"),
            new Text("提交时登录状态已经变化，例如在另一个标签页退出或换了人，或者页面放得太久。", "Your sign-in changed since the page was opened: signed out or changed in another tab, or open for too long."),
            new Text("提交的内容没有保存。", "What you sent was not saved."),
            new Text("按浏览器的“后退”取回填写的内容，复制后重新打开该页再提交。", "Use “back” in the browser to find what you typed, copy it, open the page anew and send it again.")),
        403 => (
            new Text("没有这项权限", "You may not do this"),
            new Text("你的角色不能办理这一步。", "Your roles do not include this step."),
            NothingChanged,
            new Text("请由有权限的同事办理；角色不对的，找系统管理员更改。", "Ask a colleague who may do it; if your roles are wrong, tell the administrator.")),
        405 => (
            new Text("这个网址不能这样用", "This address does not work that way"),
            new Text("它只接受由页面提交的表单，或者只供查看。", "It takes only forms sent from a page, or can only be read."),
            NothingChanged,
            new Text("回到工作台，从页面上的链接进入。", "Go to the docket and follow a link.")),
        409 => (
            new Text("别人刚刚改过", "Somebody else has just changed it"),
            new Text("你打开页面之后，这件案件有了新的记录。", "The matter has new entries since you opened the page."),
            new Text("你这次提交没有保存，别人的已保存。", "What you sent was not saved; what the other person sent was."),
            new Text("后退，重新打开该页看清变化，再决定是否提交。", "Go back, open the page anew, look at what changed, and decide again.")),
        413 => (
            new Text("文件太大", "The file is too large"),
            new Text("提交的内容超过上限。", "What you sent is over the limit."),
            NothingChanged,
            new Text("拆分或压缩后再附卷。", "Split or compress it and attach it again.")),
        500 => (
            new Text("系统出错了", "Something went wrong here"),
            new Text("这是程序的错误，不是你的操作错误。", "It is a fault of the program, not of what you did."),
            new Text("这次提交要么全部保存，要么完全没有保存；此前保存的都在。", "What you sent was saved as a whole or not at all; everything saved before is there."),
            new Text("先看案件的时间线里有没有这次操作，没有再重新提交；再次出错，把时间和网址告诉系统管理员。", "Look at the timeline of the matter first; if the act is not there, send it again. If it fails again, tell the administrator the time and the address.")),
        _ => (
            new Text("没有这一页", "There is no such page"),
            new Text("网址有误，或者这里没有你可以查看的内容。", "The address is wrong, or there is nothing here that you can see."),
            NothingChanged,
            new Text("核对网址或案号；也可以按案号、人名查找。", "Check the address or the number, or search by number or name.")),
    };
}
