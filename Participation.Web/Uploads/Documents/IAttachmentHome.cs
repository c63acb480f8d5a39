using Participation.Domain.Discussions;

namespace Participation.Web.Uploads.Documents;

/// <summary>
/// A room in which documents stand beside something. Each room that has attachments says by one class which of its things everybody may read; a document is public only as
/// long as it stands beside one of them, so nothing leaks from drafts.
/// </summary>
public interface IAttachmentHome
{
    /// <summary>The kind of thing.</summary>
    SubjectKind Kind { get; }

    /// <summary>Ids of those that everybody may read at an instant; a part of a query.</summary>
    IQueryable<Guid> PublicIds(DateTimeOffset now);
}
