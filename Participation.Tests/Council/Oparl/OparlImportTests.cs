using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Council;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Council.Desk;
using Participation.Web.Council.Oparl.Import;

namespace Participation.Tests.Council.Oparl;

/// <summary>One site reads another: everything arrives as it was, changes follow, and a run that is killed goes on.</summary>
public sealed class OparlImportTests
{
    /// <summary>What belongs to the copy itself; what leads to lists, which are compared as such; and to which file a program is sent.</summary>
    private static readonly string[] OfTheCopy = ["id", "created", "modified", "web", "participation:origin", "downloadUrl", "date"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everything_arrives_as_it_is_and_changes_follow(string database)
    {
        await using var source = await TestSite.ListenAsync();
        var city = await new OparlCity(source).BuildAsync(papers: 230);
        await using var site = await TestSite.StartAsync(database);

        var first = await ImportAsync(site, source);
        Assert.Equal((0, 0, 0), (first.Changed, first.Deleted, first.Waiting));
        await SameAsync(site, source);
        Assert.Equal([1, 2, 3], (await site.WithDbAsync(db => db.Documents.Select(document => document.Text).ToListAsync())).Select(text => int.Parse(text["Worte der Anlage ".Length..], System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.NotNull((await Browsing.Visitor(site).GetAsync("/vorlagen?q=Worte+Anlage")).QuerySelector("a[href$='/vorlage-1']"));
        var again = await ImportAsync(site, source, anew: true);
        Assert.True((again.Added, again.Changed, again.Deleted, again.Waiting) == (0, 0, 0, 0), again.ToString());
        Assert.Equal(2, await site.WithDbAsync(db => db.Bodies.CountAsync()));

        var now = TimeProvider.System.GetUtcNow();
        await city.ChangeAsync(async db =>
        {
            (await db.Papers.SingleAsync(paper => paper.Number == 2)).Delete(now);
            (await db.AgendaItems.SingleAsync(item => item.Number == 2)).Delete(now);
            (await db.BodyMemberships.SingleAsync(membership => membership.Number == 2)).Delete(now);
            var paper = await db.Papers.SingleAsync(paper => paper.Number == 1);
            Assert.Null(paper.Change(new("Anders genannt", "neu", null, "Antrag", null, paper.Summary), new(PublicationStep.Keep), paper.Version, now));
            (await db.Resolutions.SingleAsync()).Renew(new("Doch nicht.", ResolutionResult.Rejected, null, true), now);
            (await db.Documents.SingleAsync(document => document.Number == 2)).Remove(now);
            (await db.LegislativeTerms.SingleAsync()).Renew(new("Andere Zeit", null, null), now);
        });
        await source.ForgetPagesAsync();
        var changed = await ImportAsync(site, source);
        Assert.True(changed.Changed >= 3 && changed.Deleted >= 4 && changed.Read < first.Read, changed.ToString());
        await site.ForgetPagesAsync();
        await SameAsync(site, source);
        Assert.Equal(0, await site.WithDbAsync(db => db.Papers.CountAsync(paper => paper.Origin == null)));

        // What goes before a full run, whose lists do not name it, goes here with the next ordinary one.
        await city.ChangeAsync(async db => (await db.Papers.SingleAsync(paper => paper.Number == 3)).Delete(TimeProvider.System.GetUtcNow()));
        await source.ForgetPagesAsync();
        await ImportAsync(site, source, anew: true);
        await ImportAsync(site, source);
        await site.ForgetPagesAsync();
        await SameAsync(site, source);
    }

    /// <summary>A body was taken out of view here: what it does from now on is not public before somebody looked at it, and what was hidden stays hidden.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_taken_out_of_view_here_is_not_brought_back_by_an_import(string database)
    {
        await using var source = await TestSite.ListenAsync();
        var city = await new OparlCity(source).BuildAsync(papers: 3);
        await using var site = await TestSite.StartAsync(database);
        await ImportAsync(site, source);
        await site.WithDbAsync(async db =>
        {
            PublicationChange away = new(PublicationStep.Withdraw, Reason: "Ein Irrtum.");
            foreach (var shown in (IShown[])[.. await db.Papers.ToListAsync(), .. await db.Bodies.ToListAsync()]) Assert.Null(shown.Show(away, PublicationState.Published, TimeProvider.System.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await city.ChangeAsync(async db =>
        {
            var (now, body) = (TimeProvider.System.GetUtcNow(), await db.Bodies.FirstAsync(body => body.Number == 1));
            db.Add(Paper.Introduce(50, new("Ganz neu", "50/2026", null, "Antrag", body.Id, Domain.FormattedText.Empty), Publication.At(now), now));
            db.Add(Paper.Introduce(51, new("Von niemandem", "51/2026", null, "Antrag", null, Domain.FormattedText.Empty), Publication.At(now), now));
            db.Add(Meeting.Plan(50, new(body.Id, "Neue Sitzung", MeetingState.Scheduled, false, now.AddDays(9), null, null, Domain.FormattedText.Empty), Publication.At(now), now));
            (await db.Meetings.SingleAsync(meeting => meeting.Number == 1)).Touch(now);
            var paper = await db.Papers.SingleAsync(paper => paper.Number == 1);
            Assert.Null(paper.Change(new("Anders genannt", "neu", null, "Antrag", null, paper.Summary), new(PublicationStep.Keep), paper.Version, now));
        });
        await source.ForgetPagesAsync();
        Assert.Equal(0, (await ImportAsync(site, source)).Waiting);

        Assert.Equal(["Anders genannt: Withdrawn", "Ganz neu: Draft", "Neue Sitzung: Draft", "Von niemandem: Published"], await site.WithDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var papers = (await db.Papers.Where(paper => paper.Name == "Anders genannt" || paper.Name == "Ganz neu" || paper.Name == "Von niemandem").ToListAsync()).Select(paper => $"{paper.Name}: {paper.Publication.StateAt(now)}");
            var meetings = (await db.Meetings.Where(meeting => meeting.Name == "Neue Sitzung").ToListAsync()).Select(meeting => $"{meeting.Name}: {meeting.Publication.StateAt(now)}");
            return papers.Concat(meetings).Order(StringComparer.Ordinal).ToList();
        }));

        // The meeting that was there went over to the body that is out of view, and went with it; what waited comes back with the body.
        var (moderator, number) = (await new Given(site).PersonAsync(Domain.Accounts.Role.Moderator), await site.WithDbAsync(db => db.Papers.Where(paper => paper.Name == "Ganz neu").Select(paper => db.Bodies.First(body => body.Id == paper.UnderDirectionOfId).Number).SingleAsync()));
        Assert.Equal(0, await site.WithDbAsync(async db => (await db.Meetings.ToListAsync()).Count(meeting => meeting.Publication.IsPublicAt(TimeProvider.System.GetUtcNow()))));
        Assert.True((await site.UseAsync<ShowImported, Web.Shared.Outcome<int>>(show => show.ExecuteAsync(Web.Shared.DeskArea.Bodies, number, new(PublicationStep.Publish), PublicationState.Withdrawn, moderator, default))).Done);
        Assert.Equal(["Ganz neu", "Neue Sitzung"], await site.WithDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            return (await db.Papers.ToListAsync()).Where(paper => paper.Publication.IsPublicAt(now) && paper.Name == "Ganz neu").Select(paper => paper.Name)
                .Concat((await db.Meetings.ToListAsync()).Where(meeting => meeting.Publication.IsPublicAt(now)).Select(meeting => meeting.Name)).ToList();
        }));
    }

    [Fact]
    public async Task A_run_that_is_killed_at_any_point_goes_on_and_loses_and_doubles_nothing()
    {
        await using var source = await TestSite.ListenAsync();
        await new OparlCity(source).BuildAsync(papers: 420);
        await using var site = await TestSite.StartAsync();
        foreach (var word in (string[])["organization,", "agendaItem,", "paper, page 2", "paper, page 4", "consultation, page 3", "file,"])
            Assert.True(await KilledAsync(site, source, word), word);
        var finished = await Shell.SiteAsync(Arguments(site, source));
        Assert.True(finished.Code == 0, finished.Error);
        Assert.Contains("going on with a run that was cut off", finished.Error, StringComparison.Ordinal);
        await SameAsync(site, source);
        Assert.Equal((420, 840, 0), await site.WithDbAsync(async db => (await db.Papers.CountAsync(), await db.Consultations.CountAsync(), await db.OparlWaitings.CountAsync())));
    }

    [Fact]
    public async Task What_comes_from_elsewhere_is_read_only_here_but_says_where_it_comes_from()
    {
        await using var source = await TestSite.ListenAsync();
        await new OparlCity(source).BuildAsync();
        await using var site = await TestSite.StartAsync();
        await ImportAsync(site, source);
        var paper = await site.WithDbAsync(db => db.Papers.Include(paper => paper.Ideas).Include(paper => paper.Proposals).FirstAsync(paper => paper.Reference == "1/2026"));
        Assert.IsType<ComesFromElsewhere>(paper.Change(new("Eigenes", null, null, null, null, paper.Summary), new(PublicationStep.Keep), paper.Version, OparlCity.Later));
        Assert.Null(paper.SetOrigins([], [], OparlCity.Later));
        var page = await Browsing.Visitor(site).GetAsync($"/vorlagen/{paper.Number}/vorlage-1");
        Assert.NotNull(page.QuerySelector($"a[href='{paper.Origin}']"));
        Assert.Equal(2, page.QuerySelectorAll(".attachments a[rel~=noopener]").Length);
    }

    private static Task<OparlCounts> ImportAsync(TestSite site, TestSite source, bool anew = false) =>
        site.UseAsync<OparlImport, OparlCounts>(import => import.ExecuteAsync(new OparlOrder(source.Address + OparlWalk.System, Anew: anew, Insecure: true, PerSecond: 1000), _ => { }, CancellationToken.None));

    private static string[] Arguments(TestSite site, TestSite source) => ["import", "oparl", source.Address + OparlWalk.System, "--insecure", "--per-second", "100", "--data", site.DataDirectory];

    /// <summary>Runs the command in a process of its own and kills it as soon as it says that it has come so far.</summary>
    private static async Task<bool> KilledAsync(TestSite site, TestSite source, string word)
    {
        using var process = Process.Start(Shell.Start("dotnet", [Shell.Site, .. Arguments(site, source)]))!;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(word, StringComparison.Ordinal)) continue;
            process.Kill();
            await process.WaitForExitAsync();
            return process.ExitCode == 137;
        }

        return false;
    }

    /// <summary>Every object of the source is here once, with the same properties, and nothing else is.</summary>
    private static async Task SameAsync(TestSite site, TestSite source)
    {
        using var reader = new HttpClient { BaseAddress = new Uri(source.Address) };
        var (theirs, ours) = (await AllAsync(new OparlWalk(reader), source.Address), await AllAsync(new OparlWalk(OparlWalk.Client(site)), "https://localhost"));
        var names = ours.ToDictionary(pair => pair.Key, pair => pair.Value["participation:origin"]!.GetValue<string>());
        Assert.Equal(theirs.Keys.Order(StringComparer.Ordinal), names.Values.Order(StringComparer.Ordinal));
        foreach (var (id, json) in ours)
        {
            var (copy, original) = (Comparable(json, names, "https://localhost", source.Address), Comparable(theirs[names[id]], [], "", ""));
            Assert.True(JsonNode.DeepEquals(original, copy), $"{original}\n{copy}");
        }
    }

    private static async Task<Dictionary<string, JsonObject>> AllAsync(OparlWalk walk, string root)
    {
        Dictionary<string, JsonObject> all = [];
        foreach (var list in (string[])["legislativeterm", "location", "organization", "person", "membership", "meeting", "agendaitem", "paper", "consultation", "file"])
        {
            foreach (var json in await walk.ListAsync($"{root}/oparl/v1.1/body/1/{list}")) all.Add(json.GetProperty("id").GetString()!, JsonObject.Create(json)!);
        }

        return all;
    }

    private static JsonObject Comparable(JsonObject json, Dictionary<string, string> names, string from, string to)
    {
        JsonObject copy = [];
        foreach (var (name, value) in json.Where(property => !OfTheCopy.Contains(property.Key) && property.Value is not null))
            copy[name] = Named(value!, names, from, to);
        return copy;
    }

    private static JsonNode Named(JsonNode node, Dictionary<string, string> names, string from, string to) => node switch
    {
        JsonObject inside => Comparable(inside, names, from, to),
        JsonArray list => new JsonArray([.. list.Select(item => Named(item!, names, from, to)).OrderBy(item => item.ToJsonString(), StringComparer.Ordinal)]),
        JsonValue text when text.TryGetValue<string>(out var value) => JsonValue.Create(names.GetValueOrDefault(value) ?? List(value, names, from, to)),
        _ => node.DeepClone(),
    };

    /// <summary>The lists of an organization, and the city itself.</summary>
    private static string List(string value, Dictionary<string, string> names, string from, string to)
    {
        if (from.Length == 0 || !value.StartsWith(from + "/oparl/", StringComparison.Ordinal)) return value;
        var end = value.LastIndexOf('/');
        return names.TryGetValue(value[..end], out var owner) ? owner + value[end..] : to + value[from.Length..];
    }
}
