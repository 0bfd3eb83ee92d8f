using System.Diagnostics;

namespace Zhijian.Shape.Tests;

/// <summary>The files of the repository: what git tracks or would track; without git, what is not built or fetched.</summary>
internal static class Tree
{
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal) { ".git", "bin", "obj", "node_modules", "lib", "var", "TestResults", ".vs", ".idea" };

    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. (FromGit() ?? FromDisk(Root)).Where(f => File.Exists(Full(f))).Order(StringComparer.Ordinal)];

    public static string Full(string path) => Path.Combine(Root, path);

    public static string Text(string path) => File.ReadAllText(Full(path));

    public static IEnumerable<string> Below(string folder, params string[] extensions) =>
        Files.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal) && extensions.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Zhijian.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No Zhijian.slnx above {AppContext.BaseDirectory}.");
    }

    private static List<string>? FromGit()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0 && files.Length > 0 ? [.. files] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // no git on this machine
        }
    }

    private static IEnumerable<string> FromDisk(string folder) => Directory.EnumerateFiles(folder).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Concat(Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))).SelectMany(FromDisk));
}
