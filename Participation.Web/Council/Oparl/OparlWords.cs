using Participation.Domain.Council;

namespace Participation.Web.Council.Oparl;

/// <summary>The German words that OParl 1.1 names as values; they are data, not texts of the interface.</summary>
internal static class OparlWords
{
    private static readonly (BodyKind Value, string Word)[] Kinds =
    [
        (BodyKind.Committee, "Gremium"), (BodyKind.Party, "Partei"), (BodyKind.ParliamentaryGroup, "Fraktion"), (BodyKind.Administration, "Verwaltungsbereich"),
        (BodyKind.ExternalCommittee, "externes Gremium"), (BodyKind.Institution, "Institution"), (BodyKind.Other, "Sonstiges"),
    ];

    private static readonly (MeetingState Value, string Word)[] States =
        [(MeetingState.Scheduled, "terminiert"), (MeetingState.Invited, "eingeladen"), (MeetingState.Held, "durchgeführt")];

    private static readonly (ConsultationRole Value, string Word)[] Roles =
    [
        (ConsultationRole.Hearing, "Anhörung"), (ConsultationRole.Decision, "Entscheidung"), (ConsultationRole.Information, "Kenntnisnahme"), (ConsultationRole.Recommendation, "Vorberatung"),
    ];

    private static readonly (ResolutionResult Value, string Word)[] Results =
    [
        (ResolutionResult.Adopted, "angenommen"), (ResolutionResult.AdoptedWithChanges, "geändert angenommen"), (ResolutionResult.Rejected, "abgelehnt"), (ResolutionResult.Postponed, "vertagt"),
        (ResolutionResult.Noted, "zur Kenntnis genommen"), (ResolutionResult.Referred, "verwiesen"), (ResolutionResult.Withdrawn, "zurückgezogen"),
    ];

    public static string Of(BodyKind kind) => Word(Kinds, kind);

    public static string Of(MeetingState state) => Word(States, state);

    public static string Of(ConsultationRole role) => Word(Roles, role);

    public static string Of(ResolutionResult result) => Word(Results, result);

    public static BodyKind? Kind(string word) => Value(Kinds, word);

    public static MeetingState? State(string word) => Value(States, word);

    public static ConsultationRole? Role(string word) => Value(Roles, word);

    public static ResolutionResult? Result(string word) => Value(Results, word);

    private static string Word<T>((T Value, string Word)[] words, T value) where T : struct => Array.Find(words, pair => pair.Value.Equals(value)).Word;

    private static T? Value<T>((T Value, string Word)[] words, string word) where T : struct =>
        Array.FindIndex(words, pair => string.Equals(pair.Word, word.Trim(), StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? words[index].Value : null;
}
