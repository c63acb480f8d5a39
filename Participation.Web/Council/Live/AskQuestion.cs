using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Council.Live;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation.Guards;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Moderation.Guards;
using Participation.Web.Realtime;
using Participation.Web.Shared;

namespace Participation.Web.Council.Live;

/// <summary>A citizen puts a question to a meeting. The same form sent twice is one question.</summary>
public sealed class AskQuestion(ParticipationDbContext db, Changes changes, LiveMeetings meetings, MarkdownText markdown, WritingGuard guard)
{
    /// <returns>The question's number and whether it waits for a moderator, or why not.</returns>
    public async Task<Outcome<AskedQuestion>> ExecuteAsync(QuestionInput input, Actor actor, CancellationToken cancel)
    {
        if (MeetingQuestion.Check(input.Text) is { } wrong) return wrong;
        await using var change = await changes.BeginAsync([Channel.Drafts(actor.Person), Channel.Meeting(input.Meeting), Channel.Moderation], cancel);
        var open = await meetings.OpenAsync(input.Meeting, cancel);
        if (await AskedBeforeAsync(input, actor, cancel) is { } before) return before.MeetingId == open.Meeting.Id ? new AskedQuestion(before.Number, before.IsHeld) : new KeyWasUsed();
        if (!open.Meeting.Publication.IsPublicAt(change.Now)) throw new NotFoundException();
        var author = await db.People.SingleAsync(person => person.Id == actor.Person, cancel);
        if (author.CheckWriting(Verification.Email, change.Now) is { } barred) return barred;
        if (!open.Floor.TakesQuestions(open.Meeting, change.Now)) return new QuestionsAreClosed();
        var item = input.Item is { } number ? await meetings.ItemAsync(open.Meeting, number, cancel) : null;
        if (input.Item is not null && item is not { IsPublic: true }) return new ItemTakesNoQuestions();
        if (await CheckCountAsync(open, actor, cancel) is { } tooMany) return tooMany;
        if (!input.SharesPersonalData && PersonalData.In(input.Text) is { } found) return new ContainsPersonalData(found);
        var guarded = await guard.CheckAsync(new GuardedText(WritingKind.Comment, markdown.Format(input.Text), []), author, null, change.Now, cancel);
        if (!guarded.Done) return guarded.Refusal;

        var question = MeetingQuestion.Ask(MeetingQuestionId.New(change.Now), open.Meeting.Id, open.Floor.NextQuestion(), item?.Id, input.Text, actor.Person, guarded.Value.Holds, input.SubmissionKey, change.Now);
        db.MeetingQuestions.Add(question);
        guard.Note(guarded.Value, Subject.Of(question.Id), Domain.Moderation.Moderated.OnlyVersion);
        QuestionNews.Announce(change, open, question, ChannelEventKind.QuestionAppeared);
        if (question.IsHeld) change.Append(Channel.Moderation, ChannelEventKind.QueueChanged, 0);
        await change.CommitAsync(cancel);
        return new AskedQuestion(question.Number, question.IsHeld) { HeldFor = guarded.Value.Holds ? guarded.Value.Found : [] };
    }

    private Task<MeetingQuestion?> AskedBeforeAsync(QuestionInput input, Actor actor, CancellationToken cancel) =>
        db.MeetingQuestions.AsNoTracking().SingleOrDefaultAsync(question => question.AuthorId == actor.Person && question.SubmissionKey == input.SubmissionKey, cancel);

    private async Task<Refusal?> CheckCountAsync(OpenMeeting open, Actor actor, CancellationToken cancel)
    {
        if (open.Floor.LastQuestion >= MeetingQuestion.Most) return new TooManyQuestions(MeetingQuestion.Most);
        var waiting = await db.MeetingQuestions.CountAsync(
            question => question.MeetingId == open.Meeting.Id && question.AuthorId == actor.Person && question.State == QuestionState.Open && question.RemovedAt == null && (question.HiddenAt == null || question.IsHeld), cancel);
        return waiting >= MeetingQuestion.MostOpenOfPerson ? new TooManyOpenQuestions(MeetingQuestion.MostOpenOfPerson) : null;
    }
}

/// <summary>What somebody asks.</summary>
/// <param name="Meeting">Number of the meeting.</param>
/// <param name="Item">Number of the item; null for the meeting as a whole.</param>
/// <param name="Text">The words, without format.</param>
/// <param name="SubmissionKey">The form's own key.</param>
/// <param name="SharesPersonalData">Whether its author knows that the text says how somebody is reached, and means it so.</param>
public sealed record QuestionInput(int Meeting, int? Item, string Text, string SubmissionKey, bool SharesPersonalData = false);

/// <summary>A question that was put.</summary>
public sealed record AskedQuestion(int Number, bool Held)
{
    /// <summary>Why it waits.</summary>
    public IReadOnlyList<Found> HeldFor { get; init; } = [];
}
