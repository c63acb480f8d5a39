using Participation.Domain;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Domain.Realtime;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Notices;
using Participation.Web.Uploads;

namespace Participation.Web.Moderation.Shortening;

/// <summary>A moderator takes personal data out of a text and of its earlier versions. The passages themselves are written down nowhere.</summary>
public sealed class ShortenText(IdeaCase ideas, CommentCase comments, WholeTextQuery query, TextFormatter texts, UploadUses uploads, ReportedVersions reported, IdeaTitles titles)
{
    /// <param name="order">The idea; the version is the comment's when a comment is shortened.</param>
    /// <param name="comment">Number of the comment, or null for the idea itself.</param>
    /// <param name="redaction">What is taken out.</param>
    /// <param name="facts">Why; the author reads it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(CaseOrder order, int? comment, Redaction redaction, string facts, CancellationToken cancel)
    {
        var statement = new Statement(Measure.Shorten, Ground.PersonalData, facts);
        // Rendered before the locks are taken; when the text changes meanwhile, so does the version, and nothing happens.
        var shorter = await texts.AgainAsync(redaction.Apply((await query.FindAsync(order.Discussion, comment, cancel)).Body), cancel);
        return comment is { } number
            ? await comments.DecideAsync(order, number, "comment.shorten", (found, _) => found.Shorten(redaction, _ => shorter), statement, NotificationKind.TextShortened, async (change, idea, found) =>
            {
                if (found.Status is CommentStatus.Published) CommentVisibility.ChangeText(change, idea, found);
                await reported.ShortenAsync(Subject.Of(found.Id), redaction, cancel);
                await uploads.ShortenAsync(Subject.Of(found.Id), shorter, redaction, change.Now, cancel);
            }, cancel)
            : await ideas.DecideAsync(order, "idea.shorten", (idea, _, _) => idea.Shorten(redaction, _ => shorter), statement, NotificationKind.TextShortened, ChannelEventKind.IdeaChanged, cancel,
                async (idea, change) =>
                {
                    await reported.ShortenAsync(Subject.Of(idea.Id), redaction, cancel);
                    await titles.ReplaceAsync(idea.Id, order.Number, idea.Title, cancel);
                    await uploads.ShortenAsync(Subject.Of(idea.Id), shorter, redaction, change.Now, cancel);
                });
    }
}
