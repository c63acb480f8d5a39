using Participation.Domain.Accounts;

namespace Participation.Domain.Council.Live;

/// <summary>Somebody wants a question to be answered: once per person and question.</summary>
public sealed class QuestionLike
{
    private QuestionLike() { }

    /// <summary>The question.</summary>
    public MeetingQuestionId QuestionId { get; private set; }

    /// <summary>Who.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Somebody likes a question.</summary>
    public static QuestionLike Of(MeetingQuestionId question, PersonId person, DateTimeOffset now) => new() { QuestionId = question, PersonId = person, At = now };
}
