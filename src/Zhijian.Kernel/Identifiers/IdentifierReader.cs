namespace Zhijian.Kernel.Identifiers;

/// <summary>Reads a number of a kind that is given, or of the kind that its shape suggests.</summary>
public static class IdentifierReader
{
    public static Identified Read(IdentifierKind kind, string? text) => kind switch
    {
        IdentifierKind.CreditCode => UnifiedSocialCreditCode.Read(text),
        IdentifierKind.OrganisationCode => OrganisationCode.Read(text),
        IdentifierKind.CitizenId => CitizenId.Read(text),
        IdentifierKind.CourtCaseNumber => CourtCaseNumber.Read(text),
        IdentifierKind.AcceptanceNumber => DepartmentAcceptanceNumber.Read(text),
        _ => ProcuratorateDocumentNumber.Read(text),
    };

    /// <summary>Eighteen characters may be a citizen id or a credit code: what checks out wins, then what has the form, then the likelier reason.</summary>
    public static Identified Read(string? text)
    {
        var given = text ?? "";
        if (given.Any(static c => c is >= '一' and <= '鿿'))
            return Read(given.Contains('受') ? IdentifierKind.AcceptanceNumber : given.Contains('检') ? IdentifierKind.DocumentNumber : IdentifierKind.CourtCaseNumber, given);
        var (citizen, unit, organisation) = (CitizenId.Read(given), UnifiedSocialCreditCode.Read(given), OrganisationCode.Read(given));
        Identified[] inOrder = [citizen, unit, organisation];
        if (inOrder.FirstOrDefault(static r => r is Valid) is { } valid)
            return valid;
        if (inOrder.Take(2).FirstOrDefault(static r => r is Doubtful) is { } doubtful)
            return doubtful;
        // a letter and eight digits without a hyphen is rather a passport
        if (organisation is Doubtful && (given.Contains('-') || char.IsAsciiDigit(given.Trim()[0])))
            return organisation;
        return given.Trim().Length == 18 && !given.AsSpan().ContainsAny(CitizenId.Masks) ? unit : citizen;
    }

    public static Text Name(IdentifierKind kind) => kind switch
    {
        IdentifierKind.CreditCode => new Text("统一社会信用代码", "unified social credit code"),
        IdentifierKind.OrganisationCode => new Text("组织机构代码", "organisation code"),
        IdentifierKind.CitizenId => new Text("公民身份号码", "citizen id"),
        IdentifierKind.CourtCaseNumber => new Text("法院案号", "court case number"),
        IdentifierKind.AcceptanceNumber => new Text("部门受案号", "department acceptance number"),
        _ => new Text("检察文书号", "procuratorate document number"),
    };
}
