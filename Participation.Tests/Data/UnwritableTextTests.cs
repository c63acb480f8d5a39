using System.Net;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Data;

/// <summary>Characters that a database cannot hold never end in an error page.</summary>
public sealed class UnwritableTextTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_search_for_what_cannot_be_stored_finds_nothing(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var visitor = Browsing.Visitor(site);
        var half = new string('a', Web.Ideas.IdeaFilter.TextMaxLength - 1) + Uri.EscapeDataString("🌳");
        foreach (var words in (string[])["a%00b", "%00", "b%EF%BF%BEc", half])
        {
            foreach (var address in (string[])
                ["/suche?q=", "/ideen?q=", "/ideen?thema=", "/ideen?verfahren=", "/ideen/aehnlich?titel=", "/api/v1/ideas?q=", "/konto/bestaetigen?zeichen="])
            {
                await visitor.GetAsync(address + words);
                Assert.True(visitor.Last.StatusCode < HttpStatusCode.InternalServerError, $"{address}{words}: {(int)visitor.Last.StatusCode}");
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_text_with_what_cannot_be_stored_is_refused_or_stored_without_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync();
        var number = await given.IdeaAsync(author);
        var (citizen, moderator) = (await Browsing.AsAsync(site, author), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        foreach (var none in (string[])["a\0b", "a\uFFFEb"])
        {
            await Sends(citizen, Links.Comments(number), "main form[method=post]", new() { ["Body"] = none });
            await Sends(citizen, Links.WithdrawIdea(number), "main form[method=post]", new() { ["Reason"] = none });
            await Sends(moderator, Links.ModerateIdea(number), "#entscheidung", new() { ["Input.Step"] = "Hide", ["Input.Facts"] = none, ["Input.Ground"] = "Respect" });
            await Sends(moderator, Links.AnswerIdea(number), "#antwort", new() { ["Input.Text"] = none, ["Input.Unit"] = none });
            await Sends(moderator, "/verwaltung/verfahren/smart-city", "main form[method=post]", new() { ["Input.Title"] = none, ["Input.Question"] = none });
            await Sends(Browsing.Visitor(site), Links.SignIn, "main form[method=post]", new() { ["Input.Email"] = $"{none}@example.org", ["Input.Password"] = none });
            await Sends(Browsing.Visitor(site), Links.ForgotPassword, "main form[method=post]", new() { ["Input.Email"] = $"{none}@example.org", ["Email"] = $"{none}@example.org" });
            await Sends(Browsing.Visitor(site), Links.Register, "main form[method=post]", new() { ["Input.Name"] = none, ["Input.Email"] = $"{none}@example.org" });
        }
    }

    private static async Task Sends(Browsing browsing, string page, string form, Dictionary<string, string> values)
    {
        await browsing.SubmitAsync(page, form, values);
        Assert.True(browsing.Last.StatusCode < HttpStatusCode.InternalServerError, $"{page}: {(int)browsing.Last.StatusCode}");
    }
}
