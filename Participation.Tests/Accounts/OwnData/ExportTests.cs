using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Accounts.OwnData.Retention;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts.OwnData;

/// <summary>The copy of one's data: asked for, made in the background, fetched by its owner alone.</summary>
public sealed class ExportTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_copy_holds_everything_for_people_and_for_programs(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (anna, _) = await Everything.FillAsync(site);
        await new Given(site).IdeaAsync(anna, title: "<script>alert(1)</script> & mehr");
        var browsing = await Browsing.AsAsync(site, anna);
        using var zip = await FetchAsync(site, browsing, anna);
        Assert.Equal(["daten.html", "daten.json"], zip.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("bilder/", StringComparison.Ordinal)).Order());
        Assert.Single(zip.Entries, entry => entry.FullName.StartsWith("bilder/", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(zip.GetEntry("daten.json")!.Open());
        foreach (var section in new[] { "account", "sessions", "factors", "requests", "memberships", "invitations", "ideas", "drafts", "stances", "comments", "inbox", "decisions", "actions", "images" })
            Assert.True(json.RootElement.GetProperty(section).GetArrayLength() > 0, section);
        Assert.Equal(Everything.Email, json.RootElement.GetProperty("account")[0].GetProperty("email").GetString());
        Assert.Contains(json.RootElement.GetProperty("ideas").EnumerateArray(), idea => idea.GetProperty("versions").GetArrayLength() == 2);
        Assert.Contains(json.RootElement.GetProperty("comments").EnumerateArray(), comment => comment.GetProperty("versions").GetArrayLength() == 1);

        var html = await new StreamReader(zip.GetEntry("daten.html")!.Open()).ReadToEndAsync();
        var page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, [src]"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("<script>alert(1)</script> & mehr", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("nav a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        var account = await site.WithDbAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.PersonId == anna.Person));
        Assert.DoesNotContain(account.PasswordHash!, html + json.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(account.SecurityStamp!, html + json.RootElement.GetRawText(), StringComparison.Ordinal);

        var mail = (await new Mailbox(site).WaitAsync(Everything.Email))[^1];
        Assert.Equal(Links.OwnData, Mailbox.Link(mail));
        var inbox = await browsing.GetAsync(Links.Inbox);
        Assert.NotNull(inbox.QuerySelector($"main a[href='{Links.OwnData}']"));
    }

    [Fact]
    public async Task Every_word_of_the_readable_page_is_there_in_both_languages()
    {
        await using var site = await TestSite.StartAsync();
        var (anna, _) = await Everything.FillAsync(site);
        var sections = new List<ExportSection>();
        await site.InScopeAsync(async services =>
        {
            foreach (var part in services.GetServices<IPersonalData>()) sections.AddRange(await part.ExportAsync(anna.Person, default));
            return true;
        });
        var words = sections.Select(section => "S_" + section.Key).Concat(sections.SelectMany(section => section.Items).SelectMany(Words)).ToHashSet(StringComparer.Ordinal);
        foreach (var type in new[] { typeof(Role), typeof(Verification), typeof(MembershipRole), typeof(Domain.Ideas.IdeaStatus), typeof(Domain.Ideas.StanceKind), typeof(Domain.Moderation.Measure), typeof(Domain.Moderation.Ground), typeof(Domain.Moderation.NoticeOutcome), typeof(Domain.Moderation.ComplaintOutcome), typeof(Domain.Discussions.SubjectKind), typeof(Domain.Proposals.SectionKind), typeof(Domain.Proposals.Suggestions.SuggestionStatus) })
            words.UnionWith(Enum.GetNames(type).Select(name => $"V_{type.Name}_{name}"));
        foreach (var language in new[] { "de", "en" })
        {
            var texts = ExportTexts.ResourceManager.GetResourceSet(System.Globalization.CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: language == "de")!;
            Assert.DoesNotContain(words, word => texts.GetString(word) is null);
        }
    }

    [Fact]
    public async Task Only_the_owner_with_a_fresh_sign_in_fetches_it_and_the_row_alone_tells_nothing()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        var (anna, ben) = (await given.PersonAsync(), await given.PersonAsync());
        var (annas, bens) = (await Browsing.AsAsync(site, anna), await Browsing.AsAsync(site, ben));
        using (await FetchAsync(site, annas, anna))
        {
            await bens.GetAsync(Links.OwnDataFile);
            Assert.Equal(Links.OwnData, bens.Last.Headers.Location?.ToString());
            var content = await site.WithDbAsync(db => db.DataExports.Select(export => export.Content).SingleAsync());
            Assert.False(content.AsSpan().StartsWith("PK"u8));
            await site.WithDbAsync(db => db.DataExports.ExecuteUpdateAsync(set => set.SetProperty(export => export.PersonId, ben.Person)));
            await bens.GetAsync(Links.OwnDataFile);
            Assert.Equal(Links.OwnData, bens.Last.Headers.Location?.ToString());
            await site.WithDbAsync(db => db.DataExports.ExecuteUpdateAsync(set => set.SetProperty(export => export.PersonId, anna.Person)));
        }

        clock.Advance(TimeSpan.FromMinutes(11));
        await annas.GetAsync(Links.OwnDataFile);
        Assert.StartsWith("/konto/bestaetigen-sie-sich", annas.Last.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_seven_days_it_cannot_be_fetched_and_is_deleted()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        var anna = await new Given(site).PersonAsync();
        using (await FetchAsync(site, await Browsing.AsAsync(site, anna), anna)) clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        var later = await Browsing.AsAsync(site, anna);
        await later.GetAsync(Links.OwnDataFile);
        Assert.Equal(Links.OwnData, later.Last.Headers.Location?.ToString());
        await site.UseAsync<TidyUp, IReadOnlyDictionary<string, int>>(tidy => tidy.ExecuteAsync(default));
        Assert.Equal(0, await site.WithDbAsync(db => db.DataExports.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_that_a_dead_process_left_behind_is_made_anew_and_given_up_in_the_end(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (anna, ben) = (await PersonAsync(site), await PersonAsync(site));
        await site.WithDbAsync(db =>
        {
            var (died, hopeless) = (DataExport.Request(anna.Person, A.Moment), DataExport.Request(ben.Person, A.Moment));
            Assert.True(died.Begin(8));
            for (var attempt = 0; attempt < DataExport.MaxAttempts; attempt++) Assert.True(hopeless.Begin(8));
            db.DataExports.AddRange(died, hopeless);
            return db.SaveChangesAsync();
        });
        foreach (var person in new[] { anna, ben }) await site.UseAsync<MakeExport, bool>(async make =>
        {
            await make.ExecuteAsync(person.Person, default);
            return true;
        });
        Assert.Equal((DataExportStatus.Ready, 2), await StateAsync(site, anna));
        Assert.Equal((DataExportStatus.Failed, DataExport.MaxAttempts), await StateAsync(site, ben));
        var page = await (await Browsing.AsAsync(site, ben)).GetAsync(Links.OwnData);
        Assert.NotNull(page.QuerySelector("[data-export=failed]"));
        Assert.NotNull(page.QuerySelector("#anfordern"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Asking_many_times_at_once_makes_one(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var anna = await PersonAsync(site);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.UseAsync<RequestExport, bool>(async request =>
        {
            await request.ExecuteAsync(anna, default);
            return true;
        })));
        Assert.Equal(1, await site.WithDbAsync(db => db.DataExports.CountAsync()));
    }

    private static IEnumerable<string> Words(ExportItem item) => item.Fields.SelectMany(field => field.Value switch
    {
        IReadOnlyList<ExportItem> items => items.SelectMany(Words).Prepend("F_" + field.Key),
        Enum choice => ["F_" + field.Key, $"V_{choice.GetType().Name}_{choice}"],
        _ => ["F_" + field.Key],
    });

    private static Task<(DataExportStatus, int)> StateAsync(TestSite site, Actor actor) => site.WithDbAsync(async db =>
    {
        var export = await db.DataExports.AsNoTracking().SingleAsync(one => one.PersonId == actor.Person);
        return (export.Status, export.Attempts);
    });

    private static async Task<Actor> PersonAsync(TestSite site)
    {
        var person = await new Given(site).PersonAsync();
        await Browsing.AsAsync(site, person);
        return person;
    }

    /// <summary>Asks on the page, waits for the site's own background work, and opens what it hands out.</summary>
    private static async Task<ZipArchive> FetchAsync(TestSite site, Browsing browsing, Actor actor)
    {
        await browsing.SubmitAsync(Links.OwnData, "#anfordern", []);
        Assert.Equal(Links.OwnData, browsing.Last.Headers.Location?.ToString());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await StateAsync(site, actor)).Item1 is not DataExportStatus.Ready) await tick.WaitForNextTickAsync(patience.Token);
        var page = await browsing.GetAsync(Links.OwnData);
        Assert.NotNull(page.QuerySelector($"a[href='{Links.OwnDataFile}']"));
        var answer = await browsing.Client.GetAsync(Links.OwnDataFile);
        Assert.Equal((HttpStatusCode.OK, "application/zip", true), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.NoStore));
        return new ZipArchive(await answer.Content.ReadAsStreamAsync());
    }
}
