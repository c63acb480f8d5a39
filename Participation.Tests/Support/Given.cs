using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Processes;
using Participation.Web.Data;

namespace Participation.Tests.Support;

/// <summary>Puts things into a site's database, with defaults for everything a test does not care about.</summary>
public sealed class Given(TestSite site)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static int _count;

    /// <summary>A person.</summary>
    public Task<Actor> PersonAsync(Role role = Role.Citizen, string? name = null, Verification verification = Verification.Email) => site.WithDbAsync(async db =>
    {
        var person = Person.Join(PersonId.New(Start), name ?? $"Person {Interlocked.Increment(ref _count)}", role, verification, Start);
        db.People.Add(person);
        await db.SaveChangesAsync();
        return new Actor(person.Id, role);
    });

    /// <summary>A process in which everything is open.</summary>
    public Task<Process> ProcessAsync(
        string slug = "smart-city", ModerationMode moderation = ModerationMode.PostModerate, StanceMode stances = StanceMode.ForNeutralAgainst,
        Verification required = Verification.Email, DateTimeOffset? closesAt = null) => site.WithDbAsync(async db =>
    {
        if (await db.Processes.SingleOrDefaultAsync(existing => existing.Slug == slug) is { } there) return there;
        var process = Process.Create(ProcessId.New(Start), slug, A.Plan(moderation, stances, required, closesAt), Start);
        db.Processes.Add(process);
        await db.SaveChangesAsync();
        return process;
    });

    /// <summary>A public idea (with its author and, if needed, its process); returns its number.</summary>
    public async Task<int> IdeaAsync(Actor? author = null, string process = "smart-city", string title = "Mehr Bänke am Markt", string body = "Auf dem Marktplatz fehlen Bänke im Schatten.")
    {
        author ??= await PersonAsync();
        var home = await ProcessAsync(process);
        return await site.WithDbAsync(async db =>
        {
            var text = new IdeaText(title, "Kurz gesagt: " + title, A.Text(body), (await db.Topics.OrderBy(topic => topic.Order).FirstAsync()).Key, null);
            var idea = Idea.Draft(IdeaId.New(Start), home.Id, author.Person, null, text, $"key-{Interlocked.Increment(ref _count)}", Start);
            var person = await db.People.SingleAsync(candidate => candidate.Id == author.Person);
            var number = await db.NextNumberAsync(Counter.Ideas, CancellationToken.None);
            Assert.Null(idea.Submit(number, home, person, Start));
            if (idea.Status is IdeaStatus.Submitted) Assert.Null(idea.Publish(home, author.Person, Start));
            db.Ideas.Add(idea);
            await db.SaveChangesAsync();
            return number;
        });
    }
}

/// <summary>Values for tests in memory.</summary>
public static partial class A
{
    /// <summary>A plan in which everything is open.</summary>
    public static ProcessPlan Plan(
        ModerationMode moderation = ModerationMode.PostModerate, StanceMode stances = StanceMode.ForNeutralAgainst,
        Verification required = Verification.Email, DateTimeOffset? closesAt = null) => new(
        "Smart City Ratingen", "Was soll besser werden?", "Alle Ideen zur digitalen Stadt.", Text("Bitte freundlich."), null, null, stances, moderation,
        required, 56, [], [new(ActivityKind.CollectIdeas, null, closesAt), new(ActivityKind.Discuss, null, closesAt), new(ActivityKind.TakeStances, null, closesAt)]);

    /// <summary>A text with HTML that nobody looks at.</summary>
    public static FormattedText Text(string markdown) => new(markdown, $"<p>{markdown}</p>", Web.Markdown.MarkdownText.PipelineVersion);
}
