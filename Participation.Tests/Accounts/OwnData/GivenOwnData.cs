using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Tests.Support;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts.OwnData;

/// <summary>Steps about one's own data that several tests take.</summary>
internal static class GivenOwnData
{
    private static int _key;

    /// <summary>Wants to leave.</summary>
    public static Task<Refusal?> LeaveAsync(this TestSite site, Actor actor, ErasureChoice choice = ErasureChoice.Anonymise) =>
        site.UseAsync<RequestErasure, Refusal?>(request => request.ExecuteAsync(choice, null, actor, default));

    /// <summary>Lets the days to reconsider pass.</summary>
    public static Task<int> PassDaysAsync(this TestSite site, Actor actor)
    {
        var past = site.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddMinutes(-1);
        return site.WithDbAsync(db => db.Erasures.Where(erasure => erasure.PersonId == actor.Person).ExecuteUpdateAsync(set => set.SetProperty(erasure => erasure.DueAt, past)));
    }

    /// <summary>Erases as the background work does; stops after so many steps as a process that dies.</summary>
    public static Task<bool> EraseAsync(this TestSite site, Actor actor, int steps = int.MaxValue)
    {
        var left = steps;
        return site.UseAsync<ErasePerson, bool>(erase => erase.ExecuteAsync(actor.Person, () => Task.FromResult(left-- > 0), default));
    }

    /// <summary>Asks, waits and is erased.</summary>
    public static async Task GoneAsync(this TestSite site, Actor actor, ErasureChoice choice)
    {
        Assert.Null(await site.LeaveAsync(actor, choice));
        await site.PassDaysAsync(actor);
        Assert.True(await site.EraseAsync(actor));
    }

    /// <summary>Posts a comment and returns its number.</summary>
    public static async Task<int> PostAsync(this TestSite site, int idea, Actor actor, string body, int? parent = null) =>
        (await site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(
            new CommentInput(idea, parent, CommentLabel.None, body, $"own-{Interlocked.Increment(ref _key)}"), actor, default))).Value!.Number;

    /// <summary>Takes a stance.</summary>
    public static async Task StanceAsync(this TestSite site, int idea, Actor actor, StanceKind kind = StanceKind.For) =>
        Assert.Null((await site.UseAsync<TakeStance, Outcome<StanceCounts>>(take => take.ExecuteAsync(idea, kind, actor, default))).Refusal);

    /// <summary>Changes an idea as its own methods do.</summary>
    public static Task<int> ChangeAsync(this TestSite site, int number, Func<Idea, Refusal?> step) => site.WithDbAsync(async db =>
    {
        var idea = await db.Ideas.Include(candidate => candidate.Versions).Include(candidate => candidate.Events).Include(candidate => candidate.Answers).SingleAsync(candidate => candidate.Number == number);
        Assert.Null(step(idea));
        return await db.SaveChangesAsync();
    });

    /// <summary>An idea, read back.</summary>
    public static Task<Idea> ReadAsync(this TestSite site, int number) => site.WithDbAsync(db =>
        db.Ideas.AsNoTracking().Include(candidate => candidate.Versions).Include(candidate => candidate.Events).SingleAsync(candidate => candidate.Number == number));

    /// <summary>The answer that ends an idea.</summary>
    public static Func<Idea, Refusal?> Accept(Actor by) => idea => idea.Answer(new AnswerDraft(AnswerOutcome.Accepted, A.Text("Das machen wir."), null, null, null), by.Person, A.Moment);
}
