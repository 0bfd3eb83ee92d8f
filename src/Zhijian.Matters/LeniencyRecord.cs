using Zhijian.Kernel;

namespace Zhijian.Matters;

/// <summary>What was done for one suspect or unit under the leniency for guilty pleas (认罪认罚; 刑诉法15、173—176): the next step asks it whether it may come.</summary>
public sealed class LeniencyRecord
{
    private readonly Dictionary<string, string> _proposals = new(StringComparer.Ordinal);

    /// <summary>The last day on which rights and consequences were told (规则269).</summary>
    public PartialDate? RightsToldOn { get; private set; }

    /// <summary>What the review of an earlier plea found (规则271); null where it was not reviewed, or where the rights were told anew since.</summary>
    public bool? Voluntary { get; internal set; }

    public PleaStatement? Statement { get; internal set; }

    /// <summary>The proposed sentence by charge, in words.</summary>
    public IReadOnlyDictionary<string, string> Proposals => _proposals;

    internal void Told(PartialDate on) => (RightsToldOn, Voluntary) = (on, null);

    internal void Propose(string charge, string sentence) => _proposals[charge] = sentence;
}

/// <summary>The statement (具结书) of a person: for which charges, and whether the law asks for none (规则272第2款).</summary>
public sealed record PleaStatement(PartialDate On, IReadOnlyList<string> Charges, bool Exempt);
