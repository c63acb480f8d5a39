using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Tests.Council;

/// <summary>A body, a meeting with three items (the last behind closed doors) and a paper on the second of them.</summary>
internal sealed class GivenCouncil(TestSite site, Body body, Meeting meeting, Paper paper, IReadOnlyList<AgendaItem> items)
{
    public const string Secret = "Vertrag mit einer Firma";

    public Body Body => body;

    public Meeting Meeting => meeting;

    public Paper Paper => paper;

    /// <summary>The item on which the paper is deliberated.</summary>
    public int Item => items[1].Number;

    /// <summary>The item behind closed doors.</summary>
    public int ClosedItem => items[2].Number;

    public static async Task<GivenCouncil> InAsync(TestSite site, ConsultationRole role = ConsultationRole.Decision, Publication? publication = null) => await site.WithDbAsync(async db =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var shown = publication ?? Publication.At(now.AddDays(-2));
        var body = A.Body(await db.NextNumberAsync(Counter.Bodies, default));
        var meeting = A.Meeting(body, await db.NextNumberAsync(Counter.Meetings, default), publication: shown, start: now.AddDays(3));
        var items = new List<AgendaItem>();
        foreach (var plan in new AgendaItemPlan[] { new("Ö 1", 1, "Eröffnung", true), new("Ö 2", 2, "Bänke am Markt", true), new("N 1", 3, Secret, false) }) items.Add(meeting.AddItem(await db.NextNumberAsync(Counter.AgendaItems, default), plan, now));
        var paper = A.Paper(body, await db.NextNumberAsync(Counter.Papers, default), publication: shown);
        paper.Consult(await db.NextNumberAsync(Counter.Consultations, default), new(body.Id, meeting.Id, items[1].Id, role, role is ConsultationRole.Decision), now);
        if (shown.IsPublicAt(now))
        {
            meeting.Announce(now);
            paper.Announce(now);
        }

        db.AddRange(body, meeting, paper);
        await db.SaveChangesAsync();
        return new GivenCouncil(site, body, meeting, paper, items);
    });

    /// <summary>Says that the paper comes from ideas.</summary>
    public Task ComesFromAsync(params int[] ideas) => site.WithDbAsync(async db =>
    {
        var stored = await db.Papers.Include(candidate => candidate.Ideas).SingleAsync(candidate => candidate.Id == paper.Id);
        var numbers = ideas.Select(number => (int?)number).ToList();
        Assert.Null(stored.SetOrigins(await db.Ideas.Where(idea => numbers.Contains(idea.Number)).Select(idea => idea.Id).ToListAsync(), [], A.Moment));
        return await db.SaveChangesAsync();
    });

    /// <summary>Time goes on: the meeting has just begun.</summary>
    public Task BeginAsync() => site.WithDbAsync(db => db.Meetings.Where(candidate => candidate.Id == meeting.Id).ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.Start, TimeProvider.System.GetUtcNow().AddMinutes(-1))));

    /// <summary>A moderator publishes a resolution on the paper, in the meeting that began.</summary>
    public async Task<Outcome<ResolutionEffects>> ResolveAsync(Actor moderator, ResolutionPlan? plan = null, string? answer = "Die Bänke kommen.", int version = 0)
    {
        await BeginAsync();
        return await site.UseAsync<PublishResolution, Outcome<ResolutionEffects>>(publish => publish.ExecuteAsync(Item, plan ?? A.Resolution(votes: new(10, 2, 1)), Answer(answer), version, moderator, default));
    }

    /// <summary>A moderator withdraws it.</summary>
    public Task<Outcome<ResolutionEffects>> RetractAsync(Actor moderator, string reason = "Falsche Vorlage.", int version = 1) =>
        site.UseAsync<RetractResolution, Outcome<ResolutionEffects>>(retract => retract.ExecuteAsync(Item, reason, A.Text("Der Beschluss ist zurückgezogen."), version, moderator, default));

    private static AnswerToIdeas? Answer(string? text) => text is null ? null : new AnswerToIdeas(A.Text(text), null, "Tiefbauamt", null);
}
