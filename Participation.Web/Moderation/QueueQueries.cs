using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Proposals.Suggestions;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Discussions;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Guards;
using Participation.Web.Moderation.Notices;
using Participation.Web.Moderation.Proposals;
using Participation.Web.Shared;

namespace Participation.Web.Moderation;

/// <summary>What waits for a moderator.</summary>
public sealed class QueueQueries(ParticipationDbContext db, NoticeQueries notices, ComplaintQueries complaints, FindingQueries findings, CityClock clock)
{
    /// <summary>Most items of one list; the rest comes up when these are done.</summary>
    public const int Most = 100;

    private const int DaysAhead = 14;
    private const int ExcerptLength = 240;

    /// <summary>Number of the newest event of the queue; read before the queue itself.</summary>
    public Task<long> SequenceAsync(CancellationToken cancel) =>
        db.Channels.AsNoTracking().Where(channel => channel.Key == Channel.Moderation).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);

    /// <summary>
    /// Everything that waits for somebody: reported contributions, submitted ideas and queued comments, first contributions of new people and complaints, by the time until
    /// which somebody should have looked; reports of sexual abuse of children come before all.
    /// </summary>
    /// <param name="reader">Who reads; told which complaints are somebody else's to decide.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<QueueItem>> WaitingAsync(PersonId reader, CancellationToken cancel)
    {
        var ideas = await WaitingIdeas().OrderBy(idea => idea.Number).Take(Most)
            .Select(idea => new
            {
                idea.Id, Number = idea.Number!.Value, idea.Title, idea.Summary, Since = idea.HiddenAt ?? idea.SubmittedAt ?? idea.CreatedAt,
                Author = db.People.Where(person => person.Id == idea.AuthorId).Select(person => person.DisplayName).First(),
                Process = db.Processes.Where(process => process.Id == idea.ProcessId).Select(process => process.Title).First(),
            }).ToListAsync(cancel);
        var comments = await WaitingComments().OrderBy(comment => comment.PostedAt).Take(Most)
            .Select(comment => new { comment.Id, comment.SubjectId, comment.Number, Since = comment.RemovedAt ?? comment.PostedAt, comment.Body.Html, Author = db.People.Where(person => person.Id == comment.AuthorId).Select(person => person.DisplayName).First() })
            .ToListAsync(cancel);
        var suggestions = await WaitingSuggestions().WithPlaces(db).OrderBy(row => row.Made.At).Take(Most).ToListAsync(cancel);
        var questions = await WaitingQuestions().OrderBy(question => question.At).Take(Most)
            .Select(question => new
            {
                question.Id, question.Number, question.Text, question.At, Author = db.People.Where(person => person.Id == question.AuthorId).Select(person => person.DisplayName).First(),
                Meeting = db.Meetings.Where(meeting => meeting.Id == question.MeetingId).Select(meeting => new { meeting.Number, meeting.Name }).First(),
            }).ToListAsync(cancel);
        var homes = await db.DiscussionHomesAsync(comments.Select(comment => comment.SubjectId), cancel);
        var found = await findings.FindAsync([.. ideas.Select(idea => idea.Id.Value), .. comments.Select(comment => comment.Id.Value), .. suggestions.Select(row => row.Made.Id.Value), .. questions.Select(question => question.Id.Value)], cancel);
        return
        [
            .. (await notices.OpenAsync(cancel)).Select(Reported)
                .Concat(ideas.Select(idea => new QueueItem(CaseRef.OfIdea(idea.Number), Kind(ModerationTexts.KindIdea, found[idea.Id.Value]), idea.Title, idea.Since, TargetTimes.New, idea.Process, $"{idea.Author}: {PlainText.Cut(idea.Summary, ExcerptLength)}")))
                .Concat(comments.Where(comment => homes.ContainsKey(comment.SubjectId)).Select(comment => new QueueItem(
                    CaseRef.OfComment(homes[comment.SubjectId].Key, comment.Number), Kind(ModerationTexts.KindComment, found[comment.Id.Value]), homes[comment.SubjectId].Title, comment.Since, TargetTimes.New,
                    homes[comment.SubjectId].Process, $"{comment.Author}: {PlainText.Teaser(comment.Html, ExcerptLength)}")))
                .Concat(suggestions.Select(row => new QueueItem(
                    row.At, Kind(ModerationTexts.KindSuggestion, found[row.Made.Id.Value]), row.Title, row.Made.At, TargetTimes.New, "", $"{row.Author}: {PlainText.Cut(row.Made.Words, ExcerptLength)}")))
                .Concat(questions.Select(question => new QueueItem(
                    CaseRef.OfQuestion(question.Meeting.Number, question.Number), Kind(ModerationTexts.KindQuestion, found[question.Id.Value]), question.Meeting.Name, question.At, TargetTimes.New, "", $"{question.Author}: {PlainText.Cut(question.Text, ExcerptLength)}")))
                .Concat(await ComplaintsAsync(reader, cancel))
                .OrderBy(item => item.IsUrgent ? 0 : 1).ThenBy(item => item.Due).Take(Most),
        ];
    }

    /// <summary>Ideas that nobody published yet, those that were held back for another reason than notices, which stand in the list themselves, and public first ones of new people that nobody has looked at.</summary>
    private IQueryable<Idea> WaitingIdeas() => db.Ideas.AsNoTracking().Where(idea => idea.Number != null && (idea.Status == IdeaStatus.Submitted
        || ((idea.IsHeld || (idea.NeedsLook && idea.HiddenAt == null && db.Findings.Any(finding => finding.SubjectKind == SubjectKind.Idea && finding.SubjectId == (Guid)(object)idea.Id && finding.Reason == FindingReason.FirstPost)))
            && !db.Notices.Any(notice => notice.SubjectKind == SubjectKind.Idea && notice.SubjectId == (Guid)(object)idea.Id && notice.Outcome == NoticeOutcome.Open))));

    /// <summary>The same of comments.</summary>
    private IQueryable<Comment> WaitingComments() => db.Comments.AsNoTracking().Where(comment => (comment.Status == CommentStatus.Queued
        || ((comment.IsHeld || (comment.NeedsLook && comment.Status == CommentStatus.Published && db.Findings.Any(finding => finding.SubjectKind == SubjectKind.Comment && finding.SubjectId == (Guid)(object)comment.Id && finding.Reason == FindingReason.FirstPost)))
            && !db.Notices.Any(notice => notice.SubjectKind == SubjectKind.Comment && notice.SubjectId == (Guid)(object)comment.Id && notice.Outcome == NoticeOutcome.Open))));

    /// <summary>The same of suggestions, as long as nobody who writes the proposal let them through or decided on them.</summary>
    private IQueryable<Suggestion> WaitingSuggestions() => db.Suggestions.AsNoTracking().Where(made => made.Status == SuggestionStatus.Open
        && (made.IsHeld || (made.NeedsLook && made.HiddenAt == null && db.Findings.Any(finding => finding.SubjectKind == SubjectKind.Suggestion && finding.SubjectId == (Guid)(object)made.Id && finding.Reason == FindingReason.FirstPost)))
        && !db.Notices.Any(notice => notice.SubjectKind == SubjectKind.Suggestion && notice.SubjectId == (Guid)(object)made.Id && notice.Outcome == NoticeOutcome.Open));

    /// <summary>Questions to meetings that wait until somebody looked, unless notices about them stand in the list themselves.</summary>
    private IQueryable<MeetingQuestion> WaitingQuestions() => db.MeetingQuestions.AsNoTracking().Where(question => question.IsHeld && question.RemovedAt == null
        && !db.Notices.Any(notice => notice.SubjectKind == SubjectKind.MeetingQuestion && notice.SubjectId == (Guid)(object)question.Id && notice.Outcome == NoticeOutcome.Open));

    private static string Kind(string kind, IEnumerable<Found> found) => GuardWords.ForModerators(found) is { Length: > 0 } why ? $"{kind} · {why}" : kind;

    private static QueueItem Reported(ReportedItem item) => new(item.About.At, CaseTexts.Reported(item.About.At.Kind), item.About.Title, item.Since, TargetTimes.Notice, item.About.Process,
        $"{Counted.Of(item.Count, ModerationTexts.NoticeOne, ModerationTexts.NoticeMany)}: {NoticeWords.Of(item.Reason)}. {item.Excerpt}")
    { IsUrgent = item.Reason is NoticeReason.ChildAbuse };

    /// <summary>Complaints nobody has decided, oldest first.</summary>
    /// <param name="reader">Who reads; told which ones are somebody else's.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<QueueItem>> ComplaintsAsync(PersonId reader, CancellationToken cancel) =>
        [.. (await complaints.OpenAsync(cancel)).Select(row => new QueueItem(row.At, row.ByNotifier ? ComplaintsTexts.ByNotifier : ComplaintsTexts.ByAuthor,
            $"{ModerationTexts.NumberOnly.With(row.Number)}: {CaseTexts.Of(row.Measure)}", row.FiledAt, TargetTimes.Complaint, row.Title, row.DecidedBy == reader ? RefusalTexts.OwnDecision : row.Text) { Address = Links.DecideComplaint(row.Number), Complaint = row.Number })];

    /// <summary>How much there is in each list, beyond what is shown too: two queries.</summary>
    public async Task<QueueCounts> CountsAsync(CancellationToken cancel)
    {
        const int Waiting = 1, Unseen = 2, Answers = 3, Complained = 4;
        var counts = await WaitingIdeas().Select(_ => Waiting).Concat(WaitingComments().Select(_ => Waiting)).Concat(WaitingSuggestions().Select(_ => Waiting)).Concat(WaitingQuestions().Select(_ => Waiting))
            .Concat(UnseenIdeas().Select(_ => Unseen)).Concat(UnseenComments().Select(_ => Unseen)).Concat(UnseenSuggestions().Select(_ => Unseen)).Concat(Due().Select(_ => Answers)).Concat(complaints.Open().Select(_ => Complained))
            .GroupBy(list => list).Select(list => new { list.Key, Count = list.Count() }).ToDictionaryAsync(list => list.Key, list => list.Count, cancel);
        var complained = counts.GetValueOrDefault(Complained);
        return new QueueCounts(await notices.CountAsync(cancel) + counts.GetValueOrDefault(Waiting) + complained, counts.GetValueOrDefault(Unseen), counts.GetValueOrDefault(Answers), complained);
    }

    private IQueryable<Idea> UnseenIdeas() => db.Ideas.AsNoTracking().Where(idea => idea.NeedsLook && idea.HiddenAt == null);

    private IQueryable<Comment> UnseenComments() => db.Comments.AsNoTracking().Where(comment => comment.NeedsLook && comment.Status == CommentStatus.Published);

    private IQueryable<Suggestion> UnseenSuggestions() => db.Suggestions.AsNoTracking().Where(made => made.NeedsLook && !made.IsHeld && made.HiddenAt == null && made.Status != SuggestionStatus.Withdrawn && (made.Replacement != "" || made.Reason != ""));

    /// <summary>Public texts that no moderator has looked at as they are now, oldest first.</summary>
    public async Task<IReadOnlyList<UnseenItem>> UnseenAsync(CancellationToken cancel)
    {
        var ideas = await UnseenIdeas().OrderBy(idea => idea.ActiveAt).Take(Most)
            .Select(idea => new { idea.Id, Number = idea.Number ?? 0, idea.Title, idea.Summary, idea.Body.Html, idea.ActiveAt, idea.TextVersion }).ToListAsync(cancel);
        var comments = await UnseenComments().OrderBy(comment => comment.PostedAt).Take(Most)
            .Select(comment => new { comment.Id, comment.SubjectId, comment.Number, comment.Body.Html, At = comment.EditedAt ?? comment.PostedAt, comment.TextVersion }).ToListAsync(cancel);
        var suggestions = await UnseenSuggestions().WithPlaces(db).OrderBy(row => row.Made.At).Take(Most).ToListAsync(cancel);
        var homes = await db.DiscussionHomesAsync(comments.Select(comment => comment.SubjectId), cancel);
        var found = await findings.FindAsync([.. ideas.Select(idea => idea.Id.Value), .. comments.Select(comment => comment.Id.Value), .. suggestions.Select(row => row.Made.Id.Value)], cancel);
        return [.. ideas.Select(idea => new UnseenItem(new CaseVersion(CaseRef.OfIdea(idea.Number), idea.TextVersion), idea.Title, PlainText.Cut(idea.Summary + " " + PlainText.Of(idea.Html), ExcerptLength), idea.ActiveAt, GuardWords.ForModerators(found[idea.Id.Value])))
            .Concat(comments.Where(comment => homes.ContainsKey(comment.SubjectId)).Select(comment => new UnseenItem(
                new CaseVersion(CaseRef.OfComment(homes[comment.SubjectId].Key, comment.Number), comment.TextVersion),
                homes[comment.SubjectId].Title, PlainText.Teaser(comment.Html, ExcerptLength), comment.At, GuardWords.ForModerators(found[comment.Id.Value]))))
            .Concat(suggestions.Select(row => new UnseenItem(new CaseVersion(row.At, Suggestion.OnlyVersion), row.Title, PlainText.Cut(row.Made.Words, ExcerptLength), row.Made.At, GuardWords.ForModerators(found[row.Made.Id.Value]))))
            .OrderBy(item => item.Since).Take(Most)];
    }

    /// <summary>Public ideas to which the city promised a word by a day that is past or near.</summary>
    public async Task<IReadOnlyList<DueAnswer>> DueAnswersAsync(CancellationToken cancel) =>
        await Due().OrderBy(idea => idea.NextDate).ThenBy(idea => idea.Number).Take(Most)
            .Select(idea => new DueAnswer(idea.Number!.Value, idea.Title, idea.NextDate!.Value)).ToListAsync(cancel);

    private IQueryable<Idea> Due()
    {
        var last = clock.Today.AddDays(DaysAhead);
        return db.Ideas.ThatArePublic().Where(idea => idea.NextDate != null && idea.NextDate <= last);
    }
}

/// <summary>How much waits.</summary>
public sealed record QueueCounts(int Waiting, int Unseen, int Due, int Complaints);

/// <summary>A public text to look at.</summary>
public sealed record UnseenItem(CaseVersion Seen, string Title, string Excerpt, DateTimeOffset Since, string Found)
{
    /// <summary>Where it is decided on.</summary>
    public string Address => Links.Case(Seen.At);
}

/// <summary>One thing that waits for a decision.</summary>
/// <param name="Case">Where it is.</param>
/// <param name="Kind">What it is, in the reader's language.</param>
/// <param name="Title">Title of the idea or the proposal.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Target">How long it may.</param>
/// <param name="Process">Title of the process.</param>
/// <param name="Note">The beginning of what it says.</param>
public sealed record QueueItem(CaseRef Case, string Kind, string Title, DateTimeOffset Since, TimeSpan Target, string Process, string Note)
{
    /// <summary>Until when somebody should have looked.</summary>
    public DateTimeOffset Due => Since + Target;

    /// <summary>Where it is decided on.</summary>
    public string Address { get; init; } = Links.Case(Case);

    /// <summary>Number of the complaint, when it is one: the same contribution may stand in the list for itself too.</summary>
    public int? Complaint { get; init; }

    /// <summary>Whether it comes before everything else.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether it can be decided on together with others.</summary>
    public bool MayPick => Complaint is null && Case.Kind is SubjectKind.Idea or SubjectKind.Comment or SubjectKind.Suggestion;

    /// <summary>Names its row in the page.</summary>
    public string Anchor => Complaint is { } number ? $"beschwerde-{number}" : $"fall-{Case.Anchor()}";
}

/// <summary>One idea whose answer is due.</summary>
public sealed record DueAnswer(int Number, string Title, DateOnly Day);
