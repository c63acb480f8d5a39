namespace Participation.Domain.Proposals;

/// <summary>The file of a signed proposal: made once, so that everybody gets the same one.</summary>
public sealed class ProposalPdf
{
    private ProposalPdf() { }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>Which edition of the making; a newer one makes it anew.</summary>
    public int Edition { get; private set; }

    /// <summary>SHA-256 of what was signed and stands in it.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The file.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Keeps a file.</summary>
    public static ProposalPdf Keep(ProposalId proposal, int edition, string contentHash, byte[] content, DateTimeOffset now) => new()
    {
        ProposalId = proposal, Edition = edition, ContentHash = contentHash, Content = content, MadeAt = now,
    };
}
