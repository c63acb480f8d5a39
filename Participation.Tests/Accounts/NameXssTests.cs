using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Tests.Support;
using Participation.Web.Accounts;
using Participation.Web.Discussions;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts;

/// <summary>The payloads as public names of people who register, submit an idea and comment.</summary>
public sealed class NameXssTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>How many of them register by the form; a password takes its time to hash, and the others get in as an import would.</summary>
    private const int Registering = 40;

    /// <summary>Payloads as far as a name can hold them, the longer ones cut.</summary>
    private static readonly string[] Names =
    [
        .. Payloads.All.Select(payload => Payloads.Line(payload, Person.DisplayNameMaxLength).Trim()).Where(NewPerson.IsName).DistinctBy(Person.Normalize, StringComparer.Ordinal)
            .Where(name => !OfficialNames.Is(name, "", [])).OrderByDescending(NewPerson.HasAddress) // No form takes what looks like an address; those come in as an import would.
            .Where((_, index) => index % 2 == 0),
    ];

    [Fact]
    public async Task No_name_comes_alive_wherever_a_person_is_named()
    {
        Assert.True(Names.Length >= 150, $"{Names.Length}");
        await RegisterAsync();
        var given = new Given(site);
        foreach (var name in Names.SkipLast(Registering)) await given.PersonAsync(name: name);
        var people = await site.WithDbAsync(async db =>
        {
            await db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.Verification, Verification.Email));
            return await db.People.AsNoTracking().ToListAsync();
        });
        Assert.Equal(Names.Order(StringComparer.Ordinal), people.Select(person => person.DisplayName).Order(StringComparer.Ordinal));
        var discussed = 0;
        foreach (var person in people)
        {
            var number = await given.IdeaAsync(new Actor(person.Id, person.Role));
            discussed = discussed == 0 ? number : discussed;
            Assert.True(await site.UseAsync<PostComment, bool>(async post =>
                (await post.ExecuteAsync(new CommentInput(discussed, null, CommentLabel.None, "Ein Beitrag.", person.DisplayName.GetHashCode(StringComparison.Ordinal).ToString()), new Actor(person.Id, person.Role), default)).Done));
        }

        var names = people.Select(person => person.DisplayName).ToHashSet(StringComparer.Ordinal);
        await ReadIdeasAsync(names);
        await ReadCommentsAsync(discussed, names);
        await ReadAsThemselvesAsync(discussed, people);
    }

    /// <summary>By the form's own fields and token; the page answers with the same for everyone.</summary>
    private async Task RegisterAsync()
    {
        var visitor = Browsing.Visitor(site);
        var form = await visitor.GetAsync(Links.Register);
        var token = form.QuerySelector("#registrieren input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        for (var i = 0; i < Registering; i++)
        {
            await visitor.PostAsync(Links.Register, new()
            {
                ["__RequestVerificationToken"] = token, ["Input.Name"] = Names[Names.Length - 1 - i], ["Input.Email"] = $"name{i}@example.org", ["Input.Password"] = Steps.Password, ["Input.Terms"] = "true",
            });
            Assert.Equal(HttpStatusCode.Redirect, visitor.Last.StatusCode);
        }

        var refused = await visitor.PostAsync(Links.Register, new()
        {
            ["__RequestVerificationToken"] = token, ["Input.Name"] = Names[^1], ["Input.Email"] = "\"><script>alert(1)</script>", ["Input.Password"] = "x", ["Input.Terms"] = "true",
        });
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Last.StatusCode);
        Harmless.AssertPage(refused, Links.Register);
        var mail = await new Mailbox(site).WaitAsync("name0@example.org");
        Assert.Null(mail[0].HtmlBody);
    }

    private async Task ReadIdeasAsync(HashSet<string> names)
    {
        var visitor = Browsing.Visitor(site);
        var (next, shown) = ("/ideen?sortierung=neu", new HashSet<string>(StringComparer.Ordinal));
        while (next is not null)
        {
            var page = await visitor.GetAsync(next);
            Harmless.AssertPage(page, next);
            foreach (var row in page.QuerySelectorAll(".idea-row"))
            {
                var by = row.QuerySelector(".idea-row__by")!;
                Assert.Empty(by.Children);
                shown.Add(by.TextContent[..by.TextContent.LastIndexOf("· ", StringComparison.Ordinal)].Trim('\n', '\r', ' '));
                var address = row.QuerySelector("a")!.GetAttribute("href")!;
                Harmless.AssertPage(await visitor.GetAsync(address), address);
            }

            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(names, shown);
    }

    private async Task ReadCommentsAsync(int idea, HashSet<string> names)
    {
        var visitor = Browsing.Visitor(site);
        var (next, shown) = ($"/ideen/{idea}/mehr-baenke-am-markt", new HashSet<string>(StringComparer.Ordinal));
        while (next is not null)
        {
            var page = await visitor.GetAsync(next);
            Harmless.AssertPage(page, next);
            foreach (var author in page.QuerySelectorAll(".comment__author"))
            {
                Assert.Empty(author.Children);
                shown.Add(author.TextContent);
            }

            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href")?.Split('#')[0];
        }

        Assert.Equal(names, shown);
        for (var number = 1; number <= names.Count; number++)
        {
            var history = Links.CommentHistory(idea, number);
            Harmless.AssertPage(await visitor.GetAsync(history), history);
        }
    }

    /// <summary>The name in one's own header and account, and in front of those who answer or moderate.</summary>
    private async Task ReadAsThemselvesAsync(int idea, List<Person> people)
    {
        var moderator = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        for (var i = 0; i < people.Count; i++)
        {
            var reply = Links.ReplyTo(idea, i + 1);
            var page = await moderator.GetAsync(reply);
            Assert.Contains(people[i].DisplayName, page.QuerySelector("[data-form-title]")!.TextContent, StringComparison.Ordinal);
            Harmless.AssertPage(page, reply);
            if (i % 10 != 0) continue;
            Harmless.AssertPage(await moderator.GetAsync(Links.ModerateComment(idea, i + 1)), "case");
            var own = await (await Browsing.AsAsync(site, new Actor(people[i].Id, Role.Citizen))).GetAsync(Links.Account);
            Assert.Equal(people[i].DisplayName, own.Body!.GetAttribute("data-person"));
            Harmless.AssertPage(own, Links.Account);
        }
    }
}
