using Zhijian.Kernel;

namespace Zhijian.Supervision.Runs;

public sealed record UnknownModel(string Id)
    : Refusal("unknown-model", new Text($"没有模型“{Id}”", $"there is no model “{Id}”"), null, new Text("模型编号见模型目录", "see the catalogue of models"));

public sealed record UnknownEngine(string Name, string Known)
    : Refusal("unknown-engine", new Text($"没有引擎“{Name}”", $"there is no engine “{Name}”"), null, new Text($"可用：{Known}", $"there are: {Known}"));

public sealed record UnknownParameter(string Name, string Model)
    : Refusal("unknown-parameter", new Text($"模型 {Model} 没有参数“{Name}”", $"{Model} has no parameter “{Name}”"), null, new Text("参数见模型说明", "see the page of the model"));

public sealed record BadParameter(Text Why)
    : Refusal("bad-parameter", Why, null, new Text("改这个值，或者不填而用默认值", "change the value, or leave it and the default is used"));

/// <summary>Not knowing is not “none”: a model that missed a set would take everything for unanswered.</summary>
public sealed record SetsMissing(IReadOnlyList<Text> Sets)
    : Refusal(
        "sets-missing",
        new Text($"还没有这些数据：{string.Join("、", Sets.Select(s => s.Zh))}", $"these data sets are not there yet: {string.Join(", ", Sets.Select(s => s.En))}"),
        null,
        new Text("先导入；没有数据时运行，会把“不知道”当成“没有”", "import them first: without them, “not known” would be taken for “none”"));

public sealed record RunIsOver(string Run)
    : Refusal("run-is-over", new Text($"运行 {Run} 已经结束", $"the run {Run} is over"), null, new Text("看它的结果", "see its result"));

public sealed record ModelHasChanged(string Model)
    : Refusal("model-has-changed", new Text($"模型 {Model} 的文件在那次运行之后改过", $"the file of {Model} was changed after that run"), null, new Text("换回当时的文件，或者重新运行", "put the file of that day back, or run it anew"));

public sealed record RunCannotBeRepeated(Text Why)
    : Refusal("run-cannot-be-repeated", Why, null, new Text("重新运行", "run it anew"));

public sealed record LawHasChanged(string Set)
    : Refusal("law-has-changed", new Text($"法律库的“{Set}”在那次运行之后改过", $"“{Set}” of the law book was changed after that run"), null, new Text("重新运行", "run it anew"));
