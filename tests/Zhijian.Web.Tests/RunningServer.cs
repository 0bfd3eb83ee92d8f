using System.Diagnostics;
using System.Net;
using Shouldly;
using Zhijian.Testing;

namespace Zhijian.Web.Tests;

/// <summary>The program in a process of its own, so that it can be killed as by a power cut; lu has signed in.</summary>
internal sealed record RunningServer(Process Process, Client Client) : IDisposable
{
    public static async Task<RunningServer> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Zhijian.Web.dll"), "--port", "0", "--data", folder]) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        string? address = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("http://", StringComparison.Ordinal))
            {
                address = line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim();
                break;
            }
        _ = process.StandardOutput.ReadToEndAsync();
        var client = new Client(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address.ShouldNotBeNull()), Timeout = Timeout.InfiniteTimeSpan });
        (await client.SubmitSignInAsync("lu", SampleOffice.Password)).Status.ShouldBe(HttpStatusCode.Redirect);
        return new RunningServer(process, client);
    }

    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill();
        Process.Dispose();
        Client.Dispose();
    }
}

internal static class PiecesOfFiles
{
    public static Task<Answer> PatchPieceAsync(this Client client, string at, long offset, HttpContent content)
    {
        content.Headers.ContentType = new("application/offset+octet-stream");
        return client.SendAsync(HttpMethod.Patch, at, content, ("Upload-Offset", offset.ToString()), ("X-Requested-With", "test"));
    }

    public static Task<Answer> PatchPieceAsync(this Client client, string at, long offset, byte[] bytes) => client.PatchPieceAsync(at, offset, new ByteArrayContent(bytes));

    /// <summary>How much of it arrived.</summary>
    public static async Task<int> OffsetAsync(this Client client, string at) =>
        int.Parse((await client.SendAsync(HttpMethod.Head, at, null, ("X-Requested-With", "test"))).Should(204).Header("Upload-Offset")!);
}

/// <summary>Sends a part, kills the server, and goes on until that is felt.</summary>
internal sealed class BreaksOff(byte[] bytes, int killAfter, Process server) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(bytes.AsMemory(0, killAfter));
        await stream.FlushAsync();
        server.Kill(); // SIGKILL
        await stream.WriteAsync(bytes.AsMemory(killAfter));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }
}
