using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Desk;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Desk;

public sealed class CaseContextTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Beside_a_comment_stands_what_was_said_around_it_and_what_its_author_did_before(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (idea, author, other, moderator) = (await given.IdeaAsync(), await given.PersonAsync(name: "Kletterrose"), await given.PersonAsync(name: "Dumeklemmer"), await given.PersonAsync(Role.Moderator));
        await given.IdeaAsync(author, title: "Eine Idee der Kletterrose");
        var hidden = await site.CommentAsync(idea, author, "Etwas Gemeines.");
        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, hidden, moderator));
        var offence = Domain.Discussions.Subject.Of(await site.WithDbAsync(db => db.Comments.Where(found => found.Number == hidden).Select(found => found.Id).SingleAsync()));
        await site.WithDbAsync(db =>
        {
            var taken = Decision.Make(2, offence, author.Person, Measure.Silence, Ground.Respect, "Pause.", moderator.Person, A.Moment, hours: 24);
            db.Decisions.AddRange(taken, Decision.Make(3, offence, author.Person, Measure.Warn, Ground.Respect, "Bitte sachlich.", moderator.Person, A.Moment), Decision.Make(4, offence, author.Person, Measure.Revoke, Ground.None, "Zu lang.", moderator.Person, A.Moment, revokes: taken.Id));
            return db.SaveChangesAsync();
        });
        var elsewhere = await site.CommentAsync(idea, other, "Ein ganz anderes Gespräch.");
        var root = await site.CommentAsync(idea, other, "Wo sollen die Bänke stehen?");
        var sibling = await site.CommentAsync(idea, other, "Am Brunnen?", root);
        var comment = await site.CommentAsync(idea, author, "Nirgends, ihr Trottel.", root);
        var reply = await site.CommentAsync(idea, other, "Bitte freundlich.", comment);
        await site.ReportAsync(idea, comment, other);

        var aside = (await (await Browsing.AsAsync(site, moderator)).GetAsync(Links.ModerateComment(idea, comment))).QuerySelector(".case-aside")!;

        Assert.Equal(new[] { root, sibling, reply }.Select(number => Links.ModerateComment(idea, number)), aside.QuerySelectorAll(".around a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain(Links.ModerateComment(idea, elsewhere), aside.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(["1 Idee, 1 Beitrag, 0 Vorschläge zu Vorhaben", "1 Meldung"], aside.QuerySelectorAll(".facts dd").Skip(1).Select(fact => fact.TextContent.Replace('\u00a0', ' ')));
        Assert.Equal([Links.Decision(3), Links.Decision(1)], aside.QuerySelectorAll("ul.bullets a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Ausgeblendet", aside.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", aside.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_account_or_left_has_no_day_of_joining()
    {
        await using var site = await TestSite.StartAsync();
        var nobody = Person.WithoutAccount(PersonId.New(A.Moment), null, A.Moment);
        await site.WithDbAsync(async db => { db.People.Add(nobody); return await db.SaveChangesAsync(); });
        var history = await site.UseAsync<CaseContextQuery, AuthorHistory>(query => query.AuthorAsync(nobody.Id, default));
        Assert.Equal((null, 0, 0, 0), (history.JoinedAt, history.Ideas, history.Comments, history.OpenNotices));
    }

    [Fact]
    public async Task Only_the_newest_decisions_are_listed_and_it_says_so()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var (author, moderator) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync(author);
        await site.WithDbAsync(async db =>
        {
            var subject = Domain.Discussions.Subject.Of((await db.Ideas.SingleAsync()).Id);
            for (var i = 1; i <= 12; i++) db.Decisions.Add(Decision.Make(i, subject, author.Person, i == 1 ? Measure.Publish : Measure.Hide, Ground.Respect, "Gründe.", moderator.Person, A.Moment));
            return await db.SaveChangesAsync();
        });
        var history = await site.UseAsync<CaseContextQuery, AuthorHistory>(query => query.AuthorAsync(author.Person, default));
        Assert.Equal((10, true, 12), (history.Decisions.Count, history.HasMore, history.Decisions[0].Number));
        Assert.Equal(1, idea);
    }
}
