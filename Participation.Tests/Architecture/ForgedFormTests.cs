using System.Net;
using Participation.Tests.Accounts;
using Participation.Tests.Support;

namespace Participation.Tests.Architecture;

/// <summary>A form that another site sends with the visitor's cookie: complete and valid, but without the token that only the site's own page knows.</summary>
public sealed class ForgedFormTests
{
    public static TheoryData<string> Forms => [.. ForgedForms.All.Keys];

    [Theory, MemberData(nameof(Forms))]
    public async Task A_forged_form_is_refused_and_writes_nothing_and_the_same_form_with_its_token_is_accepted(string name)
    {
        var counter = new WriteCounter();
        await using var site = await TestSite.StartAsync(services: counter.Register);
        var (browsing, form) = await ForgedForms.OpenAsync(site, ForgedForms.All[name]);
        var mails = new Mailbox(site).All().Count;
        var foreign = (await Browsing.Visitor(site).GetAsync("/konto/anmelden")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        counter.Take();

        foreach (var token in new[] { "", foreign })
        {
            await browsing.SubmitAsync(form.Page, form.Form, new(form.Values) { ["__RequestVerificationToken"] = token }, form.Button);
            Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
            Assert.Equal(0, counter.Take());
        }

        await browsing.SubmitAsync(form.Page, form.Form, form.Values, form.Button);
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        if (form.Mail is not { } address) Assert.NotEqual(0, counter.Take());
        else Assert.Equal(mails + 1, (await new Mailbox(site).WaitAsync(address)).Count);
    }
}
