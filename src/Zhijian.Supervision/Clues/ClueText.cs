using System.Reflection;
using Zhijian.Kernel;

namespace Zhijian.Supervision.Clues;

/// <summary>The words of this module as people read them.</summary>
internal static class ClueText
{
    public static Text Of<T>(T word)
        where T : struct, Enum => typeof(T).GetField(word.ToString())!.GetCustomAttribute<LabelAttribute>()!.Text;

    /// <summary>The remark with what joins it to the sentence; nothing where there is none.</summary>
    public static string After(string? note, string joint) => note is { Length: > 0 } ? joint + note : "";
}
