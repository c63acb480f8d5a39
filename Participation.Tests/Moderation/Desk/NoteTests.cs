using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Moderation;
using Participation.Domain.Notifications;
using Participation.Tests.Accounts.OwnData;
using Participation.Tests.Support;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Moderation.Desk;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Desk;

public sealed class NoteTests
{
    private const string Secret = "Das kam schon dreimal von derselben Adresse.";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_note_is_read_by_moderators_alone_and_tells_whom_it_names(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var at = CaseRef.OfComment(queue.Discussed, queue.Comments[0]);
        var (named, citizen) = (await new Given(site).PersonAsync(Role.Moderator, "Anna Berg"), await new Given(site).PersonAsync(name: "Anna"));
        var colleague = await Browsing.AsAsync(site, named);

        var form = new Dictionary<string, string> { ["Input.Text"] = $"{Secret} <b>@Anna Berg</b>, was meinst du?", ["Input.SubmissionKey"] = "notiz" };
        await queue.Moderator.SubmitAsync(Links.Case(at), "#notiz-schreiben", form);
        Assert.Equal(Links.Case(at), queue.Moderator.Last.Headers.Location?.ToString());
        await queue.Moderator.SubmitAsync(Links.Case(at), "#notiz-schreiben", form);
        Assert.Equal(1, await site.WithDbAsync(db => db.CaseNotes.CountAsync()));

        var shown = (await colleague.GetAsync(Links.Case(at))).QuerySelector(".notes")!;
        Assert.Contains("<b>@Anna Berg</b>", shown.TextContent, StringComparison.Ordinal);
        Assert.Empty(shown.QuerySelectorAll("form"));
        Assert.Equal(Links.Case(at), (await colleague.GetAsync(Links.Inbox)).QuerySelector(".inbox-entry__link")!.GetAttribute("href"));
        Assert.Equal([named.Person], await site.WithDbAsync(db => db.Notifications.Where(entry => entry.Kind == NotificationKind.CaseMentioned).Select(entry => entry.PersonId).ToListAsync()));
        Assert.Equal(0, await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.PersonId == citizen.Person)));

        var author = await Browsing.AsAsync(site, queue.Author);
        foreach (var page in new[] { Links.Idea(queue.Discussed, "Ein Garten für alle"), Links.Inbox, Links.MyIdeas })
            Assert.DoesNotContain(Secret, (await author.GetAsync(page)).DocumentElement.OuterHtml, StringComparison.Ordinal);
        await author.GetAsync(Links.CaseNotesOf(at));
        Assert.Equal(HttpStatusCode.Forbidden, author.Last.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_note_is_taken_back_by_its_writer_with_the_message_nobody_read_yet(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var queue = await FilledQueue.StartAsync(site);
        var at = CaseRef.OfIdea(queue.Ideas[0]);
        var named = await new Given(site).PersonAsync(Role.Moderator, "Anna Berg");
        await queue.Moderator.SubmitAsync(Links.Case(at), "#notiz-schreiben", new() { ["Input.Text"] = "@Anna Berg, siehst du das?" });
        var id = await site.WithDbAsync(db => db.CaseNotes.Select(note => note.Id).SingleAsync());

        Assert.IsType<NotAllowed>(await site.UseAsync<DeleteNote, Refusal?>(delete => delete.ExecuteAsync(id, named, default)));
        await queue.Moderator.SubmitAsync(Links.Case(at), ".notes form", []);
        Assert.Equal(Links.Case(at), queue.Moderator.Last.Headers.Location?.ToString());
        Assert.Equal((0, 0), (await site.WithDbAsync(db => db.CaseNotes.CountAsync()), await site.WithDbAsync(db => db.Notifications.CountAsync(entry => entry.PersonId == named.Person))));
    }

    [Theory, InlineData(""), InlineData("zu lang")]
    public async Task An_empty_or_endless_note_is_refused_and_nothing_typed_is_lost(string text)
    {
        await using var site = await TestSite.StartAsync();
        var queue = await FilledQueue.StartAsync(site);
        if (text.Length > 0) text = new string('x', CaseNote.TextMaxLength + 1);
        var page = await queue.Moderator.SubmitAsync(Links.ModerateIdea(queue.Ideas[0]), "#notiz-schreiben", new() { ["Input.Text"] = text });
        Assert.Equal(HttpStatusCode.BadRequest, queue.Moderator.Last.StatusCode);
        Assert.Equal(text, page.QuerySelector("#Input_Text")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("#fehler a[href='#Input_Text']"));
        Assert.Equal(0, await site.WithDbAsync(db => db.CaseNotes.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whom_a_note_is_about_learns_that_it_exists_its_writer_gets_the_text_and_it_goes_with_the_author(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, writer) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var at = CaseRef.OfIdea(await given.IdeaAsync(author));
        Assert.True((await site.UseAsync<WriteNote, Outcome<int>>(write => write.ExecuteAsync(at, Secret, "notiz", writer, default))).Done);

        Assert.Null(await ExportedAsync(site, author));
        Assert.Equal(Secret, await ExportedAsync(site, writer));
        await Browsing.CookieAsync(site, author);
        await site.GoneAsync(author, ErasureChoice.Anonymise);
        Assert.Equal(0, await site.WithDbAsync(db => db.CaseNotes.CountAsync()));
    }

    private static Task<string?> ExportedAsync(TestSite site, Actor who) => site.InScopeAsync(async services =>
    {
        var sections = new List<ExportSection>();
        foreach (var part in services.GetServices<IPersonalData>()) sections.AddRange(await part.ExportAsync(who.Person, default));
        return (string?)Assert.Single(sections.Single(section => section.Key == "caseNotes").Items).Fields.Single(field => field.Key == "text").Value;
    });
}
