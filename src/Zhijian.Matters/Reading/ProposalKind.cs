using Zhijian.Kernel;

namespace Zhijian.Matters.Reading;

/// <summary>The kinds of proposal, in the order in which people read them.</summary>
public enum ProposalKind
{
    [Label("人员、单位", "persons and units")]
    Person,

    [Label("日期", "dates")]
    Date,

    [Label("数额", "amounts")]
    Amount,

    [Label("数量", "quantities")]
    Quantity,

    [Label("物品", "goods")]
    Goods,

    [Label("商标、作品", "marks and works")]
    Mark,

    [Label("未售、未遂", "unsold goods, attempt")]
    Attempt,

    [Label("从前的处罚", "earlier penalties")]
    Penalty,
}

/// <summary>The kind of each proposal.</summary>
public static class ProposalKinds
{
    public static ProposalKind Of(Proposal proposal) => proposal switch
    {
        PersonProposal => ProposalKind.Person,
        DateProposal => ProposalKind.Date,
        AmountProposal => ProposalKind.Amount,
        QuantityProposal => ProposalKind.Quantity,
        GoodsProposal => ProposalKind.Goods,
        MarkProposal => ProposalKind.Mark,
        AttemptProposal => ProposalKind.Attempt,
        _ => ProposalKind.Penalty,
    };
}
