using System.Globalization;
using Participation.Domain.Council;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Council;

/// <summary>Words for the values of the council's side.</summary>
public static class CouncilWords
{
    /// <summary>What kind of body it is.</summary>
    public static string Of(BodyKind kind) => Named("Kind_" + kind);

    /// <summary>How far a meeting is.</summary>
    public static string Of(MeetingState state) => Named("State_" + state);

    /// <summary>What came of an item.</summary>
    public static string Of(ResolutionResult result) => Named("Result_" + result);

    /// <summary>What a body does with a paper.</summary>
    public static string Of(ConsultationRole role) => Named("Role_" + role);

    /// <summary>How far a paper is.</summary>
    public static string Of(PaperStage stage) => Named("Stage_" + stage);

    /// <summary>Day and time of a meeting: 26. November 2026, ab 17:00 Uhr.</summary>
    public static string When(DateTimeOffset start, DateTimeOffset? end, CityClock clock) => end is { } until && clock.Local(until).Date == clock.Local(start).Date
        ? CouncilTexts.WhenSpan.With(clock.Day(start), clock.TimeOfDay(start), clock.TimeOfDay(until))
        : CouncilTexts.WhenFrom.With(clock.Day(start), clock.TimeOfDay(start));

    /// <summary>How many days are left, for what lies within two months; else nothing.</summary>
    public static string? Left(DateTimeOffset start, CityClock clock) => clock.DaysUntil(DateOnly.FromDateTime(clock.Local(start).DateTime)) switch
    {
        0 => CouncilTexts.Today,
        1 => CouncilTexts.Tomorrow,
        > 1 and < 60 and var days => CouncilTexts.Days.With(days),
        _ => null,
    };

    /// <summary>From when to when.</summary>
    public static string? Span(DateOnly? from, DateOnly? to, CityClock clock) => (from, to) switch
    {
        ({ } start, { } end) => CouncilTexts.TermSpan.With(clock.Day(start), clock.Day(end)),
        ({ } start, null) when start > clock.Today => CouncilTexts.BodyFrom.With(clock.Day(start)),
        ({ } start, null) => CouncilTexts.BodySince.With(clock.Day(start)),
        (null, { } end) => CouncilTexts.BodyUntil.With(clock.Day(end)),
        _ => null,
    };

    /// <summary>Counted votes.</summary>
    public static string Of(VoteCount votes) => Named(KeyOf(votes)).With(votes.Yes, votes.No, votes.Abstentions);

    /// <summary>Counted votes, in the language in which people write here.</summary>
    public static string InContent(VoteCount votes) => ContentLanguage.Say(CouncilTexts.ResourceManager, KeyOf(votes), votes.Yes, votes.No, votes.Abstentions);

    /// <summary>What came of an item, in the language in which people write here.</summary>
    public static string InContent(ResolutionResult result) => ContentLanguage.Say(CouncilTexts.ResourceManager, "Result_" + result);

    private static string KeyOf(VoteCount votes) => votes.Abstentions == 1 ? nameof(CouncilTexts.VotesTextOne) : nameof(CouncilTexts.VotesText);

    private static string Named(string key) => CouncilTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException(key);
}
