using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Tests.Hosting.Api;
using Participation.Tests.Support;
using Participation.Web.Accounts.Organisations;
using Participation.Web.Discussions;
using Participation.Web.Ideas;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts.Organisations;

/// <summary>Who writes in an organisation's name, through pages and the API, and from when on no more.</summary>
public sealed class SpeakingTests
{
    [Theory, InlineData(MembershipRole.Owner, true), InlineData(MembershipRole.Editor, true), InlineData(MembershipRole.Viewer, false), InlineData(null, false)]
    public async Task Owners_and_editors_speak_through_the_page_and_the_API(MembershipRole? role, bool may)
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var idea = await new Given(site).IdeaAsync();
        var person = role is { } member ? await site.MemberAsync(organisation, member) : await new Given(site).PersonAsync();
        var browsing = await Browsing.AsAsync(site, person);
        var page = await browsing.GetAsync(Links.Comments(idea));
        Assert.Equal(may, page.QuerySelector("#mitschreiben select[name=Organisation] option[value='" + organisation.Id.Value + "']") is not null);

        await browsing.SubmitAsync(Links.Comments(idea), "#mitschreiben", new(StringComparer.Ordinal) { ["Body"] = "Von der Seite.", ["Organisation"] = organisation.Id.Value.ToString() });
        Assert.Equal(may ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, browsing.Last.StatusCode);
        await browsing.SubmitAsync("/ideen/neu", "form[data-idea-form]", await FormAsync(site, organisation), "button[value=einreichen]");
        Assert.Equal(may ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, browsing.Last.StatusCode);

        var api = await ApiClient.AsAsync(site, person);
        await api.SendAsync(HttpMethod.Post, "/api/v1/comments", new { idea, body = "Aus dem Skript.", organisation = "stadtwerke" }, ("Idempotency-Key", "c1"));
        Assert.Equal(may ? HttpStatusCode.Created : HttpStatusCode.Forbidden, api.Last.StatusCode);
        var fields = ApiWriteTests.Idea();
        fields["organisation"] = "stadtwerke";
        await api.SendAsync(HttpMethod.Post, "/api/v1/ideas", fields, ("Idempotency-Key", "i1"));
        Assert.Equal(may ? HttpStatusCode.Created : HttpStatusCode.Forbidden, api.Last.StatusCode);

        var (comments, ideas) = await site.WithDbAsync(async db => (await db.Comments.CountAsync(c => c.OrganisationId == organisation.Id), await db.Ideas.CountAsync(i => i.OrganisationId == organisation.Id)));
        Assert.Equal(may ? (2, 2) : (0, 0), (comments, ideas));
    }

    [Fact]
    public async Task A_removed_member_is_silent_at_once_even_with_the_form_open()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var (owner, editor) = (await site.MemberAsync(organisation, MembershipRole.Owner), await site.MemberAsync(organisation, MembershipRole.Editor));
        var idea = await new Given(site).IdeaAsync();
        var browsing = await Browsing.AsAsync(site, editor);
        var open = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await browsing.GetAsync(Links.Comments(idea))).QuerySelector("#mitschreiben")!);
        Assert.Equal(organisation.Id.Value.ToString(), open["Organisation"]);
        Assert.Null(await site.UseAsync<RemoveMember, Domain.Refusal?>(remove => remove.ExecuteAsync("stadtwerke", editor.Person, owner, default)));

        open["Body"] = "Noch schnell ein Satz.";
        var answer = await browsing.PostAsync(Links.Comments(idea), open);
        Assert.Equal(HttpStatusCode.Forbidden, browsing.Last.StatusCode);
        Assert.Contains("nicht mehr im Namen dieser Organisation", answer.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Noch schnell ein Satz.", answer.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.False(await site.WithDbAsync(db => db.Comments.AnyAsync()));
    }

    [Fact]
    public async Task What_stands_there_in_its_name_is_changed_only_by_who_still_speaks_for_it()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var (owner, editor) = (await site.MemberAsync(organisation, MembershipRole.Owner), await site.MemberAsync(organisation, MembershipRole.Editor));
        var idea = await new Given(site).IdeaAsync(editor);
        await site.WithDbAsync(db => db.Ideas.ExecuteUpdateAsync(set => set.SetProperty(i => i.OrganisationId, organisation.Id)));
        Assert.Null(await site.CommentAsync(idea, editor, organisation));
        Assert.Null(await EditAsync(site, idea, editor, "Wir bauen zwei.", 1));
        Assert.Null(await site.UseAsync<ChangeMemberRole, Domain.Refusal?>(change => change.ExecuteAsync("stadtwerke", editor.Person, MembershipRole.Viewer, owner, default)));

        Assert.IsType<CannotSpeakForOrganisation>(await EditAsync(site, idea, editor, "Wir bauen gar nichts.", 2));
        Assert.IsType<CannotSpeakForOrganisation>(await site.UseAsync<ReviseIdea, Domain.Refusal?>(revise => revise.ExecuteAsync(
            idea, new IdeaInput("smart-city", "Keine Ladesäulen am Markt", null, "Das ist eine Lüge im Namen anderer, und sie ist lang genug.", "umwelt", null, null, null, null), 1, editor, default)));
        Assert.Equal(("Mehr Bänke am Markt", "Wir bauen zwei."), await site.WithDbAsync(async db => (await db.Ideas.Select(i => i.Title).SingleAsync(), await db.Comments.Select(c => c.Body.Markdown).SingleAsync())));
    }

    private static Task<Domain.Refusal?> EditAsync(TestSite site, int idea, Actor author, string body, int version) =>
        site.UseAsync<EditComment, Domain.Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, 1, body, CommentLabel.None, version), author, default));

    private static async Task<Dictionary<string, string>> FormAsync(TestSite site, Organisation organisation) => new(StringComparer.Ordinal)
    {
        ["Input.Title"] = "Ladesäulen am Markt", ["Input.Summary"] = "Vier Ladesäulen.", ["Input.Body"] = "Am Markt sollen vier Ladesäulen stehen, damit man beim Einkaufen laden kann.",
        ["Input.Topic"] = await site.WithDbAsync(db => db.Topics.OrderBy(topic => topic.Order).Select(topic => topic.Key).FirstAsync()), ["Input.Rules"] = "true", ["Input.Organisation"] = organisation.Id.Value.ToString(),
    };
}
