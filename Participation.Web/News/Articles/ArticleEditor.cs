using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.News;
using Participation.Web.Data;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.News.Articles;

/// <summary>Reads what the form of an article shows beside what is typed into it.</summary>
public sealed class ArticleEditor(ParticipationDbContext db, Attachments attachments, LastChange last, CityClock clock)
{
    private const int MostSuggested = 200;

    /// <summary>The article, or null when there is none of this number.</summary>
    public Task<Article?> FindAsync(int number, CancellationToken cancel) => db.Articles.AsNoTracking().SingleOrDefaultAsync(article => article.Number == number, cancel);

    /// <summary>What there is to choose from.</summary>
    public async Task<ArticleChoices> ChoicesAsync(Article? article, AttachmentsInput? documents, CancellationToken cancel)
    {
        var topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Order).Take(100).Select(topic => new SelectListItem(topic.Name, topic.Key)).ToListAsync(cancel);
        var districts = await db.Districts.AsNoTracking().OrderBy(district => district.Order).Take(100).Select(district => new SelectListItem(district.Name, district.Key)).ToListAsync(cancel);
        // Drafts too: whoever prepares a series wants its keyword from the first article on.
        var keywords = await db.Articles.AsNoTracking().SelectMany(other => other.Keywords).GroupBy(keyword => keyword.Slug).Select(same => new { Name = same.Max(keyword => keyword.Name), Count = same.Count() })
            .OrderByDescending(keyword => keyword.Count).ThenBy(keyword => keyword.Name).Take(MostSuggested).Select(keyword => keyword.Name!).ToListAsync(cancel);
        return new ArticleChoices(
            [new(NewsTexts.NoTopic, ""), .. topics], [new(NewsTexts.NoDistrict, ""), .. districts], keywords,
            await attachments.FieldAsync(article is null ? null : Subject.Of(article.Id), documents, cancel));
    }

    /// <summary>What somebody else saved meanwhile, beside what was typed.</summary>
    public async Task<EditConflict> ConflictAsync(Article stored, ArticleInput typed, CancellationToken cancel)
    {
        var (by, at) = await last.OfAsync(Subject.Of(stored.Id), cancel);
        var (theirs, choices) = (ArticleInput.Of(stored, new AttachmentsInput(), clock), await ChoicesAsync(stored, typed.Documents, cancel));
        return EditConflict.Of(by, at,
        [
            new(NewsTexts.FieldTitle, theirs.Title, typed.Title), new(NewsTexts.FieldTeaser, theirs.Teaser, typed.Teaser), new(NewsTexts.FieldBody, theirs.Body, typed.Body),
            new(NewsTexts.Keywords, theirs.Keywords, typed.Keywords), new(NewsTexts.FieldSourceName, theirs.SourceName, typed.SourceName), new(NewsTexts.FieldSourceUrl, theirs.SourceUrl, typed.SourceUrl),
            ConflictField.Of(NewsTexts.Topic, choices.Topics, theirs.Topic, typed.Topic), ConflictField.Of(NewsTexts.District, choices.Districts, theirs.District, typed.District),
            await attachments.ConflictAsync(Subject.Of(stored.Id), typed.Documents, cancel), typed.Publish.Renew(stored.Publication, clock),
        ]);
    }
}

/// <summary>What there is to choose from in the form of an article.</summary>
public sealed record ArticleChoices(IReadOnlyList<SelectListItem> Topics, IReadOnlyList<SelectListItem> Districts, IReadOnlyList<string> Keywords, AttachmentsField Documents);
