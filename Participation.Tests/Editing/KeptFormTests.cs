using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Tests.Support;
using Participation.Web.Editing;
using Participation.Web.Shared;

namespace Participation.Tests.Editing;

/// <summary>What the staff typed and did not send.</summary>
public sealed class KeptFormTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_last_state_of_a_form_is_kept_for_whoever_typed_it_and_forgotten_when_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (one, other) = (await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Moderator));
        foreach (var title in (string[])["Erst", "Dann"]) Assert.Null(await KeepAsync(site, one, "article:1", ("Input.Title", title)));
        Assert.Null(await KeepAsync(site, other, "article:1", ("Input.Title", "Fremd")));

        var kept = await site.WithDbAsync(db => db.KeptForms.AsNoTracking().SingleAsync(form => form.PersonId == one.Person));
        Assert.Contains("Dann", kept.Fields, StringComparison.Ordinal);
        Assert.DoesNotContain("Token", kept.Fields, StringComparison.Ordinal);
        await site.UseAsync<KeptForms>(forms => forms.ForgetAsync(one, "article:1", default));
        Assert.Equal(other.Person, await site.WithDbAsync(db => db.KeptForms.Select(form => form.PersonId).SingleAsync()));
    }

    [Theory, InlineData(""), InlineData("a b"), InlineData("<script>"), InlineData("article:ä")]
    public async Task A_key_that_names_no_form_is_refused(string key)
    {
        await using var site = await TestSite.StartAsync();
        Assert.IsType<FormCannotBeKept>(await KeepAsync(site, await new Given(site).PersonAsync(Role.Moderator), key, ("Input.Title", "x")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_keeps_without_end(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        for (var i = 0; i <= KeptForm.MostPerPerson; i++) Assert.Null(await KeepAsync(site, moderator, $"article:{i}", ("Input.Title", "x")));
        Assert.Equal(KeptForm.MostPerPerson, await site.WithDbAsync(db => db.KeptForms.CountAsync()));
        Assert.IsType<FormCannotBeKept>(await KeepAsync(site, moderator, "article:1", ("Input.Body", new string('x', KeptForm.FieldsMaxLength))));
    }

    [Fact]
    public async Task Only_the_staff_keeps_and_nothing_without_a_token()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var citizen = await Browsing.AsAsync(site, await given.PersonAsync());
        await citizen.PostAsync(Links.KeepForm, new() { [KeptForms.KeyField] = "article:1" });
        Assert.Equal(HttpStatusCode.Forbidden, citizen.Last.StatusCode);
        var moderator = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        await moderator.PostAsync(Links.KeepForm, new() { [KeptForms.KeyField] = "article:1", ["__RequestVerificationToken"] = "falsch" });
        Assert.Equal(HttpStatusCode.BadRequest, moderator.Last.StatusCode);
        Assert.Equal(0, await site.WithDbAsync(db => db.KeptForms.CountAsync()));
    }

    private static Task<Domain.Refusal?> KeepAsync(TestSite site, Actor actor, string key, params (string Name, string Value)[] fields) => site.UseAsync<KeptForms, Domain.Refusal?>(forms =>
        forms.KeepAsync(actor, new FormCollection(fields.Append((KeptForms.KeyField, key)).Append(("__RequestVerificationToken", "geheim")).ToDictionary(field => field.Item1, field => new StringValues(field.Item2))), default));
}
