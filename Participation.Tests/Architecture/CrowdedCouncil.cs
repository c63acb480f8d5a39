using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Data;

namespace Participation.Tests.Architecture;

/// <summary>A council that grows: bodies with members, meetings with items, papers with ways; the first of each has the most.</summary>
internal static class CrowdedCouncil
{
    /// <summary>Adds rows of each kind. The first meeting gets an item, the first paper a step, the first body a member and a meeting for each.</summary>
    public static void Grow(ParticipationDbContext db, ref Body? first, int from, int to)
    {
        // The context of an earlier growth is gone; what hangs on the first ones is added by their ids.
        var isNew = first is null;
        if (isNew) db.Bodies.Add(first = A.Body(1, "Ausschuss 0"));
        var body = first!;
        var (meeting, paper) = isNew ? (A.Meeting(body, 1, "Sitzung 0", start: TimeProvider.System.GetUtcNow()), A.Paper(body, 1, "Vorlage 0")) : (db.Meetings.Single(candidate => candidate.Number == 1), db.Papers.Single(candidate => candidate.Number == 1));
        if (isNew) db.AddRange(meeting, paper);
        for (var i = from; i < to; i++)
        {
            var (number, at) = (i + 2, A.Moment.AddMinutes(i));
            var person = CouncilPerson.Add(number, new($"Mitglied {i}", null, null), at);
            person.Join(number, new(body.Id, "Mitglied", true, null, null), at);
            var item = meeting.AddItem(number - 1, new($"Ö {i}", i + 1, $"Bänke, Punkt {i}", true), at);
            var other = A.Paper(body, number, $"Vorlage {i + 1}");
            other.Consult(number * 2, new(body.Id, meeting.Id, item.Id, ConsultationRole.Decision, true), at);
            paper.Consult(number * 2 + 1, new(body.Id, null, null, ConsultationRole.Recommendation, false), at);
            db.AddRange(person, other, A.Body(number, $"Ausschuss {i + 1} für Bänke"), A.Meeting(body, number, $"Sitzung {i + 1} über Bänke", Publication.At(A.Moment), TimeProvider.System.GetUtcNow().AddDays(i + 1)), LegislativeTerm.Add(number, new($"Periode {i}", null, null), at), Resolution.Publish(number, item.Id, A.Resolution(), null, at));
        }
    }
}
