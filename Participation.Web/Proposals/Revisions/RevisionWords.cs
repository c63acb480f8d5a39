using Participation.Domain.Proposals.Revisions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Words for revisions.</summary>
public static class RevisionWords
{
    /// <summary>"Fassung 3", or the text as it is now.</summary>
    public static string Number(int revision) => revision == RevisionQueries.Now ? RevisionsTexts.Current : RevisionsTexts.Revision.With(revision);

    /// <summary>As a list offers it: number, name or kind, and when.</summary>
    public static string Of(RevisionName revision, CityClock clock) => RevisionsTexts.Choice.With(Number(revision.Number), Title(revision.Kind, revision.Note), clock.Time(revision.At));

    /// <summary>What somebody called it, or why it was kept.</summary>
    public static string Title(RevisionKind kind, string note) => kind switch
    {
        RevisionKind.Automatic => RevisionsTexts.Automatic,
        RevisionKind.Frozen => RevisionsTexts.Frozen,
        _ => note,
    };
}
