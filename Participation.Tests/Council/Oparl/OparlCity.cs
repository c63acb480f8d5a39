using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Uploads;
using Participation.Tests.Support;
using Participation.Web.Data;

namespace Participation.Tests.Council.Oparl;

/// <summary>A small council of which everything is known: one of each, a non-public item, a resolution with votes, files beside a paper and a meeting.</summary>
internal sealed class OparlCity(TestSite site)
{
    /// <summary>The instant at which it was made.</summary>
    public static readonly DateTimeOffset Made = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Far enough behind, for every database.</summary>
    public static readonly DateTimeOffset Later = Made.AddDays(1);

    private static readonly Publication Shown = Publication.At(Made);

    public PersonId By { get; private set; }

    /// <summary>Makes it.</summary>
    /// <param name="papers">How many papers there are; each has two steps.</param>
    public async Task<OparlCity> BuildAsync(int papers = 3)
    {
        By = (await new Given(site).PersonAsync(Role.Moderator)).Person;
        await site.WithDbAsync(async db =>
        {
            var term = LegislativeTerm.Add(1, new("Wahlperiode 2025–2030", new DateOnly(2025, 11, 1), new DateOnly(2030, 10, 31)), Made);
            var council = Body.Add(1, new("Rat der Stadt", "Rat", BodyKind.Committee, "Rat", "Beschließt.", null, null, null, [term.Id]), Made);
            var committee = Body.Add(2, new("Ausschuss für <Digitales> & „Netz“", "ADN", BodyKind.Committee, "Ausschuss", null, new DateOnly(2025, 11, 1), null, null, [term.Id]), Made);
            var hall = Location.Add(1, new("Rathaus, Minoritenstraße 2–6", "Minoritenstraße 2–6", "Saal 1", "40878", "Ratingen", 51.29724, 6.84929), Made);
            var person = CouncilPerson.Add(1, new("Anna Beispiel", "Beispiel", "Anna"), Made);
            person.Join(1, new(council.Id, "Vorsitz", true, new DateOnly(2025, 11, 1), null), Made);
            person.Join(2, new(committee.Id, null, false, null, null), Made);
            var meeting = Meeting.Plan(1, new(committee.Id, "1. Sitzung", MeetingState.Held, false, Made.AddDays(-7), Made.AddDays(-7).AddHours(2), hall.Id, A.Text("Saal im Erdgeschoss.")), Shown, Made);
            var open = meeting.AddItem(1, new("Ö 1", 1, "Bänke", true), Made);
            meeting.AddItem(2, new("N 1", 2, "Grundstück Lintorfer Straße", false), Made);
            meeting.Announce(Made);
            db.AddRange(term, council, committee, hall, person, meeting);
            for (var i = 1; i <= papers; i++)
            {
                var paper = Paper.Introduce(i, new($"Vorlage {i}", $"{i}/2026", new DateOnly(2026, 2, 1), "Vorlage", committee.Id, A.Text("Kurz gesagt.")), Shown, Made);
                paper.Consult(2 * i - 1, new(committee.Id, meeting.Id, i == 1 ? open.Id : null, ConsultationRole.Recommendation, false), Made);
                paper.Consult(2 * i, new(council.Id, null, null, ConsultationRole.Decision, true), Made);
                paper.Announce(Made);
                db.Add(paper);
            }

            await db.SaveChangesAsync();
            db.Add(Resolution.Publish(1, open.Id, new("Die Bänke werden gebaut.", ResolutionResult.Adopted, new VoteCount(12, 3, 1), false), By, Made));
            await db.SaveChangesAsync();
            await AttachAsync(db, 1, Subject.Of((await db.Papers.SingleAsync(paper => paper.Number == 1)).Id), 0);
            await AttachAsync(db, 2, Subject.Of((await db.Papers.SingleAsync(paper => paper.Number == 1)).Id), 1);
            await AttachAsync(db, 3, Subject.Of(meeting.Id), 0);
            await CountAsync(db, papers);
            return await db.SaveChangesAsync();
        });
        return this;
    }

    /// <summary>Changes one thing, as a use case does: read, changed, saved.</summary>
    public Task ChangeAsync(Func<ParticipationDbContext, Task> change) => site.WithDbAsync(async db =>
    {
        await change(db);
        return await db.SaveChangesAsync();
    });

    /// <summary>Puts a new document beside something.</summary>
    public async Task AttachAsync(ParticipationDbContext db, int number, Subject subject, int position)
    {
        var document = Document.Publish(number, $"Anlage {number} zu „Bänke“", new DocumentContent([.. "%PDF-1.7 "u8, (byte)('0' + number)], new string('a', 64), new string('b', 128), $"Worte der Anlage {number}"), By, Made);
        db.Add(document);
        db.Add(Attachment.Of(subject, document.Id, position));
        await db.SaveChangesAsync();
    }

    /// <summary>The next numbers begin behind those that were used here.</summary>
    private static async Task CountAsync(ParticipationDbContext db, int papers)
    {
        foreach (var (counter, value) in new[] { (Counter.LegislativeTerms, 1), (Counter.Bodies, 2), (Counter.CouncilPeople, 1), (Counter.BodyMemberships, 2), (Counter.Locations, 1), (Counter.Meetings, 1), (Counter.AgendaItems, 2), (Counter.Papers, papers), (Counter.Consultations, 2 * papers), (Counter.Resolutions, 1), (Counter.Documents, 3) })
            await db.Database.ExecuteSqlAsync($"INSERT INTO counters (name, value) VALUES ({counter}, {value})");
    }
}
