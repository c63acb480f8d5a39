using Participation.Domain.Discussions;

namespace Participation.Web.Shared;

/// <summary>Makes the hidden key of a form, by which a second sending of it is recognised.</summary>
public static class SubmissionKey
{
    public static string New(DateTimeOffset now) => CommentId.New(now).Value.ToString("N");
}
