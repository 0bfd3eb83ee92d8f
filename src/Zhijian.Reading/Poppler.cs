using System.Diagnostics;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Reading;

/// <summary>
/// The programs of poppler-utils, each call in a process of its own: what a hostile PDF breaks is that process. It gets so much memory and time, writes no
/// file, and is ended with whoever asked.
/// </summary>
public sealed class Poppler
{
    private static readonly string[] Programs = ["pdfinfo", "pdftotext", "pdftoppm"];

    private readonly string _folder;
    private readonly string? _prlimit;
    private readonly string? _unshare;

    private Poppler(string folder, string? prlimit, string? unshare) => (_folder, _prlimit, _unshare) = (folder, prlimit, unshare);

    /// <summary>Said where a PDF cannot be read.</summary>
    public static Text Missing { get; } = new(
        "本机没有安装 poppler-utils，PDF 的文字和页面图像不可用；原件仍可下载。安装：apt install poppler-utils poppler-data",
        "poppler-utils is not installed here, so there is no text and no page image of a PDF; the original can still be downloaded. To install: apt install poppler-utils poppler-data");

    /// <param name="path">Folders to look in, as in PATH.</param>
    /// <returns>Null where one of the programs is missing.</returns>
    public static Poppler? Find(string? path = null)
    {
        var folders = (path ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.FirstOrDefault(f => Programs.All(p => File.Exists(Path.Combine(f, p)))) is { } folder
            ? new Poppler(folder, Of("prlimit"), Of("unshare") is { } unshare && MayUnshare(unshare) ? unshare : null)
            : null;

        string? Of(string program) => folders.Append("/usr/bin").Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);
    }

    /// <summary>Whether this machine lets a process have a network of its own, which is none. Many containers do not.</summary>
    private static bool MayUnshare(string unshare)
    {
        using var tried = Process.Start(new ProcessStartInfo(unshare, ["--map-root-user", "--net", "true"]) { UseShellExecute = false, RedirectStandardError = true });
        return tried is not null && tried.WaitForExit(5_000) && tried.ExitCode == 0;
    }

    /// <summary>Runs one of the programs and hands over what it writes.</summary>
    /// <returns>Its exit code and the beginning of what it complained of.</returns>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    internal async Task<(int Exit, string Says)> RunAsync(string program, IEnumerable<string> arguments, ReadingLimits limits, Func<Stream, Task> take, CancellationToken ct)
    {
        // each of these becomes the next one: there is one process to end
        string[] line =
        [
            .. _unshare is null ? [] : (string[])[_unshare, "--map-root-user", "--net", "--"],
            .. _prlimit is null ? [] : (string[])[_prlimit, $"--as={limits.ChildBytes}", $"--cpu={(int)limits.Time.TotalSeconds + 1}", "--fsize=0", "--nofile=64", "--core=0"],
            Path.Combine(_folder, program), .. arguments,
        ];
        var start = new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        // nothing of ours is handed on: no connection string, no home
        start.Environment.Clear();
        start.Environment["LANG"] = "C.UTF-8";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        process.StandardInput.Close();
        await using var ended = ct.UnsafeRegister(static p => End((Process)p!), process);
        var complaint = ReadSomeAsync(process.StandardError.BaseStream);
        try
        {
            await take(process.StandardOutput.BaseStream);
            await process.WaitForExitAsync(ct);
        }
        finally
        {
            End(process);
        }
        ct.ThrowIfCancellationRequested();
        return (process.ExitCode, await complaint);
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // it has ended by itself
        }
    }

    /// <summary>The first kilobytes; the rest is read and dropped, so that the program does not wait.</summary>
    private static async Task<string> ReadSomeAsync(Stream stream)
    {
        var (some, buffer) = (new MemoryStream(), new byte[4096]);
        int read;
        while ((read = await stream.ReadAsync(buffer)) > 0)
            if (some.Length < 1 << 14)
                some.Write(buffer, 0, read);
        return Encoding.UTF8.GetString(some.GetBuffer().AsSpan(0, (int)some.Length));
    }
}
