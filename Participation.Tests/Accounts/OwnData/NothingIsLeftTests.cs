using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts.OwnData;

/// <summary>After someone left, neither name nor address, nor what they took along, is anywhere: in no column of the database, on no page.</summary>
public sealed class NothingIsLeftTests
{
    private const string Name = Everything.Name;
    private const string Words = Everything.Words;

    public static TheoryData<string, ErasureChoice> Cases => new()
    {
        { Databases.Sqlite, ErasureChoice.Remove }, { Databases.PostgreSql, ErasureChoice.Remove },
        { Databases.Sqlite, ErasureChoice.Anonymise }, { Databases.PostgreSql, ErasureChoice.Anonymise },
    };

    [Theory, MemberData(nameof(Cases))]
    public async Task Name_address_and_texts_are_gone_everywhere(string database, ErasureChoice choice)
    {
        await using var site = await TestSite.StartAsync(database);
        var (anna, ideas) = await Everything.FillAsync(site);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        string[] pages =
        [
            "/", "/ideen", "/verfahren/smart-city", "/organisationen/stadtwerke", "/vorhaben/1/sichere-radwege", "/vorhaben/1/vorschlaege", "/vorhaben/1/vorschlaege/1", "/vorhaben/1/vorschlaege/2", "/vorhaben/1/mitreden", "/api/v1/ideas", .. ideas.SelectMany(number => new[]
            {
                $"/ideen/{number}", $"/ideen/{number}/fassungen", $"/api/v1/ideas/{number}", $"/api/v1/ideas/{number}/versions", $"/api/v1/comments?idea={number}", $"/ideen/{number}/gespraech/1",
            }),
        ];
        var (visitor, staff) = (Browsing.Visitor(site), await Browsing.AsAsync(site, moderator));
        // Read once before, so that caches hold what must leave them.
        Assert.Contains(Name, await ReadAsync(visitor, pages), StringComparison.Ordinal);
        Assert.NotEmpty(await EveryColumn.ContainingAsync(site, Name));
        Assert.NotEmpty(await EveryColumn.ContainingAsync(site, Words));

        await site.GoneAsync(anna, choice);

        Assert.Empty(await EveryColumn.ContainingAsync(site, Name));
        Assert.Empty(await EveryColumn.ContainingAsync(site, Everything.Email));
        // Of the person there is left what hangs together texts and records, and nothing else.
        string[] record = ["people.id", "people.normalized_display_name", "ideas.author_id", "idea_versions.written_by", "idea_events.by", "comments.author_id", "suggestions.author_id", "suggestions.decided_by", "passage_comments.author_id", "meeting_questions.author_id", "shared_text_updates.person_id", "proposal_sign_offs.person_id", "decisions.author_id", "audit_entries.subject_id", "audit_entries.actor_id"];
        Assert.Empty((await EveryColumn.HoldingAsync(site, anna.Person.Value)).Except(record));
        var shown = await ReadAsync(visitor, pages) + await ReadAsync(staff, [.. pages, "/moderation", "/moderation/entscheidungen", "/moderation/vorhaben/1/vorschlaege/1", "/moderation/vorhaben/1/vorschlaege/2", "/mitteilungen"]);
        Assert.DoesNotContain(Name, shown, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Person.ErasedName, shown, StringComparison.Ordinal);
        Assert.Empty(await site.WithDbAsync(db => db.Users.Where(account => account.PersonId == anna.Person).ToListAsync()));
        if (choice is ErasureChoice.Anonymise)
        {
            Assert.Contains(Words, shown, StringComparison.Ordinal);
            return;
        }

        Assert.Empty(await EveryColumn.ContainingAsync(site, Words));
        Assert.DoesNotContain(Words, shown, StringComparison.OrdinalIgnoreCase);
        var searched = await visitor.GetAsync($"/suche?q={Words}");
        Assert.Empty(searched.QuerySelectorAll("main .rows article"));
        Assert.Empty(await site.WithDbAsync(db => db.SearchIdeas(Words).Select(idea => idea.Number).ToListAsync()));
    }

    private static async Task<string> ReadAsync(Browsing browsing, IEnumerable<string> pages)
    {
        var all = "";
        foreach (var page in pages)
        {
            await browsing.GetAsync(page);
            while (browsing.Last.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect) await browsing.FollowAsync();
            Assert.True(browsing.Last.StatusCode is HttpStatusCode.OK or HttpStatusCode.Gone or HttpStatusCode.NotFound or HttpStatusCode.Redirect, $"{page}: {browsing.Last.StatusCode}");
            all += await browsing.Last.Content.ReadAsStringAsync();
        }

        return all;
    }
}
