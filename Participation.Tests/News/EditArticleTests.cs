using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Domain.News;
using Participation.Tests.Accounts.OwnData;
using Participation.Tests.Support;
using Participation.Tests.Uploads;
using Participation.Web.News.Articles;
using Participation.Web.Shared;

namespace Participation.Tests.News;

/// <summary>The form of an article: mistakes, conflicts, documents, images, and what a client sends that is no form.</summary>
public sealed class EditArticleTests
{
    [Fact]
    public async Task Every_mistake_is_named_at_its_field_and_nothing_typed_is_lost()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        (string Field, string Value, string Link)[] mistakes =
        [
            ("Input.Title", " ", "#Input_Title"), ("Input.Teaser", new string('x', Article.TeaserMaxLength + 1), "#Input_Teaser"), ("Input.Body", new string('x', Article.BodyMaxLength + 1), "#Input_Body"),
            ("Input.Keywords", string.Join(',', Enumerable.Range(1, 13)), "#Input_Keywords"), ("Input.Keywords", new string('x', 41), "#Input_Keywords"), ("Input.SourceUrl", "https://kommune21.de", "#Input_SourceName"),
            ("Input.Topic", "gibt-es-nicht", "#Input_Topic"), ("Input.District", "gibt-es-nicht", "#Input_District"), ("Input.Publish.At", "2020-01-01T10:00", "#Input_Publish_At"),
        ];
        foreach (var (field, value, link) in mistakes)
        {
            var more = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = value };
            if (field == "Input.Publish.At") more["Input.Publish.Step"] = "Schedule";
            var page = await browsing.SubmitAsync(Links.NewArticle, NewsSteps.ArticleForm, NewsSteps.Filled(more));
            Assert.Equal((field, 400), (field, (int)browsing.Last.StatusCode));
            Assert.Equal([link], page.QuerySelectorAll(".error-list a").Select(error => error.GetAttribute("href")));
            Assert.NotNull(page.QuerySelector(link));
            if (field != "Input.Body") Assert.Equal("Seit **Samstag**.", page.QuerySelector("#Input_Body")!.TextContent.Trim());
        }

        Assert.Equal(0, await site.WithDbAsync(db => db.Articles.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_slower_of_two_moderators_sees_what_differs_and_can_save_on(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var one = await given.PersonAsync(Role.Moderator, "Flink");
        var number = await site.ArticleAsync(one);
        var (fast, slow) = (await Browsing.AsAsync(site, one), await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator)));
        var fields = NewsSteps.Sent(await slow.GetAsync(Links.EditArticle(number)), NewsSteps.ArticleForm);
        await fast.SubmitAsync(Links.EditArticle(number), NewsSteps.ArticleForm, new() { ["Input.Teaser"] = "Am Markt sprudelt es wieder." });
        fields["Input.Title"] = "Langsamer Brunnen";

        var page = await slow.PostAsync(Links.EditArticle(number), fields);
        Assert.Equal(409, (int)slow.Last.StatusCode);
        Assert.Null(page.QuerySelector("#fehler"));
        var conflict = page.QuerySelector("[aria-labelledby=inzwischen]")!;
        Assert.Contains("Flink", conflict.TextContent, StringComparison.Ordinal);
        Assert.Contains("wieder", conflict.QuerySelectorAll("del").Select(piece => piece.TextContent.Trim()).Aggregate(string.Concat), StringComparison.Ordinal);
        var again = NewsSteps.Sent(page, NewsSteps.ArticleForm);
        Assert.Equal("Langsamer Brunnen", again["Input.Title"]);
        await slow.PostAsync(Links.EditArticle(number), again);
        Assert.Equal(302, (int)slow.Last.StatusCode);
        Assert.Equal("Langsamer Brunnen", await site.WithDbAsync(db => db.Articles.Select(article => article.Title).SingleAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_form_sent_twice_is_one_article(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var order = new ArticleOrder(NewsSteps.Text(), new PublicationChange(PublicationStep.Publish), [], 0, "einmal");
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.UseAsync<SaveArticle, Outcome<SavedText>>(save => save.ExecuteAsync(null, order, moderator, default))));
        Assert.All(sent, saved => Assert.Equal(1, saved.Value!.Number));
        Assert.Equal((1, 1), await site.WithDbAsync(async db => (await db.Articles.CountAsync(), await db.AuditEntries.CountAsync())));
    }

    [Fact]
    public async Task Nobody_but_the_staff_saves_whoever_skips_the_page()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        foreach (var role in new[] { Role.Citizen, Role.Partner })
            Assert.IsType<NotAllowed>((await site.UseAsync<SaveArticle, Outcome<SavedText>>(async save => await save.ExecuteAsync(null, new ArticleOrder(NewsSteps.Text(), new(PublicationStep.Publish), []), await given.PersonAsync(role), default))).Refusal);
        var moderator = await given.PersonAsync(Role.Moderator);
        Assert.IsType<Domain.Uploads.DocumentIsNotThere>((await site.UseAsync<SaveArticle, Outcome<SavedText>>(save => save.ExecuteAsync(null, new ArticleOrder(NewsSteps.Text(), new(PublicationStep.Publish), [99]), moderator, default))).Refusal);
        Assert.Equal(0, await site.WithDbAsync(db => db.Articles.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_document_is_uploaded_with_the_article_and_offered_with_its_size(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var fields = NewsSteps.Sent(await browsing.GetAsync(Links.NewArticle), NewsSteps.ArticleForm);
        foreach (var (name, value) in NewsSteps.Filled()) fields[name] = value;
        fields["Input.Documents.Title"] = "Der Plan";
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        var file = new ByteArrayContent(PdfBytes.Of());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, "Input.Documents.File", "plan.pdf");
        await browsing.SendFormAsync(Links.NewArticle, form);
        Assert.Equal(302, (int)browsing.Last.StatusCode);

        var visitor = Browsing.Visitor(site);
        var page = await visitor.GetAsync("/neuigkeiten/1/ein-neuer-brunnen");
        var link = page.QuerySelector(".attachments a")!;
        Assert.Equal(("Der Plan", "/dokumente/1/der-plan.pdf"), (link.TextContent, link.GetAttribute("href")));
        Assert.Matches("PDF, [0-9]+ KB", page.QuerySelector(".attachments")!.TextContent);
        await browsing.SubmitAsync(Links.EditArticle(1), NewsSteps.ArticleForm, []);
        Assert.NotNull((await visitor.GetAsync("/neuigkeiten/1/ein-neuer-brunnen")).QuerySelector(".attachments a"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Images_of_an_article_are_public_with_it(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var image = await site.ImageAsync(moderator);
        var (browsing, visitor) = (await Browsing.AsAsync(site, moderator), Browsing.Visitor(site));
        var address = Links.Image(image.Id.Value, Domain.Uploads.UploadFile.Large);
        await browsing.SubmitAsync(Links.NewArticle, NewsSteps.ArticleForm, NewsSteps.Filled(new() { ["Input.Body"] = $"![Ein Brunnen]({address})", ["Input.Publish.Step"] = "Keep" }));
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        Assert.Equal(404, (int)(await visitor.Client.GetAsync(address)).StatusCode);
        await browsing.SubmitAsync(Links.EditArticle(1), NewsSteps.ArticleForm, new() { ["Input.Publish.Step"] = "Publish" });
        Assert.Equal(200, (int)(await visitor.Client.GetAsync(address)).StatusCode);
        Assert.NotNull((await visitor.GetAsync("/neuigkeiten/1/ein-neuer-brunnen")).QuerySelector($"meta[property='og:image'][content='https://localhost{address}']"));
        await browsing.SubmitAsync(Links.EditArticle(1), NewsSteps.ArticleForm, new() { ["Input.Publish.Step"] = "Withdraw", ["Input.Publish.Reason"] = "Falsch." });
        Assert.Equal(410, (int)(await visitor.Client.GetAsync(address)).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Images_of_the_citys_texts_stay_when_whoever_uploaded_them_leaves(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var (kept, loose) = (await site.ImageAsync(moderator), await site.ImageAsync(moderator));
        var address = Links.Image(kept.Id.Value, Domain.Uploads.UploadFile.Large);
        await (await Browsing.AsAsync(site, moderator)).SubmitAsync(Links.NewArticle, NewsSteps.ArticleForm, NewsSteps.Filled(new() { ["Input.Body"] = $"![Ein Brunnen]({address})" }));
        await site.GoneAsync(moderator, ErasureChoice.Remove);
        Assert.Equal([kept.Id], await site.WithDbAsync(db => db.Uploads.Select(upload => upload.Id).ToListAsync()));
        Assert.Equal(200, (int)(await Browsing.Visitor(site).Client.GetAsync(address)).StatusCode);
        Assert.NotEqual(kept.Id, loose.Id);
    }

    [Fact]
    public async Task The_preview_shows_the_article_and_saves_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        var page = await browsing.SubmitAsync(Links.NewArticle, NewsSteps.ArticleForm, NewsSteps.Filled(new() { ["Input.Title"] = "<img src=x onerror=alert(1)>" }), "button[value=vorschau]");
        Assert.Equal(200, (int)browsing.Last.StatusCode);
        Assert.Equal("<img src=x onerror=alert(1)>", page.QuerySelector("[aria-labelledby=vorschau] .kern-heading-x-large")!.TextContent);
        Assert.Equal("Samstag", page.QuerySelector("[aria-labelledby=vorschau] .prose strong")!.TextContent);
        Harmless.AssertPage(page, Links.NewArticle);
        Assert.Equal(0, await site.WithDbAsync(db => db.Articles.CountAsync()));
    }

    [Fact]
    public async Task What_was_typed_comes_back_and_is_forgotten_once_it_is_saved()
    {
        await using var site = await TestSite.StartAsync();
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var browsing = await Browsing.AsAsync(site, moderator);
        var fields = NewsSteps.Sent(await browsing.GetAsync(Links.NewArticle), NewsSteps.ArticleForm);
        foreach (var (name, value) in NewsSteps.Filled()) fields[name] = value;
        await browsing.PostAsync(Links.KeepFormThen(Links.NewArticle), fields);
        var again = await browsing.GetAsync(Links.NewArticle);
        Assert.Equal("Am Markt sprudelt es.", again.QuerySelector("#Input_Teaser")!.TextContent.Trim());
        Assert.NotNull(again.QuerySelector("#zwischenstand-verwerfen"));
        await browsing.PostAsync(Links.NewArticle, NewsSteps.Sent(again, NewsSteps.ArticleForm));
        Assert.Equal(302, (int)browsing.Last.StatusCode);
        Assert.Equal(0, await site.WithDbAsync(db => db.KeptForms.CountAsync()));
    }

    [Fact]
    public async Task The_staff_sees_all_articles_by_their_state()
    {
        await using var site = await TestSite.StartAsync();
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        await site.ArticleAsync(moderator, NewsSteps.Text("Entwurf"), new PublicationChange(PublicationStep.Keep));
        await site.ArticleAsync(moderator, NewsSteps.Text("Geplant"), new PublicationChange(PublicationStep.Schedule, TimeProvider.System.GetUtcNow().AddDays(3)));
        await site.ArticleAsync(moderator, NewsSteps.Text("Da"));
        var browsing = await Browsing.AsAsync(site, moderator);
        foreach (var (query, titles) in new[] { ("", "Da Geplant Entwurf"), ("?stand=Draft", "Entwurf"), ("?stand=Scheduled", "Geplant"), ("?stand=Published", "Da"), ("?stand=Withdrawn", ""), ("?stand=99", "Da Geplant Entwurf") })
            Assert.Equal(titles, string.Join(' ', (await browsing.GetAsync(Links.ManageNews + query)).QuerySelectorAll(".queue__title").Select(title => title.TextContent)));
    }
}
