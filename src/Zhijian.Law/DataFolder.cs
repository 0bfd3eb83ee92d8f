namespace Zhijian.Law;

/// <summary>Where the data files are: the folder named by ZHIJIAN_LAW, else <c>data</c> in the program's folder or one above it.</summary>
public static class DataFolder
{
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("ZHIJIAN_LAW") is { Length: > 0 } named)
            return Directory.Exists(Path.Combine(named, "law")) ? named : throw new DirectoryNotFoundException($"ZHIJIAN_LAW: {named} has no folder “law”.");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "data", "law")))
                return Path.Combine(folder.FullName, "data");
        throw new DirectoryNotFoundException($"No folder data/law in or above {AppContext.BaseDirectory}; name it with ZHIJIAN_LAW.");
    }
}
