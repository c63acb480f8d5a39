using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.Organisations;

namespace Participation.Tests.Accounts.Organisations;

public sealed class ManageOrganisationsTests
{
    private const string New = "/verwaltung/organisationen/neu";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_organisation_is_created_gets_its_first_owner_by_mail_and_is_changed(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        await browsing.SubmitAsync(New, "#organisation", Form());
        Assert.Equal("/verwaltung/organisationen/stadtwerke-ratingen-gmbh", browsing.Last.Headers.Location!.ToString());
        var organisation = await site.WithDbAsync(db => db.Organisations.AsNoTracking().SingleAsync());
        Assert.Equal(("Stadtwerke Ratingen GmbH", "utility", "https://stadtwerke.example.org/"), (organisation.Name, organisation.Kind, organisation.Website));
        Assert.Contains("<strong>Wasser</strong>", organisation.About.Html, StringComparison.Ordinal);

        await browsing.SubmitAsync("/verwaltung/organisationen/stadtwerke-ratingen-gmbh", "#inhaberin", new(StringComparer.Ordinal) { ["Input.OwnerEmail"] = "chefin@example.org" });
        var link = Mailbox.Link((await new Mailbox(site).WaitAsync("chefin@example.org"))[^1]);
        var owner = Browsing.Visitor(site);
        await owner.RegisterAsync("Chefin", "chefin@example.org");
        await owner.ConfirmAsync(site, "chefin@example.org");
        await owner.SignInAsync("chefin@example.org");
        await owner.SubmitAsync(link, "#annehmen", []);
        Assert.Equal([MembershipRole.Owner], (await site.RolesAsync(organisation)).Values);
        Assert.Contains("Chefin", (await browsing.GetAsync("/verwaltung/organisationen/stadtwerke-ratingen-gmbh")).QuerySelector("[aria-labelledby=verwaltet-von]")!.TextContent, StringComparison.Ordinal);

        var visitor = Browsing.Visitor(site);
        Assert.Contains("Stadtwerke Ratingen GmbH", (await visitor.GetAsync("/organisationen")).Body!.TextContent, StringComparison.Ordinal);
        await browsing.SubmitAsync("/verwaltung/organisationen/stadtwerke-ratingen-gmbh", "#organisation", new(StringComparer.Ordinal) { ["Input.Name"] = "Stadtwerke eG" });
        Assert.Contains("Stadtwerke eG", (await visitor.GetAsync("/organisationen")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["organisation.create", "membership.invite", "membership.accept", "organisation.change"], await site.AuditAsync(organisation));
    }

    [Fact]
    public async Task The_administration_asks_in_owners_and_leaves_everyone_else_to_them()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var (owner, administrator) = (await site.MemberAsync(organisation, MembershipRole.Owner), await new Given(site).PersonAsync(Role.Administrator));
        foreach (var (email, role, by, refused) in new[]
        {
            ("a@example.org", MembershipRole.Owner, administrator, false), ("b@example.org", MembershipRole.Editor, administrator, true), ("c@example.org", MembershipRole.Editor, owner, false),
        })
        {
            var refusal = await site.UseAsync<InviteMember, Domain.Refusal?>(invite => invite.ExecuteAsync("stadtwerke", email, role, by, default));
            Assert.Equal((email, refused), (email, refusal is Domain.NotAllowed));
        }

        var foreign = await site.WithDbAsync(db => db.Invitations.Where(invitation => invitation.Role == MembershipRole.Editor).Select(invitation => invitation.Id).SingleAsync());
        Assert.IsType<Domain.NotAllowed>(await site.UseAsync<WithdrawInvitation, Domain.Refusal?>(withdraw => withdraw.ExecuteAsync("stadtwerke", foreign, administrator, default)));
        var browsing = await Browsing.AsAsync(site, administrator);
        await browsing.SubmitAsync("/verwaltung/organisationen/stadtwerke", "form[id^=zuruecknehmen]", []);
        Assert.Equal(["c@example.org"], await site.WithDbAsync(db => db.Invitations.Where(invitation => invitation.WithdrawnAt == null).Select(invitation => invitation.Email).ToListAsync()));
    }

    [Fact]
    public async Task An_address_is_given_once_and_never_that_of_a_page()
    {
        await using var site = await TestSite.StartAsync();
        await site.OrganisationAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        foreach (var slug in (string[])["stadtwerke", "Stadtwerke", "einladung", "neu"])
        {
            var page = await browsing.SubmitAsync(New, "#organisation", Form(slug: slug));
            Assert.Equal((slug, HttpStatusCode.Conflict), (slug, browsing.Last.StatusCode));
            Assert.NotNull(page.QuerySelector("#Input_Slug-error"));
        }

        Assert.Equal(1, await site.WithDbAsync(db => db.Organisations.CountAsync()));
    }

    [Theory, InlineData("javascript:alert(1)"), InlineData("//example.org"), InlineData("ftp://example.org"), InlineData("https://a:b@example.org"), InlineData("data:text/html,x"), InlineData("/konto")]
    public async Task A_website_that_is_none_is_refused_and_everything_typed_is_kept(string website)
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        var page = await browsing.SubmitAsync(New, "#organisation", Form(website: website));
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.NotNull(page.QuerySelector("#Input_Website-error"));
        Assert.Equal("Stadtwerke Ratingen GmbH", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.Equal(0, await site.WithDbAsync(db => db.Organisations.CountAsync()));
    }

    [Fact]
    public async Task Two_who_change_at_once_do_not_overwrite_each_other()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Administrator));
        const string Page = "/verwaltung/organisationen/stadtwerke";
        var stale = Browsing.Fields((AngleSharp.Html.Dom.IHtmlFormElement)(await browsing.GetAsync(Page)).QuerySelector("#organisation")!);
        await browsing.SubmitAsync(Page, "#organisation", new(StringComparer.Ordinal) { ["Input.Name"] = "Erste" });
        stale["Input.Name"] = "Zweite";
        await browsing.PostAsync(Page, stale);
        Assert.Equal(HttpStatusCode.Conflict, browsing.Last.StatusCode);
        Assert.Equal("Erste", await site.WithDbAsync(db => db.Organisations.Where(o => o.Id == organisation.Id).Select(o => o.Name).SingleAsync()));
    }

    private static Dictionary<string, string> Form(string slug = "", string website = "https://stadtwerke.example.org") => new(StringComparer.Ordinal)
    {
        ["Input.Name"] = "Stadtwerke Ratingen GmbH", ["Input.Slug"] = slug, ["Input.Kind"] = "utility", ["Input.About"] = "Strom und **Wasser**.", ["Input.Website"] = website,
    };
}
