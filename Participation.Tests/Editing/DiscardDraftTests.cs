using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Uploads;
using Participation.Tests.Architecture;
using Participation.Tests.Support;
using Participation.Web.Shared;

namespace Participation.Tests.Editing;

/// <summary>A draft that nobody needs is thrown away with all that hangs on it; what was ever public is not.</summary>
public sealed class DiscardDraftTests
{
    private const string Form = "#entwurf";

    private static readonly string[] Drafts = [Links.EditArticle(2), Links.EditPage("winterfest"), Links.EditText(2), Links.EditResult(2), Links.EditMeasure(2), Links.EditService(2)];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Drafts_of_every_kind_go_and_going_twice_is_going(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await RightsContent.AddAsync(site);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        foreach (var draft in Drafts)
        {
            var link = (await staff.GetAsync(draft)).QuerySelector($"a[href='{Links.DiscardDraft(draft)}']");
            Assert.NotNull(link);
            var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await staff.GetAsync(Links.DiscardDraft(draft))).QuerySelector(Form)!);
            for (var times = 0; times < 2; times++)
            {
                await staff.PostAsync(Links.DiscardDraft(draft), fields);
                Assert.Equal((HttpStatusCode.Redirect, draft[..draft.LastIndexOf('/')]), (staff.Last.StatusCode, staff.Last.Headers.Location?.ToString()));
            }

            await staff.GetAsync(draft);
            Assert.Equal((draft, HttpStatusCode.NotFound), (draft, staff.Last.StatusCode));
        }

        Assert.Equal(Drafts.Length, await site.WithDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "draft.discard")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_or_was_public_stays(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await RightsContent.AddAsync(site);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        string[] all = [Links.EditArticle(1), Links.EditArticle(3), Links.EditPage("sommerfest"), Links.EditText(1), Links.EditText(3), Links.EditResult(1), Links.EditResult(3), Links.EditMeasure(1), Links.EditMeasure(3), Links.EditService(1)];
        foreach (var shown in all)
        {
            Assert.Null((await staff.GetAsync(shown)).QuerySelector($"a[href='{Links.DiscardDraft(shown)}']"));
            await staff.SubmitAsync(Links.DiscardDraft(shown), Form, []);
            Assert.Equal((shown, HttpStatusCode.Conflict), (shown, staff.Last.StatusCode));
            await staff.GetAsync(shown);
            Assert.Equal((shown, HttpStatusCode.OK), (shown, staff.Last.StatusCode));
        }

        // Planned is not a draft either, and what was withdrawn does not become one by a plan.
        await staff.SubmitAsync(Links.EditArticle(2), "#meldung", new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2099-01-01T10:00" });
        await staff.SubmitAsync(Links.DiscardDraft(Links.EditArticle(2)), Form, []);
        Assert.Equal(HttpStatusCode.Conflict, staff.Last.StatusCode);
        await staff.SubmitAsync(Links.EditArticle(3), "#meldung", new() { ["Input.Publish.Step"] = "Schedule", ["Input.Publish.At"] = "2099-01-01T10:00" });
        Assert.Equal(HttpStatusCode.Conflict, staff.Last.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Its_versions_kept_forms_images_and_places_of_documents_go_with_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var made = await RightsContent.AddAsync(site);
        var given = new Given(site);
        var (one, other) = (await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        await site.WithDbAsync(async db =>
        {
            var subject = Subject.Of((await db.Articles.SingleAsync(article => article.Number == 2)).Id);
            db.ContentVersions.Add(ContentVersion.Of(subject, 1, "Ein Brunnen", "Lang.", null, one.Person, A.Moment));
            foreach (var person in new[] { one.Person, other.Person })
            {
                var kept = KeptForm.Of(person, "article:2");
                kept.Keep("{}", 1, A.Moment);
                db.KeptForms.Add(kept);
            }

            db.Attachments.Add(Attachment.Of(subject, (await db.Documents.SingleAsync()).Id, 0));
            await db.SaveChangesAsync();
            var image = UploadId.From(made.Images[0]);
            return await db.Uploads.Where(upload => upload.Id == image).ExecuteUpdateAsync(set => set.SetProperty(upload => upload.UsedByKind, subject.Kind).SetProperty(upload => upload.UsedById, subject.Id));
        });
        var staff = await Browsing.AsAsync(site, one);
        await staff.SubmitAsync(Links.DiscardDraft(Links.EditArticle(2)), Form, []);
        Assert.Equal(HttpStatusCode.Redirect, staff.Last.StatusCode);
        var left = await site.WithDbAsync(async db => (
            await db.ContentVersions.CountAsync(version => version.SubjectKind == SubjectKind.Article), await db.KeptForms.CountAsync(), await db.Attachments.CountAsync(beside => beside.SubjectKind == SubjectKind.Article), await db.Documents.CountAsync(),
            await db.Uploads.CountAsync(upload => upload.UsedById == null)));
        Assert.Equal((0, 0, 0, 1, 1), left);
    }

    [Fact]
    public async Task A_draft_that_somebody_wrote_on_meanwhile_is_asked_about_again_and_a_duty_has_to_be_there()
    {
        await using var site = await TestSite.StartAsync();
        await RightsContent.AddAsync(site);
        var staff = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var fields = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await staff.GetAsync(Links.DiscardDraft(Links.EditMeasure(2)))).QuerySelector(Form)!);
        await staff.SubmitAsync(Links.EditMeasure(2), "#massnahme", new() { ["Input.Title"] = "Ein guter Gedanke" });
        Assert.Equal(HttpStatusCode.Redirect, staff.Last.StatusCode);
        var again = await staff.PostAsync(Links.DiscardDraft(Links.EditMeasure(2)), fields);
        Assert.Equal(HttpStatusCode.Conflict, staff.Last.StatusCode);
        Assert.Contains("Ein guter Gedanke", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await staff.PostAsync(Links.DiscardDraft(Links.EditMeasure(2)), Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)again.QuerySelector(Form)!));
        Assert.Equal(HttpStatusCode.Redirect, staff.Last.StatusCode);

        await site.WithDbAsync(db => db.Pages.Where(page => page.Slug == "impressum").ExecuteUpdateAsync(set => set.SetProperty(page => page.Publication.From, (DateTimeOffset?)null)));
        await staff.SubmitAsync(Links.DiscardDraft(Links.EditPage("impressum")), Form, []);
        Assert.Equal(HttpStatusCode.Conflict, staff.Last.StatusCode);
        await staff.GetAsync(Links.DiscardDraft(Links.EditPaper(1)));
        Assert.Equal(HttpStatusCode.NotFound, staff.Last.StatusCode);
    }
}
