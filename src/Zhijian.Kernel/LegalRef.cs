namespace Zhijian.Kernel;

/// <summary>
/// Where a figure, a duty or a refusal comes from: the article as it is cited (刑诉法172；规则351), and how far its text was verified.
/// Anything but <see cref="RefStatus.Verified"/> is shown with its mark and never decides alone.
/// </summary>
public sealed record LegalRef(string Article, RefStatus Status = RefStatus.Verified)
{
    public override string ToString() => Article;
}

/// <summary>How far the text of an article was verified.</summary>
public enum RefStatus
{
    /// <summary>The official text was read in full.</summary>
    Verified,

    /// <summary>Seen in a secondary or partial source.</summary>
    Secondary,

    /// <summary>Recalled or only heard of; the system asks.</summary>
    Unverified,

    /// <summary>The law itself is open; both readings are shown.</summary>
    Unsettled,
}
