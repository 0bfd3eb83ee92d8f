using System.Security.Cryptography;
using Zhijian.Law;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Models;

/// <summary>A model file that does not load, with the file and line of what is wrong. The others run.</summary>
public sealed record BrokenModel(string File, string Message);

/// <summary>All models of data/models/. A file that is put there is a model; nothing else has to be changed.</summary>
public sealed class ModelCatalogue
{
    private readonly Dictionary<string, (SupervisionModel Model, string Hash)> _models = new(StringComparer.Ordinal);
    private readonly List<BrokenModel> _broken = [];

    /// <summary>In their order.</summary>
    public IReadOnlyList<SupervisionModel> All => [.. _models.Values.Select(m => m.Model).OrderBy(m => m.Order).ThenBy(m => m.Id, StringComparer.Ordinal)];

    public IReadOnlyList<BrokenModel> Broken => _broken;

    public SupervisionModel? Find(string id) => _models.TryGetValue(id, out var found) ? found.Model : null;

    /// <summary>SHA-256 of the file of a model.</summary>
    public string HashOf(SupervisionModel model) => _models[model.Id].Hash;

    public static ModelCatalogue Load(string dataFolder, DataSetCatalogue sets)
    {
        var catalogue = new ModelCatalogue();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(dataFolder, "models"), "*.md").Where(f => Path.GetFileName(f) != "README.md").Order(StringComparer.Ordinal))
            try
            {
                var model = ModelFile.Load(dataFolder, file, sets);
                catalogue._models.Add(model.Id, (model, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))));
            }
            catch (DataFileException e)
            {
                catalogue._broken.Add(new BrokenModel(Path.GetFileName(file), e.Message));
            }
        return catalogue;
    }
}
