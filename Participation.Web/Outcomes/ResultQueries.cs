using Microsoft.EntityFrameworkCore;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Outcomes;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Outcomes;

/// <summary>Reads results as everybody sees them; a fixed number of queries each.</summary>
public sealed class ResultQueries(ParticipationDbContext db, LiveTexts texts, Attachments attachments, CityClock clock)
{
    /// <summary>Results of a page.</summary>
    public const int PageSize = 20;

    /// <summary>Ideas that a result lists with what became of them; the list of ideas goes on from there.</summary>
    public const int MostIdeas = 200;

    /// <summary>Public results, the newest first.</summary>
    public async Task<IReadOnlyList<ResultRow>> ListAsync(int page, int take, CancellationToken cancel) => await (
        from result in db.Results.ThatArePublic(clock.Now).OrderByDescending(result => result.Publication.From).ThenByDescending(result => result.Number).Skip((page - 1) * take).Take(take)
        join process in db.Processes on result.ProcessId equals process.Id
        orderby result.Publication.From descending, result.Number descending
        select new ResultRow(result.Number, result.Title, result.Summary, process.Title, result.SignedOffOn, result.Publication.From!.Value)).ToListAsync(cancel);

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(CancellationToken cancel) => db.Results.ThatArePublic(clock.Now).CountAsync(cancel);

    /// <summary>The public results of a process.</summary>
    public async Task<IReadOnlyList<ResultRow>> OfProcessAsync(string slug, CancellationToken cancel) => await (
        from result in db.Results.ThatArePublic(clock.Now)
        join process in db.Processes on result.ProcessId equals process.Id
        where process.Slug == slug
        orderby result.Number descending
        select new ResultRow(result.Number, result.Title, result.Summary, process.Title, result.SignedOffOn, result.Publication.From!.Value)).Take(PageSize).ToListAsync(cancel);

    /// <summary>One result with its blocks, whatever its publication says; null when there is none.</summary>
    public async Task<ResultView?> OneAsync(int number, CancellationToken cancel)
    {
        var found = await (
            from result in db.Results.AsNoTracking()
            join process in db.Processes on result.ProcessId equals process.Id
            where result.Number == number
            select new { result, process.Slug, process.Title, Versions = 1 + db.ContentVersions.Count(version => version.SubjectKind == SubjectKind.Result && version.SubjectId == (Guid)(object)result.Id && version.At > result.Publication.From) }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var (ideas, more) = await IdeasAsync(found.result, cancel);
        var parts = await texts.PartsAsync([found.result.Adopted.Html, found.result.NotAdopted.Html], cancel);
        return new ResultView(found.result, found.Slug, found.Title, parts[0], parts[1], ResultFigures.Of(found.result.Figures), ideas, await attachments.OfAsync(Subject.Of(found.result.Id), cancel), found.Versions) { HasMoreIdeas = more };
    }

    /// <summary>What became of each idea: those that were answered first. Of more than <see cref="MostIdeas"/> those in which something happened last.</summary>
    private async Task<(IReadOnlyList<IdeaOutcome> Ideas, bool More)> IdeasAsync(ProcessResult result, CancellationToken cancel)
    {
        var ideas = await db.Ideas.ThatArePublic().Where(idea => idea.ProcessId == result.ProcessId && idea.Number != null).OrderByDescending(idea => idea.ActiveAt).ThenByDescending(idea => idea.Number).Take(MostIdeas + 1)
            .Select(idea => new IdeaOutcome(idea.Number ?? 0, idea.Title, idea.Status, idea.NextDate, db.Organisations.Where(organisation => organisation.Id == idea.ResponsibleOrganisationId).Select(organisation => organisation.Name).FirstOrDefault())).ToListAsync(cancel);
        return ([.. ideas.Take(MostIdeas).OrderBy(idea => Order(idea.Status)).ThenBy(idea => idea.Number)], ideas.Count > MostIdeas);
    }

    private static int Order(IdeaStatus status) => status switch
    {
        IdeaStatus.Implemented => 0,
        IdeaStatus.InImplementation => 1,
        IdeaStatus.Accepted => 2,
        IdeaStatus.PartlyAccepted => 3,
        IdeaStatus.UnderReview => 4,
        IdeaStatus.Published => 5,
        IdeaStatus.Rejected => 6,
        _ => 7,
    };
}

/// <summary>A result in a list.</summary>
public sealed record ResultRow(int Number, string Title, string Summary, string Process, DateOnly? SignedOffOn, DateTimeOffset At);

/// <summary>What became of an idea.</summary>
public sealed record IdeaOutcome(int Number, string Title, IdeaStatus Status, DateOnly? NextDate, string? Responsible);

/// <summary>A result's page.</summary>
public sealed record ResultView(
    ProcessResult Result, string ProcessSlug, string ProcessTitle, IReadOnlyList<TextPart> Adopted, IReadOnlyList<TextPart> NotAdopted, ResultFigures? Figures, IReadOnlyList<IdeaOutcome> Ideas,
    IReadOnlyList<AttachedDocument> Documents, int Versions)
{
    /// <summary>Whether there are more ideas than these.</summary>
    public bool HasMoreIdeas { get; init; }
}
