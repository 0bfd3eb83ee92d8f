using System.Data.Common;
using Zhijian.Supervision;

namespace Zhijian.Web.Modelling;

/// <summary>Looks every minute whether a model is due to run by itself.</summary>
internal sealed class ScheduleClock(Platform platform, TimeProvider time, ILogger<ScheduleClock> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!SupervisionDesk.CanRun)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await platform.Supervision.Schedules.RunDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is DbException or IOException)
            {
                log.LogWarning(e, "Models that are due could not be started; they are tried again in a minute.");
            }
    }
}
