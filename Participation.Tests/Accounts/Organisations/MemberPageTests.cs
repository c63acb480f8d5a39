using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Accounts.Organisations;

public sealed class MemberPageTests
{
    private const string Page = "/konto/organisationen/stadtwerke";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_owner_gives_roles_and_removes_members_who_are_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var organisation = await site.OrganisationAsync();
        var (owner, anna, berta) = (await site.MemberAsync(organisation, MembershipRole.Owner), await site.MemberAsync(organisation, MembershipRole.Viewer), await site.MemberAsync(organisation, MembershipRole.Editor));
        var browsing = await Browsing.AsAsync(site, owner);

        await browsing.SubmitAsync(Page, $"#rolle-{anna.Person.Value:N}", new(StringComparer.Ordinal) { ["role"] = "Owner" });
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        await browsing.SubmitAsync(Page, $"#entfernen-{berta.Person.Value:N}", []);

        Assert.Equal(new Dictionary<PersonId, MembershipRole> { [owner.Person] = MembershipRole.Owner, [anna.Person] = MembershipRole.Owner }, await site.RolesAsync(organisation));
        Assert.Equal(["membership.role", "membership.remove"], await site.AuditAsync(organisation));
        await ReadsAsync(site, anna, "Sie verwalten jetzt die Organisation „Stadtwerke Ratingen“.", Page);
        await ReadsAsync(site, berta, "Sie gehören nicht mehr zur Organisation „Stadtwerke Ratingen“", "/organisationen/stadtwerke");
    }

    [Fact]
    public async Task The_last_owner_can_neither_step_down_nor_leave()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var owner = await site.MemberAsync(organisation, MembershipRole.Owner);
        await site.MemberAsync(organisation, MembershipRole.Editor);
        var browsing = await Browsing.AsAsync(site, owner);

        foreach (var (page, form, field) in new[] { (Page, $"#rolle-{owner.Person.Value:N}", "Viewer"), ("/konto/organisationen", "#verlassen-stadtwerke", "") })
        {
            var answer = await browsing.SubmitAsync(page, form, field.Length > 0 ? new(StringComparer.Ordinal) { ["role"] = field } : []);
            Assert.Equal(HttpStatusCode.Conflict, browsing.Last.StatusCode);
            Assert.Contains("mindestens eine Person", answer.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(MembershipRole.Owner, (await site.RolesAsync(organisation))[owner.Person]);
        Assert.Empty(await site.AuditAsync(organisation));
    }

    [Fact]
    public async Task An_owner_hands_over_and_can_leave_then()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var (owner, heir) = (await site.MemberAsync(organisation, MembershipRole.Owner), await site.MemberAsync(organisation, MembershipRole.Viewer));
        var browsing = await Browsing.AsAsync(site, owner);

        await browsing.SubmitAsync(Page, "#uebertragung", new(StringComparer.Ordinal) { ["person"] = heir.Person.Value.ToString("N") });
        Assert.Equal("/konto/organisationen", browsing.Last.Headers.Location!.ToString());
        Assert.Equal(new Dictionary<PersonId, MembershipRole> { [owner.Person] = MembershipRole.Editor, [heir.Person] = MembershipRole.Owner }, await site.RolesAsync(organisation));
        await browsing.SubmitAsync("/konto/organisationen", "#verlassen-stadtwerke", []);
        Assert.Equal([heir.Person], (await site.RolesAsync(organisation)).Keys);
        Assert.Equal(["membership.role", "membership.role", "membership.leave"], await site.AuditAsync(organisation));
    }

    [Theory, InlineData(MembershipRole.Viewer), InlineData(MembershipRole.Editor), InlineData(null)]
    public async Task Nobody_but_an_owner_of_just_this_organisation_manages_it(MembershipRole? role)
    {
        await using var site = await TestSite.StartAsync();
        var (organisation, other) = (await site.OrganisationAsync(), await site.OrganisationAsync("verein", "Verein"));
        var owner = await site.MemberAsync(organisation, MembershipRole.Owner);
        var member = await site.MemberAsync(organisation, MembershipRole.Editor);
        var intruder = role is { } own ? await site.MemberAsync(organisation, own) : await site.MemberAsync(other, MembershipRole.Owner);
        await (await Browsing.AsAsync(site, owner)).InviteAsync("offen@example.org", MembershipRole.Viewer);
        var invitation = await site.WithDbAsync(db => db.Invitations.Select(candidate => candidate.Id).SingleAsync());
        var before = await site.RolesAsync(organisation);
        var browsing = await Browsing.AsAsync(site, intruder);
        await browsing.GetAsync(Page);
        Assert.Equal(HttpStatusCode.Forbidden, browsing.Last.StatusCode);

        foreach (var handler in (string[])["Invite", "Withdraw", "Role", "Remove", "Transfer", "Contact"])
        {
            var token = (await browsing.GetAsync("/konto")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            await browsing.PostAsync($"{Page}?handler={handler}", new(StringComparer.Ordinal)
            {
                ["__RequestVerificationToken"] = token, ["person"] = member.Person.Value.ToString(), ["role"] = "Owner", ["invitation"] = invitation.Value.ToString(),
                ["Input.Email"] = "boese@example.org", ["Input.Role"] = "Owner", ["Input.Contact"] = "Ruf mich an",
            });
            Assert.Equal((handler, HttpStatusCode.Forbidden), (handler, browsing.Last.StatusCode));
        }

        Assert.Equal(before, await site.RolesAsync(organisation));
        Assert.Equal(["membership.invite"], await site.AuditAsync(organisation));
        Assert.Null(await site.WithDbAsync(db => db.Invitations.Select(candidate => candidate.WithdrawnAt).SingleAsync()));
    }

    [Fact]
    public async Task The_contact_line_is_public_at_once_and_a_role_that_does_not_exist_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        var organisation = await site.OrganisationAsync();
        var owner = await site.MemberAsync(organisation, MembershipRole.Owner);
        var (browsing, visitor) = (await Browsing.AsAsync(site, owner), Browsing.Visitor(site));
        await visitor.GetAsync("/organisationen/stadtwerke");
        await browsing.SubmitAsync(Page, "#kontaktzeile", new(StringComparer.Ordinal) { ["Input.Contact"] = "<script>alert(1)</script> 02102 1234" });
        var page = await visitor.GetAsync("/organisationen/stadtwerke");
        Harmless.AssertPage(page, "/organisationen/stadtwerke");
        Assert.Contains("02102 1234", page.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        await browsing.SubmitAsync(Page, "#kontaktzeile", new(StringComparer.Ordinal) { ["Input.Contact"] = new string('x', Organisation.ContactMaxLength + 1) });
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        foreach (var role in (string[])["7", "Kaiser", ""])
        {
            await browsing.SubmitAsync(Page, $"#rolle-{owner.Person.Value:N}", new(StringComparer.Ordinal) { ["role"] = role });
            Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        }
    }

    private static async Task ReadsAsync(TestSite site, Actor person, string text, string address)
    {
        var entry = (await (await Browsing.AsAsync(site, person)).GetAsync("/mitteilungen")).QuerySelector(".inbox-entry__link")!;
        Assert.Contains(text, entry.TextContent, StringComparison.Ordinal);
        Assert.Equal(address, entry.GetAttribute("href"));
    }
}
