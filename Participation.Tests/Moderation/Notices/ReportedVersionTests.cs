using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Support;
using Participation.Tests.Uploads;
using Participation.Web.Discussions;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Tests.Moderation.Notices;

/// <summary>What was reported can be judged, whatever its author did with it since.</summary>
public sealed class ReportedVersionTests
{
    private const string Insult = "Sie sind ein Lump, Herr Nachbar.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_deleted_comment_is_read_by_moderators_alone_and_the_notice_says_who_removed_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, anna, idea) = (await given.PersonAsync(), await given.PersonAsync(), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author, Insult);
        await site.ReportAsync(idea, comment, anna);
        await site.ReportAsync(idea, comment, null);
        Assert.Null(await site.UseAsync<DeleteComment, Refusal?>(delete => delete.ExecuteAsync(idea, comment, author, default)));

        var desk = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        Assert.Contains("gelöscht", (await desk.GetAsync(Links.Moderation)).QuerySelector($"a.queue__item[href='{Links.ModerateComment(idea, comment)}']")!.TextContent, StringComparison.Ordinal);
        var page = await desk.GetAsync(Links.ModerateComment(idea, comment));
        Assert.Contains(Insult, page.QuerySelector("section[aria-labelledby=gemeldet]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("gelöscht", page.QuerySelector(".exhibit")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("gelöscht", page.QuerySelector("button[value=Keep]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"a[href='{Links.ShortenText(idea, comment)}']"));
        Assert.DoesNotContain(Insult, (await Browsing.Visitor(site).GetAsync(Links.Idea(idea, "Mehr Bänke am Markt"))).Body!.TextContent, StringComparison.Ordinal);

        await desk.SubmitAsync(Links.ModerateComment(idea, comment), "#entscheidung", [], "button[value=Keep]");
        Assert.Equal([NoticeOutcome.Removed, NoticeOutcome.Removed], await site.WithDbAsync(db => db.Notices.Select(notice => notice.Outcome).ToListAsync()));
        Assert.Equal(NotificationKind.NoticeRemoved, await site.WithDbAsync(db => db.Notifications.Where(told => told.PersonId == anna.Person).Select(told => told.Kind).SingleAsync()));
        var reader = await Browsing.AsAsync(site, anna);
        Assert.Contains("selbst gelöscht", (await reader.GetAsync(Links.MyNotice(1))).QuerySelector("#ergebnis")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("selbst gelöscht", (await reader.GetAsync(Links.Inbox)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_changed_text_is_shown_as_it_was_and_what_is_shortened_is_shortened_there_too(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author, Insult);
        await site.ReportAsync(idea, comment, await given.PersonAsync());
        var desk = await Browsing.AsAsync(site, moderator);
        Assert.Null((await desk.GetAsync(Links.ModerateComment(idea, comment))).QuerySelector("section[aria-labelledby=gemeldet]"));
        Assert.Null(await site.UseAsync<EditComment, Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, comment, "Sie sind ein netter Mensch.", CommentLabel.None, 1), author, default)));
        await site.ReportAsync(idea, comment, await given.PersonAsync());
        Assert.Equal(2, await site.WithDbAsync(db => db.ReportedVersions.CountAsync()));
        Assert.Contains(Insult, (await desk.GetAsync(Links.ModerateComment(idea, comment))).QuerySelector("section[aria-labelledby=gemeldet]")!.TextContent, StringComparison.Ordinal);

        await desk.SubmitAsync(Links.ShortenText(idea, comment), "#kuerzen", new() { ["Input.Passages"] = "Herr Nachbar", ["Input.Facts"] = "Nennt einen Dritten." });
        Assert.DoesNotContain("Nachbar", string.Concat(await site.WithDbAsync(db => db.ReportedVersions.Select(version => version.Body).ToListAsync())), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_goes_with_its_images_when_nobody_can_ask_about_it_any_more(string database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var image = await site.ImageAsync(author);
        var comment = await site.CommentAsync(idea, author, $"Hier: {UploadSteps.Written(image)}");
        await site.ReportAsync(idea, comment, await given.PersonAsync());
        Assert.Null(await site.UseAsync<DeleteComment, Refusal?>(delete => delete.ExecuteAsync(idea, comment, author, default)));
        clock.SetUtcNow(clock.GetUtcNow().AddDays(2));
        Assert.Equal(0, await site.UseAsync<RemoveUnused, int>(remove => remove.ExecuteAsync(default)));
        var desk = await Browsing.AsAsync(site, moderator);
        Assert.NotNull((await desk.GetAsync(Links.ModerateComment(idea, comment))).QuerySelector($"section[aria-labelledby=gemeldet] img[src*='{image.Id.Value:N}']"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(Browsing.Visitor(site), image));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, image));

        Assert.Null(await site.StepAsync(CaseStep.Keep, idea, comment, moderator));
        clock.SetUtcNow(clock.GetUtcNow().AddMonths(6));
        Assert.Equal((1, 1), await LeftAsync(site));
        clock.SetUtcNow(clock.GetUtcNow().AddMinutes(1));
        Assert.Equal((0, 0), await LeftAsync(site));
    }

    /// <summary>What is there after both rounds; the site may have made them itself, as time has passed.</summary>
    private static async Task<(int Versions, int Images)> LeftAsync(TestSite site)
    {
        await site.UseAsync<ReportedVersions, int>(reported => reported.ForgetAsync(default));
        await site.UseAsync<RemoveUnused, int>(remove => remove.ExecuteAsync(default));
        return await site.WithDbAsync(async db => (await db.ReportedVersions.CountAsync(), await db.Uploads.CountAsync()));
    }

    private static async Task<HttpStatusCode> StatusAsync(Browsing who, UploadedImage image)
    {
        await who.GetAsync(Links.Image(image.Id.Value, Domain.Uploads.UploadFile.Large));
        return who.Last.StatusCode;
    }
}
