namespace Zhijian.Matters.Documents;

/// <summary>The steps that the state of a paper leaves open, in the order in which one takes them.</summary>
public static class PaperSteps
{
    public static IReadOnlyList<string> For(PaperState state) => state switch
    {
        PaperState.Draft => ["make-document", "submit-document", "finish-document", "cancel-document"],
        PaperState.Submitted => ["approve-document", "return-document", "withdraw-document"],
        PaperState.Approved => ["finish-document", "return-document", "withdraw-document"],
        PaperState.Finished => ["serve-document", "cancel-document"],
        _ => [],
    };
}
