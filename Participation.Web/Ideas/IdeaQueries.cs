using Microsoft.EntityFrameworkCore;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Ideas;

/// <summary>Reads public ideas for lists: the same number of queries for ten ideas and for ten thousand.</summary>
public sealed class IdeaQueries(ParticipationDbContext db)
{
    /// <summary>Ideas of a page.</summary>
    public const int PageSize = 20;

    private const int TeaserLength = 220;

    /// <summary>A page of ideas after a cursor.</summary>
    public async Task<IReadOnlyList<IdeaRow>> ListAsync(IdeaFilter filter, IdeaSort sort, IdeaCursor? after, int take, CancellationToken cancel) =>
        await Rows(Sorted(After(Filtered(filter), sort, after), sort).Take(take)).ToListAsync(cancel);

    /// <summary>The ideas after a cursor, for a projection of the caller's own.</summary>
    internal IQueryable<Idea> After(IdeaFilter filter, IdeaSort sort, IdeaCursor? after) => Sorted(After(Filtered(filter), sort, after), sort);

    /// <summary>How many ideas there are.</summary>
    public Task<int> CountAsync(IdeaFilter filter, CancellationToken cancel) => Filtered(filter).CountAsync(cancel);

    /// <summary>The ideas published last.</summary>
    public Task<IReadOnlyList<IdeaRow>> NewestAsync(int count, CancellationToken cancel) => ListAsync(new IdeaFilter(), IdeaSort.Newest, null, count, cancel);

    /// <summary>Ideas that contain every word.</summary>
    public Task<IReadOnlyList<IdeaRow>> SearchAsync(string text, int count, CancellationToken cancel) =>
        ListAsync(new IdeaFilter(Text: text), IdeaSort.Active, null, count, cancel);

    /// <summary>Public ideas that sound like a title, best first.</summary>
    public async Task<IReadOnlyList<IdeaRow>> SimilarAsync(string title, int count, CancellationToken cancel)
    {
        var numbers = await db.SimilarIdeas(title).ThatArePublic().Take(count).Select(idea => idea.Number).ToListAsync(cancel);
        var rows = await Rows(db.Ideas.Where(idea => numbers.Contains(idea.Number))).ToListAsync(cancel);
        return [.. rows.OrderBy(row => numbers.IndexOf(row.Number))];
    }

    /// <summary>Rows of certain ideas, for what is pushed live.</summary>
    public async Task<IReadOnlyList<IdeaRow>> ByNumberAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel) =>
        await Rows(db.Ideas.ThatArePublic().Where(idea => idea.Number != null && numbers.Contains(idea.Number.Value))).ToListAsync(cancel);

    /// <summary>The latest final answers.</summary>
    public async Task<IReadOnlyList<AnswerTeaser>> LatestAnswersAsync(int count, CancellationToken cancel)
    {
        var answers = await (
            from answer in db.Set<OfficialAnswer>().AsNoTracking()
            join idea in db.Ideas.ThatArePublic() on answer.IdeaId equals idea.Id
            where answer.Outcome != AnswerOutcome.Interim && !db.Set<OfficialAnswer>().Any(later => later.IdeaId == answer.IdeaId && later.AnsweredAt > answer.AnsweredAt)
            orderby answer.AnsweredAt descending
            select new
            {
                idea.Number, idea.Title, idea.Status, answer.Text.Html, answer.AnsweredAt,
                Organisation = db.Organisations.Where(o => o.Id == answer.ResponsibleOrganisationId).Select(o => o.Name).FirstOrDefault(),
                OrganisationSlug = db.Organisations.Where(o => o.Id == answer.ResponsibleOrganisationId).Select(o => o.Slug).FirstOrDefault(),
            }).Take(count).ToListAsync(cancel);
        return [.. answers.Select(a => new AnswerTeaser(a.Number ?? 0, a.Title, a.Status, PlainText.Teaser(a.Html, TeaserLength), a.Organisation, a.AnsweredAt) { OrganisationSlug = a.OrganisationSlug })];
    }

    private IQueryable<Idea> Filtered(IdeaFilter filter)
    {
        var ideas = (filter.Text is null ? db.Ideas : db.SearchIdeas(filter.Text)).ThatArePublic();
        if (filter.Topic is { } topic) ideas = ideas.Where(idea => idea.TopicKey == topic);
        if (filter.District is { } district) ideas = ideas.Where(idea => idea.DistrictKey == district);
        if (filter.Status is { } status) ideas = ideas.Where(idea => idea.Status == status);
        if (filter.Process is { } slug) ideas = ideas.Where(idea => db.Processes.Any(process => process.Id == idea.ProcessId && process.Slug == slug));
        if (filter.Organisation is { } organisation) ideas = ideas.Where(idea => idea.OrganisationId == organisation);
        return ideas;
    }

    private static IQueryable<Idea> After(IQueryable<Idea> ideas, IdeaSort sort, IdeaCursor? after)
    {
        if (after is not { } cursor) return ideas;
        var (key, number) = (cursor.Key, cursor.Number);
        if (sort is IdeaSort.Supported) return ideas.Where(idea => idea.ForCount < key || (idea.ForCount == key && idea.Number < number));
        if (sort is IdeaSort.Contested) return ideas.Where(idea => idea.Contention < key || (idea.Contention == key && idea.Number < number));
        var at = new DateTimeOffset(key, TimeSpan.Zero);
        return sort is IdeaSort.Newest
            ? ideas.Where(idea => idea.PublishedAt < at || (idea.PublishedAt == at && idea.Number < number))
            : ideas.Where(idea => idea.ActiveAt < at || (idea.ActiveAt == at && idea.Number < number));
    }

    private static IQueryable<Idea> Sorted(IQueryable<Idea> ideas, IdeaSort sort) => sort switch
    {
        IdeaSort.Newest => ideas.OrderByDescending(idea => idea.PublishedAt).ThenByDescending(idea => idea.Number),
        IdeaSort.Supported => ideas.OrderByDescending(idea => idea.ForCount).ThenByDescending(idea => idea.Number),
        IdeaSort.Contested => ideas.OrderByDescending(idea => idea.Contention).ThenByDescending(idea => idea.Number),
        _ => ideas.OrderByDescending(idea => idea.ActiveAt).ThenByDescending(idea => idea.Number),
    };

    private IQueryable<IdeaRow> Rows(IQueryable<Idea> ideas) => ideas.Select(idea => new IdeaRow(
        idea.Number ?? 0, idea.Title, idea.Summary, idea.Status,
        db.Topics.Where(topic => topic.Key == idea.TopicKey).Select(topic => topic.Name).FirstOrDefault(),
        db.Districts.Where(district => district.Key == idea.DistrictKey).Select(district => district.Name).FirstOrDefault(),
        db.People.Where(person => person.Id == idea.AuthorId).Select(person => person.DisplayName).First(),
        db.Organisations.Where(organisation => organisation.Id == idea.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault(),
        idea.PublishedAt, idea.ActiveAt, idea.ForCount, idea.NeutralCount, idea.AgainstCount, idea.Contention, idea.CommentCount, idea.NextDate,
        db.Set<OfficialAnswer>().Where(answer => answer.IdeaId == idea.Id).OrderByDescending(answer => answer.AnsweredAt).Select(answer => (AnswerOutcome?)answer.Outcome).FirstOrDefault(),
        db.Processes.Any(process => process.Id == idea.ProcessId && process.StanceMode == StanceMode.SupportOnly))
    {
        IsAssisted = idea.AssistedBy != null,
        OrganisationSlug = db.Organisations.Where(organisation => organisation.Id == idea.OrganisationId).Select(organisation => organisation.Slug).FirstOrDefault(),
    });
}
