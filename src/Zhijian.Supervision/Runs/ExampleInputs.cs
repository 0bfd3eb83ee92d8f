using Zhijian.Law;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Runs;

/// <summary>The inputs of an example: the rows that it lists, sets of the law in full unless it lists them, every other set empty.</summary>
public static class ExampleInputs
{
    public static IReadOnlyDictionary<string, ModelInput> Of(SupervisionModel model, ModelExample example, DataSetCatalogue sets, LawBook law)
    {
        var figures = LawSets.All(law);
        return model.Inputs.Keys.ToDictionary(
            id => id, id => new ModelInput(sets.Find(id)!, [], example.Inputs.GetValueOrDefault(id) ?? figures.GetValueOrDefault(id)), StringComparer.Ordinal);
    }
}
