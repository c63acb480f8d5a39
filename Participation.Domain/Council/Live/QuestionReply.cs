namespace Participation.Domain.Council.Live;

/// <summary>What became of a question.</summary>
public enum QuestionState
{
    /// <summary>It waits.</summary>
    Open,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>It is answered in writing until a day.</summary>
    Deferred,

    /// <summary>It is not dealt with in the meeting, and why.</summary>
    Declined,
}

/// <summary>What a moderator says to a question.</summary>
/// <param name="State">What becomes of it.</param>
/// <param name="Text">The answer in short, or why there is none; may be empty when it is answered in writing later.</param>
/// <param name="Speaker">Who answered.</param>
/// <param name="Day">Until when it is answered in writing.</param>
public sealed record QuestionReply(QuestionState State, string Text, string Speaker = "", DateOnly? Day = null)
{
    /// <summary>Longest answer, in characters.</summary>
    public const int TextMaxLength = 1000;

    /// <summary>Longest name of who answers, in characters.</summary>
    public const int SpeakerMaxLength = 120;

    /// <summary>The same without blanks around it and without what does not belong to its state.</summary>
    public QuestionReply Tidy() => this with { Text = Text.Trim(), Speaker = State is QuestionState.Answered ? Speaker.Trim() : "", Day = State is QuestionState.Deferred ? Day : null };

    /// <summary>What is missing, or null.</summary>
    /// <param name="today">The day in the city.</param>
    public Refusal? Check(DateOnly today)
    {
        if (Text.Length > TextMaxLength) return new ReplyIsTooLong(TextMaxLength);
        return State switch
        {
            QuestionState.Answered when Text.Length == 0 => new ReplyNeedsText(),
            QuestionState.Answered when Speaker.Length is 0 or > SpeakerMaxLength => new ReplyNeedsSpeaker(),
            QuestionState.Declined when Text.Length == 0 => new Ideas.ReasonIsMissing(),
            QuestionState.Deferred when Day is null || Day <= today => new ReplyNeedsDay(),
            _ => null,
        };
    }
}
