using Participation.Domain.Council;
using Participation.Domain.Editing;

namespace Participation.Tests.Support;

/// <content>The council in memory.</content>
public static partial class A
{
    /// <summary>A body.</summary>
    public static Body Body(int number = 1, string name = "Ausschuss für Digitalisierung", DateOnly? ends = null, Publication? publication = null) =>
        Domain.Council.Body.Add(number, new BodyPlan(name, "DigA", BodyKind.Committee, "Ausschuss", "Berät über die digitale Stadt.", null, ends, null, []), Moment, publication: publication);

    /// <summary>A meeting of a body.</summary>
    public static Meeting Meeting(Body body, int number = 1, string name = "Sitzung des Ausschusses", Publication? publication = null, DateTimeOffset? start = null) =>
        Domain.Council.Meeting.Plan(number, new MeetingPlan(body.Id, name, MeetingState.Invited, false, start ?? Moment.AddDays(7), null, null, Domain.FormattedText.Empty), publication ?? Publication.At(Moment), Moment);

    /// <summary>A paper that a body leads.</summary>
    public static Paper Paper(Body body, int number = 1, string name = "Bänke am Markt", Publication? publication = null) =>
        Domain.Council.Paper.Introduce(number, new PaperPlan(name, $"{number:000}/2026", new DateOnly(2026, 3, 2), "Vorlage", body.Id, Text("Wo Bänke stehen sollen.")), publication ?? Publication.At(Moment), Moment);

    /// <summary>A plan of a resolution.</summary>
    public static ResolutionPlan Resolution(ResolutionResult result = ResolutionResult.Adopted, VoteCount? votes = null, bool? unanimous = null) => new("Die Bänke werden gebaut.", result, votes, unanimous);
}
