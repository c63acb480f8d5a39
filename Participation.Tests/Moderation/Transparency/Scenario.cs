using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Data;

namespace Participation.Tests.Moderation.Transparency;

/// <summary>A small second half of 2026, with something shortly before and after each end of it.</summary>
internal sealed class Scenario(ParticipationDbContext db, Actor author, Actor moderator, Actor judge)
{
    public const string Figures = """
        {
          "version": 1, "period": "2026-2", "from": "2026-07-01", "to": "2026-12-31", "complete": true,
          "notices": {
            "byReason": [
              { "reason": "Unlawful", "received": 1, "actedOn": 1, "notActedOn": 0, "removed": 0 },
              { "reason": "ChildAbuse", "received": 0, "actedOn": 0, "notActedOn": 0, "removed": 0 },
              { "reason": "Netiquette", "received": 2, "actedOn": 1, "notActedOn": 1, "removed": 0 },
              { "reason": "PersonalData", "received": 1, "actedOn": 1, "notActedOn": 0, "removed": 0 },
              { "reason": "Spam", "received": 1, "actedOn": 1, "notActedOn": 0, "removed": 0 },
              { "reason": "Other", "received": 1, "actedOn": 0, "notActedOn": 0, "removed": 1 }
            ],
            "onLaw": 1, "onTerms": 3, "open": 1, "times": { "count": 6, "medianHours": 6, "ninetiethHours": 100 }
          },
          "decisions": [
            { "measure": "Decline", "ground": "OffTopic", "source": "OwnReview", "automated": false, "count": 1 },
            { "measure": "Hide", "ground": "Respect", "source": "Notice", "automated": false, "count": 2 },
            { "measure": "Hide", "ground": "PersonalData", "source": "Notice", "automated": false, "count": 1 },
            { "measure": "Hide", "ground": "Advertising", "source": "Notice", "automated": false, "count": 1 },
            { "measure": "Hide", "ground": "Law", "source": "Notice", "automated": false, "count": 1 },
            { "measure": "Restore", "ground": "None", "source": "OwnReview", "automated": false, "count": 1 },
            { "measure": "Keep", "ground": "None", "source": "Notice", "automated": false, "count": 2 },
            { "measure": "Hold", "ground": "None", "source": "Notice", "automated": true, "count": 3 }
          ],
          "complaints": { "fromAuthors": 2, "fromNotifiers": 1, "confirmed": 1, "reversed": 1, "open": 1, "times": { "count": 2, "medianHours": null, "ninetiethHours": null } },
          "automation": { "decisions": 12, "automated": 3, "checked": 2, "overturned": 1 },
          "activePeople": { "months": 2, "average": 13 }
        }
        """;

    private int _notices;
    private int _decisions;
    private int _complaints;

    /// <summary>Puts all of it into a site.</summary>
    public static async Task AddAsync(TestSite site)
    {
        var given = new Given(site);
        var (author, moderator, judge) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        await site.WithDbAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO active_months (month, people) VALUES ({new DateOnly(2026, 6, 1)}, 99), ({new DateOnly(2026, 7, 1)}, 10), ({new DateOnly(2026, 12, 1)}, 15), ({new DateOnly(2027, 1, 1)}, 99)");
            new Scenario(db, author, moderator, judge).Add();
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>A notice that nobody has decided on.</summary>
    public static Notice Notice(int number, NoticeReason reason, DateTimeOffset received) => Domain.Moderation.Notice.Receive(
        number, NewSubject(received), 1, reason, "Bitte ansehen.", new NoticeSender(null, "Erika Muster", "erika@example.org", "de"), 0, $"schluessel-{number}", received);

    /// <summary>An instant as the clock in the city shows it.</summary>
    public static DateTimeOffset Local(string text)
    {
        var local = DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(local)).ToUniversalTime();
    }

    private void Add()
    {
        var (_, rude) = Settled(NoticeReason.Netiquette, "2026-07-01 00:00", 2, Measure.Hide, Ground.Respect);
        var (disputed, kept) = Settled(NoticeReason.Netiquette, "2026-07-02 10:00", 4, Measure.Keep, Ground.None);
        var (_, unlawful) = Settled(NoticeReason.Unlawful, "2026-07-03 10:00", 6, Measure.Hide, Ground.Law);
        Settled(NoticeReason.Spam, "2026-06-30 23:30", 10, Measure.Hide, Ground.Advertising);
        Settled(NoticeReason.PersonalData, "2026-08-01 10:00", 100, Measure.Hide, Ground.PersonalData);
        Settled(NoticeReason.Spam, "2026-12-31 23:30", 8, Measure.Hide, Ground.Advertising);
        Settled(NoticeReason.Other, "2027-01-01 00:30", 1, Measure.Keep, Ground.None);
        Settled(NoticeReason.Other, "2026-10-01 10:00", 6, Measure.Keep, Ground.None, NoticeOutcome.Removed);

        var (x, y, z) = (NewSubject(A.Moment), NewSubject(A.Moment), NewSubject(A.Moment));
        Decide(x, Measure.Hold, Ground.None, "2026-09-01 10:00", DecisionSource.Notice, null);
        Decide(x, Measure.Restore, Ground.None, "2026-09-02 10:00", DecisionSource.OwnReview, moderator);
        Decide(y, Measure.Hold, Ground.None, "2026-09-03 10:00", DecisionSource.Notice, null);
        Decide(y, Measure.Hide, Ground.Respect, "2026-09-04 10:00", DecisionSource.Notice, moderator);
        Decide(z, Measure.Hold, Ground.None, "2026-12-30 10:00", DecisionSource.Notice, null);
        Decide(NewSubject(A.Moment), Measure.Decline, Ground.OffTopic, "2026-12-31 23:30", DecisionSource.OwnReview, moderator);
        Decide(NewSubject(A.Moment), Measure.Publish, Ground.None, "2027-01-01 00:30", DecisionSource.OwnReview, moderator);
        Decide(z, Measure.Restore, Ground.None, "2027-01-02 10:00", DecisionSource.Notice, moderator);

        Complain(rude, author.Person, null, "2026-07-05 10:00", "2026-07-08 10:00", ComplaintOutcome.Reversed);
        Complain(kept, null, disputed.Id, "2026-08-05 10:00", "2026-08-06 10:00", ComplaintOutcome.Confirmed);
        Complain(unlawful, author.Person, null, "2026-12-31 23:30", "2027-01-03 10:00", ComplaintOutcome.Confirmed);
    }

    private (Notice Notice, Decision Decision) Settled(NoticeReason reason, string received, int hours, Measure measure, Ground ground, NoticeOutcome? outcome = null)
    {
        var notice = Notice(++_notices, reason, Local(received));
        var at = notice.ReceivedAt.AddHours(hours);
        var decision = Decide(new Subject(notice.SubjectKind, notice.SubjectId), measure, ground, at, DecisionSource.Notice, moderator);
        notice.Settle(outcome ?? (decision.RestrictsAuthor ? NoticeOutcome.ActedOn : NoticeOutcome.NotActedOn), decision.Id, at);
        db.Notices.Add(notice);
        return (notice, decision);
    }

    private void Decide(Subject subject, Measure measure, Ground ground, string at, DecisionSource source, Actor? by) => Decide(subject, measure, ground, Local(at), source, by);

    private Decision Decide(Subject subject, Measure measure, Ground ground, DateTimeOffset at, DecisionSource source, Actor? by)
    {
        var decision = Decision.Make(++_decisions, subject, author.Person, measure, ground, "Grund.", by?.Person, at, source);
        db.Decisions.Add(decision);
        return decision;
    }

    private void Complain(Decision about, PersonId? who, NoticeId? notice, string filed, string decided, ComplaintOutcome outcome)
    {
        var complaint = Complaint.File(++_complaints, about.Id, who, notice, "Das stimmt nicht.", Local(filed));
        Assert.Null(complaint.Decide(outcome, "Noch einmal angesehen.", judge.Person, [about], [], Local(decided)));
        db.Complaints.Add(complaint);
    }

    private static Subject NewSubject(DateTimeOffset at) => Subject.Of(IdeaId.New(at));
}
