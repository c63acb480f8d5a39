namespace Participation.Domain.Council.Live;

/// <summary>The meeting does not take place.</summary>
public sealed record MeetingIsCancelled : Refusal;

/// <summary>Not everybody may read of the meeting yet.</summary>
public sealed record MeetingIsNotPublic : Refusal;

/// <summary>A meeting begins some minutes before its time at the earliest.</summary>
public sealed record MeetingBeginsLater(int Minutes) : Refusal;

/// <summary>It has begun already.</summary>
public sealed record MeetingHasBegun : Refusal;

/// <summary>It does not run.</summary>
public sealed record MeetingIsNotRunning : Refusal;

/// <summary>It is over.</summary>
public sealed record MeetingIsOver : Refusal;

/// <summary>No call can be taken back, or another item was called.</summary>
public sealed record NothingToTakeBack : Refusal;

/// <summary>Questions are taken some days before the meeting at the earliest.</summary>
public sealed record QuestionsOpenLater(int Days) : Refusal;

/// <summary>No questions are taken now.</summary>
public sealed record QuestionsAreClosed : Refusal;

/// <summary>A question without words.</summary>
public sealed record QuestionNeedsText : Refusal;

/// <summary>A question that is longer than it may be.</summary>
public sealed record QuestionIsTooLong(int Limit) : Refusal;

/// <summary>The item is not deliberated in public, or is not on this agenda.</summary>
public sealed record ItemTakesNoQuestions : Refusal;

/// <summary>The person has put as many questions as may be open at once.</summary>
public sealed record TooManyOpenQuestions(int Limit) : Refusal;

/// <summary>The meeting has more questions than anybody can read.</summary>
public sealed record TooManyQuestions(int Limit) : Refusal;

/// <summary>Nobody likes their own question.</summary>
public sealed record OwnQuestionHasNoLike : Refusal;

/// <summary>The question is dealt with, or not there any more.</summary>
public sealed record QuestionIsClosed : Refusal;

/// <summary>An answer without words.</summary>
public sealed record ReplyNeedsText : Refusal;

/// <summary>An answer that is longer than it may be.</summary>
public sealed record ReplyIsTooLong(int Limit) : Refusal;

/// <summary>It is not said who answered.</summary>
public sealed record ReplyNeedsSpeaker : Refusal;

/// <summary>It is not said until when an answer is given in writing, or the day is over.</summary>
public sealed record ReplyNeedsDay : Refusal;
