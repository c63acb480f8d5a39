using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Hosting;

namespace Participation.Web.Ideas;

/// <summary>Reads one idea for its page: eight queries, whatever hangs on it.</summary>
public sealed class IdeaViewQuery(ParticipationDbContext db, CityClock clock)
{
    private const int MaxSteps = 200;
    private const int MaxTakenIn = 50;
    private const int MaxProposals = 20;

    /// <summary>The idea, whoever may read it; null when there is none.</summary>
    public async Task<IdeaView?> ExecuteAsync(int number, CancellationToken cancel)
    {
        var idea = await db.Ideas.AsNoTracking().Where(candidate => candidate.Number == number).Select(candidate => new
        {
            Idea = candidate,
            Author = db.People.Where(person => person.Id == candidate.AuthorId).Select(person => person.DisplayName).First(),
            Organisation = db.Organisations.Where(o => o.Id == candidate.OrganisationId).Select(o => o.Name).FirstOrDefault(),
            OrganisationSlug = db.Organisations.Where(o => o.Id == candidate.OrganisationId).Select(o => o.Slug).FirstOrDefault(),
            ResponsibleSlug = db.Organisations.Where(o => o.Id == candidate.ResponsibleOrganisationId).Select(o => o.Slug).FirstOrDefault(),
            Responsible = db.Organisations.Where(o => o.Id == candidate.ResponsibleOrganisationId).Select(o => o.Name).FirstOrDefault(),
            Topic = db.Topics.Where(topic => topic.Key == candidate.TopicKey).Select(topic => topic.Name).FirstOrDefault(),
            District = db.Districts.Where(district => district.Key == candidate.DistrictKey).Select(district => district.Name).FirstOrDefault(),
            MergedInto = db.Ideas.Where(other => other.Id == candidate.MergedIntoId).Select(other => other.Number).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancel);
        if (idea is null) return null;
        var steps = await db.Set<IdeaEvent>().AsNoTracking().Where(step => step.IdeaId == idea.Idea.Id && step.Kind != IdeaEventKind.Revised).OrderBy(step => step.At).Take(MaxSteps)
            .Select(step => new IdeaStep(step.Kind, step.At, step.Note, step.OtherNumber, step.Outcome)).ToListAsync(cancel);
        var answers = await AnswersAsync(idea.Idea.Id, cancel);
        var takenIn = await TakenInAsync(idea.Idea.Id, cancel);
        var i = idea.Idea;
        return new IdeaView(
            i.Id, number, i.Title, i.Summary, i.Body.Html, i.Status, i.RemovalReason, i.HiddenAt is not null, i.AuthorId, idea.Author, idea.Organisation, idea.Topic,
            idea.District, i.Place, Coordinates.Text(i.Latitude, i.Longitude), i.SubmittedAt, i.PublishedAt, i.TextVersion, i.Stances, i.NextDate, idea.Responsible, i.ResponsibleUnit, idea.MergedInto,
            i.ProcessId, [.. steps.OrderBy(step => step.At).ThenBy(step => step.Kind)], answers, takenIn)
        {
            Proposals = await ProposalsAsync(i.Id, cancel), Measures = await MeasuresAsync(i.Id, cancel), Papers = await PapersAsync(i.Id, cancel), IsAssisted = i.AssistedBy is not null, Ref = DiscussionQueries.RefOf(i), OrganisationSlug = idea.OrganisationSlug, ResponsibleSlug = idea.ResponsibleSlug,
        };
    }

    /// <summary>The viewer's own stance and the version of the text it was taken on.</summary>
    public async Task<(StanceKind? Kind, int? OnVersion)> OwnStanceAsync(IdeaId idea, PersonId person, CancellationToken cancel) =>
        await db.Stances.AsNoTracking().SingleOrDefaultAsync(stance => stance.IdeaId == idea && stance.PersonId == person, cancel) is { } own ? (own.Kind, own.OnVersion) : (null, null);

    private Task<List<IdeaProposal>> ProposalsAsync(IdeaId idea, CancellationToken cancel) => db.Proposals.ThatArePublic()
        .Where(proposal => proposal.Ideas.Any(source => source.IdeaId == idea)).OrderByDescending(proposal => proposal.Number).Take(MaxProposals)
        .Select(proposal => new IdeaProposal(proposal.Number, proposal.Title, proposal.PublishedAt)).ToListAsync(cancel);

    private Task<List<IdeaPaper>> PapersAsync(IdeaId idea, CancellationToken cancel)
    {
        var decided =
            from step in db.Consultations
            join meeting in db.Meetings.ThatArePublic(clock.Now) on step.MeetingId equals meeting.Id
            join item in db.AgendaItems on step.AgendaItemId equals item.Id
            join resolution in db.Resolutions on item.Id equals resolution.AgendaItemId
            where step.DeletedAt == null && meeting.DeletedAt == null && item.DeletedAt == null && item.IsPublic && resolution.DeletedAt == null && resolution.RetractedAt == null
            select new { step.PaperId, resolution.Result, IsFinal = step.Authoritative || step.Role == ConsultationRole.Decision, meeting.Start, step.Number };
        return db.Papers.ThatArePublic(clock.Now)
            .Where(paper => paper.DeletedAt == null && paper.Ideas.Any(origin => origin.IdeaId == idea)).OrderBy(paper => paper.Number).Take(MaxProposals)
            .Select(paper => new IdeaPaper(paper.Number, paper.Name, decided.Where(step => step.PaperId == paper.Id).OrderByDescending(step => step.Start).ThenByDescending(step => step.Number).Select(step => new PaperOutcome(step.Result, step.IsFinal, step.Start)).FirstOrDefault())).ToListAsync(cancel);
    }

    private Task<List<IdeaMeasure>> MeasuresAsync(IdeaId idea, CancellationToken cancel) => db.Measures.ThatArePublic(clock.Now)
        .Where(measure => measure.Ideas.Any(link => link.IdeaId == idea)).OrderBy(measure => measure.Number).Take(MaxProposals)
        .Select(measure => new IdeaMeasure(measure.Number, measure.Title)).ToListAsync(cancel);

    private Task<List<TakenInIdea>> TakenInAsync(IdeaId idea, CancellationToken cancel) => (
        from other in db.Ideas.AsNoTracking()
        where other.MergedIntoId == idea
        join author in db.People on other.AuthorId equals author.Id
        join step in db.Set<IdeaEvent>() on other.Id equals step.IdeaId
        where step.Kind == IdeaEventKind.Merged
        orderby step.At
        select new TakenInIdea(other.Number ?? 0, other.Title, other.Summary, other.PublishedAt == null || other.HiddenAt != null ? null : other.Body.Html, author.DisplayName, step.At, step.Note,
            db.Set<OfficialAnswer>().Where(answer => answer.IdeaId == other.Id).OrderByDescending(answer => answer.AnsweredAt).Select(answer => answer.Text.Html).FirstOrDefault()))
        .Take(MaxTakenIn).ToListAsync(cancel);

    private Task<List<AnswerView>> AnswersAsync(IdeaId idea, CancellationToken cancel) =>
        db.Set<OfficialAnswer>().AsNoTracking().Where(answer => answer.IdeaId == idea).OrderByDescending(answer => answer.AnsweredAt).Take(50)
            .Select(answer => new AnswerView(
                answer.Outcome, answer.Text.Html, db.Organisations.Where(o => o.Id == answer.ResponsibleOrganisationId).Select(o => o.Name).FirstOrDefault(),
                answer.ResponsibleUnit, answer.NextDate, answer.AnsweredAt)
            {
                OrganisationSlug = db.Organisations.Where(o => o.Id == answer.ResponsibleOrganisationId).Select(o => o.Slug).FirstOrDefault(),
            }).ToListAsync(cancel);
}
