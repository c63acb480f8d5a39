using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Tests.Architecture;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Data;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Audit;
using Participation.Web.Realtime;

namespace Participation.Tests.Moderation.Audit;

/// <summary>How the log is written: many at once make one chain, and nobody edits it.</summary>
public sealed partial class AuditWritingTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Parallel_writers_make_one_chain_without_gaps(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => (i % 3) switch
        {
            0 => site.WithDbAsync(db => AddAsync(db, i)),
            1 => ChangeAsync(site, i, commits: true),
            _ => ChangeAsync(site, i, commits: false),
        }));
        var report = await site.VerifyAuditAsync();
        Assert.Equal((120, null), (report.At.Position, report.Broken));
    }

    /// <summary>Steps as moderators take them, many refused because somebody was faster: each that was taken is one entry or more, and the chain holds.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Random_steps_of_several_moderators_at_once_make_one_chain(string database)
    {
        const int Moderators = 4, Steps = 60, Comments = 6;
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        for (var i = 0; i < Comments; i++) await site.CommentAsync(idea, await given.PersonAsync(), $"Beitrag {i} zu den Bänken am Markt.");
        var before = await site.WithDbAsync(db => db.AuditEntries.CountAsync());
        CaseStep[] all = [CaseStep.Hide, CaseStep.Restore, CaseStep.Lock, CaseStep.Unlock, CaseStep.Keep, CaseStep.Seen];
        List<Domain.Accounts.Actor> actors = [];
        for (var i = 0; i < Moderators; i++) actors.Add(await given.PersonAsync(Domain.Accounts.Role.Moderator));
        var taken = await Task.WhenAll(actors.Select(async (actor, seed) =>
        {
            var (random, done) = (new Random(seed), 0);
            for (var i = 0; i < Steps; i++)
                if (await site.StepAsync(all[random.Next(all.Length)], idea, random.Next(1, Comments + 1), actor) is null) done++;
            return done;
        }));

        Assert.InRange(taken.Sum(), Steps, Moderators * Steps);
        Assert.Equal(before + taken.Sum(), await site.WithDbAsync(db => db.AuditEntries.CountAsync()));
        Assert.Null((await site.VerifyAuditAsync()).Broken);
        var counts = await site.WithDbAsync(async db => (await db.Ideas.Select(one => one.CommentCount).SingleAsync(), await db.Comments.CountAsync(comment => comment.Status == CommentStatus.Published)));
        Assert.Equal(counts.Item2, counts.Item1);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_did_not_happen_leaves_neither_entry_nor_gap(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await site.WithDbAsync(async db =>
        {
            await using (var transaction = await db.BeginWriteAsync(default)) await AddAsync(db, 1);
            await using (var transaction = await db.BeginWriteAsync(default))
            {
                await AddAsync(db, 2);
                db.AuditEntries.Add(GivenAudit.Entry(3)); // Not saved by itself: the commit takes it along.
                await transaction.CommitAsync(default);
            }

            return 0;
        });
        Assert.Equal([1, 2], await site.WithDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Position).Select(entry => entry.Position).ToListAsync()));
        Assert.Null((await site.VerifyAuditAsync()).Broken);
    }

    [Fact]
    public async Task An_entry_can_be_neither_changed_nor_deleted_nor_slipped_in()
    {
        await using var site = await TestSite.StartAsync();
        await site.FillAuditAsync(3);
        await RefusedAsync(async db =>
        {
            db.Entry(await db.AuditEntries.FirstAsync()).Property(entry => entry.Detail).CurrentValue = "anders";
            return await db.SaveChangesAsync();
        });
        await RefusedAsync(async db =>
        {
            db.AuditEntries.Remove(await db.AuditEntries.FirstAsync());
            return await db.SaveChangesAsync();
        });
        await RefusedAsync(db =>
        {
            db.AuditEntries.Add(GivenAudit.Entry(9));
#pragma warning disable CA1849, MA0042 // That the other way to save refuses is what is tested.
            return Task.FromResult(db.SaveChanges());
#pragma warning restore CA1849, MA0042
        });
        await RefusedAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            return await AddAsync(db, 9);
        });
        Assert.Equal((3, null), ((await site.VerifyAuditAsync()).At.Position, (await site.VerifyAuditAsync()).Broken));

        async Task RefusedAsync(Func<ParticipationDbContext, Task<int>> write) => await Assert.ThrowsAsync<InvalidOperationException>(() => site.WithDbAsync(write));
    }

    [Fact]
    public async Task No_endpoint_writes_it_and_no_source_edits_it()
    {
        await using var site = await TestSite.StartAsync();
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.Contains("protokoll", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, routes.Select(route => route.RoutePattern.RawText).Distinct().Count());
        Assert.All(routes, route => Assert.Equal(["GET"], route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]));
        Assert.Equal(["OnGetAsync"], typeof(LogModel).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.Name.StartsWith("On", StringComparison.Ordinal)).Select(method => method.Name));
        Assert.DoesNotContain(typeof(AuditEntry).GetProperties(), property => property.SetMethod?.IsPublic == true);
        Assert.DoesNotContain(Sources(), source => Editing().IsMatch(source));
        Assert.Matches(Editing(), "db.AuditEntries.Where(entry => entry.Position < 3).ExecuteDeleteAsync(cancel);");
    }

    [Fact]
    public void Every_action_has_words_in_both_languages()
    {
        var actions = Sources().SelectMany(source => Action().Matches(source).Select(match => match.Groups["action"].Value)).Distinct().ToList();
        Assert.True(actions.Count > 50);
        Assert.All(actions, action => Assert.NotNull(AuditTexts.ResourceManager.GetString(AuditWords.KeyOf(action), System.Globalization.CultureInfo.GetCultureInfo("en"))));
        Assert.All(AuditWords.Kinds, kind => Assert.NotNull(AuditTexts.ResourceManager.GetString($"Kind_{kind}", System.Globalization.CultureInfo.GetCultureInfo("en"))));
    }

    private static Task<int> AddAsync(ParticipationDbContext db, int i)
    {
        db.AuditEntries.Add(GivenAudit.Entry(i));
        return db.SaveChangesAsync();
    }

    /// <summary>As use cases write; one that is given up leaves nothing, and is done again.</summary>
    private static Task<int> ChangeAsync(TestSite site, int i, bool commits) => site.InScopeAsync(async services =>
    {
        var changes = services.GetRequiredService<Changes>();
        await using (var change = await changes.BeginAsync([Channel.Idea(i % 5), Channel.Ideas], default))
        {
            change.Audit("idea.publish", new Subject(SubjectKind.Idea, GivenAudit.Entry(i).SubjectId), null, $"{i}");
            await services.GetRequiredService<ParticipationDbContext>().SaveChangesAsync();
            if (commits) await change.CommitAsync(default);
        }

        return commits ? 1 : await ChangeAsync(site, i, commits: true);
    });

    private static List<string> Sources() => [.. Directory.EnumerateFiles(Path.Combine(LayoutTests.Root(), "..", "Participation.Web"), "*.cs", SearchOption.AllDirectories)
        .Select(file => file.Replace('\\', '/')).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal)).Select(File.ReadAllText)];

    [GeneratedRegex(@"AuditEntries[^;]*\.(ExecuteUpdate|ExecuteDelete|Remove|Update|Attach)|(UPDATE|DELETE FROM|INTO) audit_entries", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Editing();

    [GeneratedRegex("\"(?<action>(idea|comment|process|person|organisation|membership|application|letters|residence|notice|complaint|case|decision|document|rules|template|proposal|imported|resolution|meeting|paper|body|term|council-person|article|page|result|strategy|measure|draft)\\.[a-z.-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();
}
