using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Markdown;
using Participation.Web.News.Articles;
using Participation.Web.Proposals;

namespace Participation.Web.Home;

/// <summary>Reads the start page: a fixed number of queries.</summary>
public sealed class HomeQueries(ParticipationDbContext db, IdeaQueries ideas, ProposalQueries proposals, ArticleQueries articles, CityClock clock)
{
    private const int Shown = 3;
    private const int QuoteLength = 140;

    public async Task<HomeView> ExecuteAsync(CancellationToken cancel)
    {
        var sequence = await db.Channels.Where(channel => channel.Key == Channel.Ideas).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);
        var processes = await db.Processes.AsNoTracking().OrderByDescending(process => process.CreatedAt).Take(50).ToListAsync(cancel);
        var open = processes.Where(process => process.Activities.Any(activity => activity.IsOpen(clock.Now)))
            .OrderBy(process => process.EndsOn is null).ThenBy(process => process.EndsOn).Take(Shown).ToList();
        return new HomeView(sequence, open, open.Find(process => process.Phases.Count > 0), await ideas.NewestAsync(Shown, cancel), await TalkAsync(cancel),
            await ideas.LatestAnswersAsync(Shown, cancel), await ideas.CountAsync(new IdeaFilter(), cancel), await proposals.NewestAsync(Shown, cancel), await articles.ListAsync(new ArticleFilter(), 0, Shown, cancel));
    }

    private async Task<IReadOnlyList<TalkView>> TalkAsync(CancellationToken cancel)
    {
        var latest = await db.Comments.AsNoTracking().Where(comment => comment.Status == CommentStatus.Published && comment.SubjectKind == SubjectKind.Idea)
            .OrderByDescending(comment => comment.PostedAt).Take(Shown * 2)
            .Select(comment => new { comment.SubjectId, comment.Number, comment.Label, comment.Body.Html, comment.PostedAt, Author = db.People.Where(person => person.Id == comment.AuthorId).Select(person => person.DisplayName).First() })
            .ToListAsync(cancel);
        List<IdeaId> about = [.. latest.Select(comment => IdeaId.From(comment.SubjectId)).Distinct()];
        var homes = await db.Ideas.ThatArePublic().AsNoTracking().Where(idea => about.Contains(idea.Id)).Select(idea => new { idea.Id, Number = idea.Number ?? 0, idea.Title }).ToListAsync(cancel);
        return [.. latest.Join(homes, comment => comment.SubjectId, home => home.Id.Value, (comment, home) =>
            new TalkView(home.Number, home.Title, comment.Number, comment.Author, comment.Label, PlainText.Teaser(comment.Html, QuoteLength), comment.PostedAt)).Take(Shown)];
    }
}

/// <summary>What the start page shows.</summary>
public sealed record HomeView(
    long Sequence, IReadOnlyList<Process> Open, Process? Featured, IReadOnlyList<IdeaRow> Newest, IReadOnlyList<TalkView> Talk, IReadOnlyList<AnswerTeaser> Answers, int IdeaCount, IReadOnlyList<ProposalRow> Proposals,
    IReadOnlyList<ArticleRow> News);

/// <summary>A comment in brief.</summary>
public sealed record TalkView(int Idea, string IdeaTitle, int Comment, string Author, CommentLabel Label, string Quote, DateTimeOffset At);
