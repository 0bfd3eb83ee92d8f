using System.Text;
using Microsoft.AspNetCore.Mvc;
using Zhijian.Matters;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The running clocks of a matter for a calendar program; the same rule of access as the matter itself.</summary>
public sealed class ClocksFileModel(Platform platform, Ui ui) : MatterPage(platform)
{
    public async Task<IActionResult> OnGetAsync(string id) => await OpenAsync(id)
        ? File(Encoding.UTF8.GetBytes(ClockCalendar.Of(Matter, Duties, Platform.Time.GetUtcNow(), ui.Language)), "text/calendar; charset=utf-8", $"{Matter.Id}.ics")
        : NotFound();
}
