using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Processes;
using Participation.Domain.Texts;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>Invented drafts of the demo city that are discussed passage by passage; their numbers follow the order of the passages.</summary>
internal sealed class DemoTexts(ParticipationDbContext db, MarkdownText markdown, DemoPeople people, DemoCalendar calendar)
{
    /// <summary>Adds the texts, after the strategy.</summary>
    /// <returns>All of them with their passages.</returns>
    public IReadOnlyList<DiscussedText> Add(Process process)
    {
        var (at, passage) = (calendar.Move(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero)), 0);
        var texts = new List<DiscussedText>();
        foreach (var source in DemoContent.Texts())
        {
            var blocks = markdown.Blocks(source.WholeMarkdown) ?? throw new InvalidDataException(source.Title);
            var plan = new TextPlan(
                source.Title, markdown.Format(source.LeadMarkdown), process.Id, db.Strategies.Local.Select(paper => (Domain.Strategy.StrategyPaperId?)paper.Id).FirstOrDefault(), null,
                [.. blocks.Select(block => new PassagePlan(null, block.Level, markdown.Format(block.Markdown)))]);
            var text = DiscussedText.Create(DiscussedTextId.New(at), texts.Count + 1, plan, () => ++passage, null, at);
            if (text.Publish(new PublicationChange(PublicationStep.Publish), at) is { } refusal) throw new InvalidDataException($"{source.Title}: {refusal}");
            db.DiscussedTexts.Add(text);
            db.ContentVersions.Add(ContentVersion.Of(Subject.Of(text.Id), 1, text.Title, MarkdownText.Whole([source.LeadMarkdown, source.WholeMarkdown]), null, null, at));
            texts.Add(text);
        }

        Discuss(texts[0]);
        return texts;
    }

    /// <summary>What people said about the first of them; moderators have looked at it.</summary>
    private void Discuss(DiscussedText text)
    {
        var said = new Dictionary<string, Comment>(StringComparer.Ordinal);
        foreach (var source in DemoContent.Read<DemoTextComment>("text-comments").OrderBy(comment => comment.PostedAt))
        {
            var (at, passage) = (calendar.Move(source.PostedAt), text.Passages.Single(passage => passage.Position == source.Paragraph));
            var parent = source.ParentKey is null ? null : said[source.ParentKey];
            var comment = said[source.Key] = Comment.Post(CommentId.New(at), passage.Subject, passage.NextCommentNumber(), parent, people[source.AuthorKey].Id, people.OrganisationOf(source.AuthorKey), source.Label, markdown.Format(source.BodyMarkdown), held: false, source.Key, at);
            comment.MarkSeen(comment.TextVersion);
            parent?.CountReply(1);
            parent?.Touch(at);
            passage.CountComment(1, at);
            db.Comments.Add(comment);
        }
    }
}
