using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Drafts for the form: begin, open, look at, keep, and what sounds like them.</summary>
public sealed class IdeaDrafts(ParticipationDbContext db, SaveDraft saveDraft, IdeaQueries queries, TextFormatter texts, CityClock clock)
{
    /// <summary>Shortest title for which similar ideas are looked up, in characters.</summary>
    public const int SimilarFrom = 10;

    private const int SimilarCount = 5;

    /// <summary>An empty form with a key of its own.</summary>
    public IdeaFormInput Begin(string? process) => new() { Process = process, SubmissionKey = SubmissionKey.New(clock.Now) };

    /// <summary>The form's key, or a new one when what was sent cannot be one.</summary>
    public string KeyOf(IdeaFormInput input) =>
        input.SubmissionKey is { Length: > 8 and <= Idea.SubmissionKeyMaxLength } key && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? key : SubmissionKey.New(clock.Now);

    /// <summary>One's own draft as form input; someone else's is forbidden.</summary>
    public async Task<IdeaFormInput> OpenAsync(Guid id, Actor? actor, CancellationToken cancel)
    {
        var wanted = IdeaId.From(id);
        var idea = await db.Ideas.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == wanted && candidate.Status == IdeaStatus.Draft, cancel) ?? throw new NotFoundException();
        if (actor?.Person != idea.AuthorId) throw new ForbiddenException();
        var process = await db.Processes.Where(candidate => candidate.Id == idea.ProcessId).Select(candidate => candidate.Slug).SingleAsync(cancel);
        return Of(idea) with { Process = process, SubmissionKey = idea.SubmissionKey };
    }

    /// <summary>The draft someone last wrote on, or null.</summary>
    public Task<KeptDraft?> LatestAsync(Actor actor, CancellationToken cancel) => db.Ideas.AsNoTracking()
        .Where(idea => idea.AuthorId == actor.Person && idea.Status == IdeaStatus.Draft).OrderByDescending(idea => idea.ActiveAt)
        .Select(idea => new KeptDraft(idea.Id.Value, idea.Title, idea.SubmissionKey, idea.ActiveAt)).FirstOrDefaultAsync(cancel);

    /// <summary>The number of one's own idea that was handed in since it was a draft; null when it is none.</summary>
    public Task<int?> HandedInAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var wanted = IdeaId.From(id);
        return db.Ideas.AsNoTracking().Where(idea => idea.Id == wanted && idea.AuthorId == actor.Person).Select(idea => idea.Number).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The text of an idea as form input.</summary>
    public static IdeaFormInput Of(Idea idea) => new()
    {
        // A summary that was made from the description is made anew with the next text.
        Title = idea.Title, Summary = idea.Summary == IdeaInput.AutomaticSummary(idea.Body.Html) ? "" : idea.Summary, Body = idea.Body.Markdown, Topic = idea.TopicKey, District = idea.DistrictKey, Place = idea.Place,
        Latitude = IdeaFormInput.Shown(idea.Latitude), Longitude = IdeaFormInput.Shown(idea.Longitude), Organisation = idea.OrganisationId?.Value.ToString(),
        TextVersion = idea.TextVersion,
    };

    /// <summary>The description as it will look: the same call as for the stored text.</summary>
    public Task<Outcome<FormattedText>> PreviewAsync(string? body, CancellationToken cancel) => texts.FormatAsync(body, IdeaText.BodyMaxLength, cancel);

    /// <summary>Keeps a draft.</summary>
    public Task<Outcome<IdeaId>> KeepAsync(IdeaInput input, string key, Actor actor, CancellationToken cancel) => saveDraft.ExecuteAsync(input, key, actor, cancel);

    /// <summary>Public ideas that sound like a title.</summary>
    public async Task<IReadOnlyList<IdeaRow>> SimilarAsync(string? title, CancellationToken cancel) =>
        title?.Replace('\0', ' ').Trim() is { Length: >= SimilarFrom } text ? await queries.SimilarAsync(text[..Math.Min(text.Length, IdeaText.TitleMaxLength)], SimilarCount, cancel) : [];
}

/// <summary>A draft that is offered to go on with.</summary>
public sealed record KeptDraft(Guid Id, string Title, string? SubmissionKey, DateTimeOffset At);
