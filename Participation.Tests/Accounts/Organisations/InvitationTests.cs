using System.Net;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.Organisations;
using Participation.Web.Shared;

namespace Participation.Tests.Accounts.Organisations;

/// <summary>From the owner's form by mail to a membership, and every way in which it must not open.</summary>
public sealed class InvitationTests
{
    private const string Members = "/konto/organisationen/stadtwerke";
    private const string Email = "neu@example.org";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Someone_without_an_account_is_invited_registers_and_joins(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (organisation, owner) = await OwnedAsync(site);
        await (await Browsing.AsAsync(site, owner)).InviteAsync(Email, MembershipRole.Editor);
        var link = await LinkAsync(site, Email);
        Assert.DoesNotContain(await site.WithDbAsync(db => db.Invitations.Select(invitation => invitation.TokenHash).ToListAsync()), hash => link.Contains(hash, StringComparison.OrdinalIgnoreCase));

        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync(link);
        Assert.Contains("Stadtwerke Ratingen", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#annehmen"));
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == Links.SignInThen(link));
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == Links.RegisterThen(link));
        Assert.True(visitor.Last.Headers.CacheControl!.NoStore);

        await visitor.RegisterAsync("Neue Kraft", Email);
        await visitor.ConfirmAsync(site, Email);
        await visitor.SignInAsync(Email, page: Links.SignInThen(link));
        Assert.Equal(link, visitor.Last.Headers.Location!.ToString());
        await visitor.SubmitAsync(link, "#annehmen", []);
        Assert.Equal("/konto/organisationen", visitor.Last.Headers.Location!.ToString());

        Assert.Equal([MembershipRole.Editor, MembershipRole.Owner], (await site.RolesAsync(organisation)).Values.Order());
        Assert.Equal(["membership.invite", "membership.accept"], await site.AuditAsync(organisation));
        Assert.Contains("hat ein neues Mitglied", (await (await Browsing.AsAsync(site, owner)).GetAsync("/mitteilungen")).Body!.TextContent, StringComparison.Ordinal);
        await visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
    }

    [Fact]
    public async Task Nobody_learns_whether_an_address_has_an_account()
    {
        await using var site = await TestSite.StartAsync();
        var (organisation, owner) = await OwnedAsync(site);
        var (known, member) = (await AccountAsync(site), await site.MemberAsync(organisation, MembershipRole.Editor));
        await Browsing.CookieAsync(site, member);
        var browsing = await Browsing.AsAsync(site, owner);
        var answers = new List<string>();
        foreach (var email in (string[])[Email, EmailOf(known), EmailOf(member)])
        {
            await browsing.InviteAsync(email, MembershipRole.Viewer);
            answers.Add($"{(int)browsing.Last.StatusCode} {browsing.Last.Headers.Location} {string.Join(';', browsing.Last.Headers.GetValues("Set-Cookie").Where(cookie => cookie.StartsWith("hinweis=", StringComparison.Ordinal)))}");
            Assert.NotEmpty(await new Mailbox(site).WaitAsync(email));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(3, (await browsing.GetAsync(Members)).QuerySelectorAll("form[id^=zuruecknehmen]").Length);
    }

    [Fact]
    public async Task Another_account_is_told_so_and_does_not_get_in()
    {
        await using var site = await TestSite.StartAsync();
        var (organisation, owner) = await OwnedAsync(site);
        await (await Browsing.AsAsync(site, owner)).InviteAsync(Email, MembershipRole.Owner);
        var link = await LinkAsync(site, Email);

        var stranger = await Browsing.AsAsync(site, await AccountAsync(site));
        var page = await stranger.GetAsync(link);
        Assert.NotNull(page.QuerySelector("#anderes-konto"));
        Assert.Null(page.QuerySelector("#annehmen"));
        var forged = await stranger.PostAsync("/organisationen/einladung", new(StringComparer.Ordinal)
        {
            ["zeichen"] = TokenOf(link), ["__RequestVerificationToken"] = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Last.StatusCode);
        Assert.Contains("andere E-Mail-Adresse", forged.QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([owner.Person], (await site.RolesAsync(organisation)).Keys);
    }

    [Fact]
    public async Task An_address_that_was_never_confirmed_opens_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var (organisation, owner) = await OwnedAsync(site);
        var squatter = await AccountAsync(site);
        await site.WithDbAsync(db => db.Users.Where(account => account.PersonId == squatter.Person).ExecuteUpdateAsync(set => set.SetProperty(account => account.EmailConfirmed, false)));
        await (await Browsing.AsAsync(site, owner)).InviteAsync(EmailOf(squatter), MembershipRole.Owner);
        var token = TokenOf(await LinkAsync(site, EmailOf(squatter)));

        Assert.IsType<InvitationIsForAnotherAddress>(await AcceptAsync(site, token, squatter));
        Assert.Single(await site.RolesAsync(organisation));
    }

    [Theory, InlineData("expired"), InlineData("withdrawn"), InlineData("replaced"), InlineData("tampered"), InlineData("empty"), InlineData("hash")]
    public async Task A_link_that_is_no_more_opens_nothing(string how)
    {
        await using var site = await TestSite.StartAsync();
        var (organisation, owner) = await OwnedAsync(site);
        var invited = await AccountAsync(site);
        var browsing = await Browsing.AsAsync(site, owner);
        await browsing.InviteAsync(EmailOf(invited), MembershipRole.Editor);
        var token = TokenOf(await LinkAsync(site, EmailOf(invited)));
        if (how is "expired") await site.WithDbAsync(db => db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.ExpiresAt, A.Moment)));
        if (how is "withdrawn") await browsing.SubmitAsync(Members, "form[id^=zuruecknehmen]", []);
        if (how is "replaced") await browsing.InviteAsync(EmailOf(invited), MembershipRole.Viewer);
        if (how is "tampered") token = (token[0] == 'A' ? 'B' : 'A') + token[1..];
        if (how is "empty") token = "";
        if (how is "hash") token = await site.WithDbAsync(db => db.Invitations.Select(invitation => invitation.TokenHash).SingleAsync());

        Assert.IsType<InvitationIsClosed>(await AcceptAsync(site, token, invited));
        var visitor = await Browsing.AsAsync(site, invited);
        await visitor.GetAsync(Links.Invitation(token));
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.DoesNotContain(invited.Person, (await site.RolesAsync(organisation)).Keys);
    }

    [Fact]
    public async Task A_used_link_does_not_bring_a_removed_member_back()
    {
        await using var site = await TestSite.StartAsync();
        var (organisation, owner) = await OwnedAsync(site);
        var invited = await AccountAsync(site);
        await (await Browsing.AsAsync(site, owner)).InviteAsync(EmailOf(invited), MembershipRole.Editor);
        var token = TokenOf(await LinkAsync(site, EmailOf(invited)));
        Assert.Null(await AcceptAsync(site, token, invited));
        Assert.Null(await AcceptAsync(site, token, invited));
        Assert.Null(await site.UseAsync<RemoveMember, Domain.Refusal?>(remove => remove.ExecuteAsync("stadtwerke", invited.Person, owner, default)));
        Assert.IsType<InvitationIsClosed>(await AcceptAsync(site, token, invited));
        Assert.Equal([owner.Person], (await site.RolesAsync(organisation)).Keys);
    }

    [Fact]
    public async Task Twenty_invitations_are_open_at_most()
    {
        await using var site = await TestSite.StartAsync();
        var (_, owner) = await OwnedAsync(site);
        for (var i = 0; i < Invitation.MaxOpen; i++) Assert.Null(await InviteAsync(site, $"{i}@example.org", owner));
        Assert.IsType<TooManyInvitations>(await InviteAsync(site, "mehr@example.org", owner));
        Assert.Null(await InviteAsync(site, "0@example.org", owner));
        var browsing = await Browsing.AsAsync(site, owner);
        Assert.Contains("20 Einladungen", (await browsing.InviteAsync("mehr@example.org", MembershipRole.Viewer)).QuerySelector("#fehler")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, browsing.Last.StatusCode);
    }

    private static async Task<(Organisation Organisation, Actor Owner)> OwnedAsync(TestSite site)
    {
        var organisation = await site.OrganisationAsync();
        return (organisation, await site.MemberAsync(organisation, MembershipRole.Owner));
    }

    /// <summary>A person with an account whose address is confirmed.</summary>
    private static async Task<Actor> AccountAsync(TestSite site)
    {
        var person = await new Given(site).PersonAsync();
        await Browsing.CookieAsync(site, person);
        return person;
    }

    private static string EmailOf(Actor person) => $"{person.Person.Value:N}@example.org";

    private static async Task<string> LinkAsync(TestSite site, string email) => Mailbox.Link((await new Mailbox(site).WaitAsync(email))[^1]);

    private static string TokenOf(string link) => link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];

    private static Task<Domain.Refusal?> AcceptAsync(TestSite site, string token, Actor actor) =>
        site.UseAsync<AcceptInvitation, Domain.Refusal?>(async accept => (await accept.ExecuteAsync(token, actor, default)).Refusal);

    private static Task<Domain.Refusal?> InviteAsync(TestSite site, string email, Actor owner) =>
        site.UseAsync<InviteMember, Domain.Refusal?>(invite => invite.ExecuteAsync("stadtwerke", email, MembershipRole.Viewer, owner, default));
}

/// <summary>The owner's form.</summary>
internal static class InvitationSteps
{
    public static Task<AngleSharp.Html.Dom.IHtmlDocument> InviteAsync(this Browsing browsing, string email, MembershipRole role) => browsing.SubmitAsync(
        "/konto/organisationen/stadtwerke", "#einladen", new(StringComparer.Ordinal) { ["Input.Email"] = email, ["Input.Role"] = role.ToString() });
}
