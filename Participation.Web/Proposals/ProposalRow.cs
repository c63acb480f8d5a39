using Participation.Domain.Proposals;

namespace Participation.Web.Proposals;

/// <summary>A proposal as lists show it.</summary>
public sealed record ProposalRow(
    int Number, string Title, string Summary, ProposalStatus Status, bool ReadAlong, string Lead, string LeadSlug, int Others, DateTimeOffset ActiveAt, DateTimeOffset? PublishedAt,
    DateOnly? SignBy, int Signed, int ToSign)
{
    /// <summary>Whether only its organisations and the moderation see it.</summary>
    public bool IsClosed => !ReadAlong && (Status is ProposalStatus.Drafting or ProposalStatus.SignOff);
}

/// <summary>Groups of statuses by which the list is narrowed down.</summary>
public enum ProposalStage
{
    /// <summary>Being written.</summary>
    Drafting,

    /// <summary>Being signed.</summary>
    SignOff,

    /// <summary>Signed, and perhaps with a committee.</summary>
    Published,

    /// <summary>Agreed, being done or done.</summary>
    Adopted,

    /// <summary>Not agreed.</summary>
    Rejected,
}
