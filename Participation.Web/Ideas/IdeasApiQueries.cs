using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Reads ideas for the API: what the pages show, and nothing more.</summary>
internal sealed class IdeasApiQueries(ParticipationDbContext db, IdeaQueries ideas)
{
    /// <summary>Ideas after a cursor, with the key by which they are sorted.</summary>
    public async Task<List<(ApiIdeaRow Row, IdeaCursor Cursor)>> ListAsync(IdeaFilter filter, IdeaSort sort, IdeaCursor? after, int take, CancellationToken cancel)
    {
        var rows = await Rows(ideas.After(filter, sort, after).Take(take)).ToListAsync(cancel);
        return [.. rows.Select(row => (row, new IdeaCursor(KeyOf(row, sort), row.Number)))];
    }

    /// <summary>Counts of all public ideas in order of their numbers.</summary>
    public Task<List<ApiIdeaStances>> StancesAsync(int after, int take, CancellationToken cancel) => Public.Where(idea => idea.Number > after)
        .OrderBy(idea => idea.Number).Take(take).Select(idea => new ApiIdeaStances(idea.Number ?? 0, idea.ForCount, idea.NeutralCount, idea.AgainstCount)).ToListAsync(cancel);

    /// <summary>Where an idea is, for this reader.</summary>
    /// <exception cref="NotFoundException">There is none, or not for this reader.</exception>
    /// <exception cref="GoneException">It was removed.</exception>
    public async Task<(IdeaId Id, int? MergedInto)> FindAsync(int number, PersonId? reader, CancellationToken cancel)
    {
        var idea = await db.Ideas.AsNoTracking().Where(candidate => candidate.Number == number)
            .Select(candidate => new { candidate.Id, candidate.Status, Hidden = candidate.HiddenAt != null, candidate.RemovalReason, candidate.AuthorId, candidate.MergedIntoId })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        if (idea.Status is IdeaStatus.Submitted or IdeaStatus.Declined or IdeaStatus.Draft && idea.AuthorId != reader) throw new NotFoundException();
        if (idea.Hidden) throw new GoneException(idea.RemovalReason ?? "");
        var target = idea.MergedIntoId is { } into ? await db.Ideas.AsNoTracking().Where(candidate => candidate.Id == into).Select(candidate => candidate.Number).SingleAsync(cancel) : null;
        return (idea.Id, target);
    }

    /// <summary>An idea as a whole.</summary>
    public async Task<ApiIdea> OneAsync(IdeaId id, CancellationToken cancel)
    {
        var row = await Rows(db.Ideas.AsNoTracking().Where(idea => idea.Id == id)).SingleAsync(cancel);
        var rest = await db.Ideas.AsNoTracking().Where(idea => idea.Id == id).Select(idea => new
        {
            idea.Body.Markdown, idea.Body.Html, idea.Place, idea.Latitude, idea.Longitude, idea.TextVersion, idea.ResponsibleUnit,
            Responsible = db.Organisations.Where(organisation => organisation.Id == idea.ResponsibleOrganisationId).Select(organisation => organisation.Name).FirstOrDefault(),
        }).SingleAsync(cancel);
        var timeline = await db.Set<IdeaEvent>().AsNoTracking().Where(step => step.IdeaId == id).OrderBy(step => step.At).ThenBy(step => step.Id)
            .Select(step => new ApiIdeaEvent(step.Kind, step.At, step.Note, step.OtherNumber, step.Outcome)).ToListAsync(cancel);
        var answers = await db.Set<OfficialAnswer>().AsNoTracking().Where(answer => answer.IdeaId == id).OrderBy(answer => answer.AnsweredAt)
            .Select(answer => new ApiAnswer(answer.Outcome, answer.Text.Markdown, answer.Text.Html, answer.AnsweredAt,
                db.Organisations.Where(organisation => organisation.Id == answer.ResponsibleOrganisationId).Select(organisation => organisation.Name).FirstOrDefault(),
                answer.ResponsibleUnit, answer.NextDate)).ToListAsync(cancel);
        var responsible = rest.Responsible is null && rest.ResponsibleUnit is null ? null : new ApiResponsible(rest.Responsible, rest.ResponsibleUnit);
        return new ApiIdea(row, rest.Markdown, rest.Html, rest.Place, rest.Latitude, rest.Longitude, rest.TextVersion, responsible, timeline, answers);
    }

    /// <summary>Every text an idea had.</summary>
    public Task<List<ApiIdeaVersion>> VersionsAsync(IdeaId id, CancellationToken cancel) => db.Set<IdeaVersion>().AsNoTracking().Where(version => version.IdeaId == id)
        .OrderBy(version => version.Number).Select(version => new ApiIdeaVersion(version.Number, version.Title, version.Summary, version.Body, version.WrittenAt)).ToListAsync(cancel);

    public Task<List<ApiTopic>> TopicsAsync(CancellationToken cancel) =>
        db.Topics.AsNoTracking().OrderBy(topic => topic.Order).Select(topic => new ApiTopic(topic.Key, topic.Name, topic.Description)).ToListAsync(cancel);

    public Task<List<ApiDistrict>> DistrictsAsync(CancellationToken cancel) => db.Districts.AsNoTracking().OrderBy(district => district.Order)
        .Select(district => new ApiDistrict(district.Key, district.Name, district.Latitude, district.Longitude)).ToListAsync(cancel);

    private IQueryable<Idea> Public => db.Ideas.ThatArePublic();

    private static long KeyOf(ApiIdeaRow row, IdeaSort sort) => sort switch
    {
        IdeaSort.Newest => row.PublishedAt?.UtcTicks ?? 0,
        IdeaSort.Supported => row.Stances.For,
        IdeaSort.Contested => Math.Min(row.Stances.For, row.Stances.Against),
        _ => row.ActiveAt.UtcTicks,
    };

    private IQueryable<ApiIdeaRow> Rows(IQueryable<Idea> from) => from.Select(idea => new ApiIdeaRow(
        idea.Number ?? 0, Links.Idea(idea.Number ?? 0, idea.Title), idea.Title, idea.Summary, idea.Status,
        db.Processes.Where(process => process.Id == idea.ProcessId).Select(process => process.Slug).First(), idea.TopicKey, idea.DistrictKey,
        new ApiAuthor(
            db.People.Where(person => person.Id == idea.AuthorId).Select(person => person.DisplayName).First(),
            db.Organisations.Where(organisation => organisation.Id == idea.OrganisationId).Select(organisation => organisation.Name).FirstOrDefault()),
        new ApiStances(idea.ForCount, idea.NeutralCount, idea.AgainstCount), idea.CommentCount, idea.SubmittedAt, idea.PublishedAt, idea.ActiveAt, idea.NextDate, idea.AssistedBy != null));
}
