using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Realtime;

namespace Participation.Web.Ideas.Polis;

/// <summary>Contributions as ideas. One that is here already stays as it is.</summary>
internal sealed class PolisIdeas(ParticipationDbContext db, Changes changes, MarkdownText markdown)
{
    private const string PreferredTopic = "beteiligung";
    private const int BatchSize = 200;

    /// <returns>The idea of every contribution, and how many are new.</returns>
    public async Task<(Dictionary<long, PolisIdea> All, int Added)> FindOrCreateAsync(
        PolisConversation conversation, Process process, Dictionary<long, PersonId> people, PolisNames names, CancellationToken cancel)
    {
        var topic = await db.Topics.OrderByDescending(candidate => candidate.Key == PreferredTopic).ThenBy(candidate => candidate.Order)
            .Select(candidate => candidate.Key).FirstOrDefaultAsync(cancel) ?? throw new PolisFormatException("There is no topic.");
        var prefix = names.KeyPrefix;
        var there = await db.Ideas.AsNoTracking().Where(idea => idea.ProcessId == process.Id && idea.SubmissionKey!.StartsWith(prefix))
            .Select(idea => new { idea.SubmissionKey, Idea = new PolisIdea(idea.Id, idea.Number ?? 0) }).ToDictionaryAsync(idea => idea.SubmissionKey!, idea => idea.Idea, cancel);
        var ideas = new Dictionary<long, PolisIdea>();
        var missing = new List<PolisComment>();
        foreach (var comment in conversation.Comments)
        {
            if (there.TryGetValue(names.Key(comment.Id), out var idea)) ideas.Add(comment.Id, idea);
            else missing.Add(comment);
        }

        foreach (var batch in missing.Chunk(BatchSize))
        {
            await using var change = await changes.BeginAsync([Channel.Ideas, Channel.Moderation], cancel);
            foreach (var comment in batch)
            {
                var id = IdeaId.New(comment.At);
                var number = await db.NextNumberAsync(Counter.Ideas, cancel);
                db.Ideas.Add(Idea.Import(id, number, Past(comment, process, people[comment.Author], names), Text(comment, topic)));
                ideas.Add(comment.Id, new PolisIdea(id, number));
            }

            change.Evict(CacheTags.Ideas);
            await change.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }

        return (ideas, missing.Count);
    }

    private static ImportedPast Past(PolisComment comment, Process process, PersonId author, PolisNames names) => comment.Moderated switch
    {
        1 => new(process.Id, author, IdeaStatus.Published, PolisTexts.PublishedThere, names.Key(comment.Id), comment.At),
        -1 => new(process.Id, author, IdeaStatus.Declined, PolisTexts.DeclinedThere, names.Key(comment.Id), comment.At),
        _ => new(process.Id, author, IdeaStatus.Submitted, PolisTexts.SubmittedThere, names.Key(comment.Id), comment.At),
    };

    private IdeaText Text(PolisComment comment, string topic)
    {
        var body = markdown.Format(comment.Body);
        return new IdeaText(PolisTitle.Of(comment.Body), PolisTitle.Cut(PlainText.Of(body.Html), IdeaText.SummaryMaxLength), body, topic, null);
    }
}

/// <summary>An imported idea, as far as stances need it.</summary>
internal sealed record PolisIdea(IdeaId Id, int Number);
