using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Uploads;
using Participation.Tests.Support;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads;

#pragma warning disable CA2000 // Forms dispose their parts.

namespace Participation.Tests.Uploads;

/// <summary>The form of a text with an image, as a browser without script sends it.</summary>
public sealed class ImageFormTests
{
    private const string Body = "Am Bahnhof fehlt ein Brunnen.";

    [Fact]
    public async Task An_image_is_uploaded_with_the_form_shown_in_it_and_taken_out_again()
    {
        await using var site = await TestSite.StartAsync();
        var (author, browsing) = await AuthorAsync(site);
        var fields = Filled(await browsing.GetAsync(Links.NewIdea));

        var page = await SendAsync(browsing, Links.NewIdea, With(fields, (FormImages.ActionField, FormImages.Add), (FormImages.AltField, "Leerer Platz")), Picture.Jpeg(200, 100));
        Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);
        var text = ((IHtmlTextAreaElement)page.QuerySelector("#Input_Body")!).Value;
        var image = Assert.Single(TextImages.In(new MarkdownText().Format(text).Html));
        Assert.StartsWith(Body, text, StringComparison.Ordinal);
        Assert.Equal("Leerer Platz", image.Alt);
        Assert.NotNull(page.QuerySelector($".picture__list img[src='{Links.Image(image.Id, UploadFile.Small)}']"));

        var remove = page.QuerySelector(".picture__list button")!.GetAttribute("value")!;
        page = await SendAsync(browsing, Links.NewIdea, With(Fields(page), (FormImages.ActionField, remove)), null);
        Assert.Equal(Body, ((IHtmlTextAreaElement)page.QuerySelector("#Input_Body")!).Value);
        Assert.Empty(page.QuerySelectorAll(".picture__list img"));
        Assert.Equal(1, await site.WithDbAsync(db => db.Uploads.CountAsync(upload => upload.OwnerId == author.Person)));
    }

    [Fact]
    public async Task A_file_is_taken_along_whatever_button_was_pressed()
    {
        await using var site = await TestSite.StartAsync();
        var (_, browsing) = await AuthorAsync(site);
        var topic = await site.WithDbAsync(db => db.Topics.OrderBy(candidate => candidate.Order).Select(candidate => candidate.Key).FirstAsync());
        var fields = With(Filled(await browsing.GetAsync(Links.NewIdea)), ("Input.Topic", topic), ("Input.Rules", "true"), (FormImages.ActionField, "einreichen"), (FormImages.AltField, "Leerer Platz"));

        await SendAsync(browsing, Links.NewIdea, fields, Picture.Jpeg(200, 100));

        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        var upload = await site.WithDbAsync(db => db.Uploads.SingleAsync());
        var idea = await site.WithDbAsync(db => db.Ideas.SingleAsync(candidate => candidate.Number == 1));
        Assert.Equal(idea.Id.Value, upload.UsedById);
        Assert.Contains(Links.Image(upload.Id.Value, UploadFile.Large), idea.Body.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", idea.Summary, StringComparison.Ordinal);
        Assert.Equal(Body, idea.Summary);
    }

    [Fact]
    public async Task What_is_wrong_with_an_image_stands_under_its_field_and_the_text_is_kept()
    {
        await using var site = await TestSite.StartAsync();
        var (_, browsing) = await AuthorAsync(site);
        var fields = Filled(await browsing.GetAsync(Links.NewIdea));

        var wordless = await SendAsync(browsing, Links.NewIdea, With(fields, (FormImages.ActionField, FormImages.Add)), Picture.Jpeg(50, 40));
        AssertProblem(wordless, "#Bildtext", RefusalTexts.AltTextIsMissing);
        var foreign = await SendAsync(browsing, Links.NewIdea, With(fields, (FormImages.ActionField, FormImages.Add), (FormImages.AltField, "Skript")), "<script>"u8.ToArray());
        AssertProblem(foreign, "#Bild", RefusalTexts.ImageTypeNotAllowed);
        Assert.Equal("Skript", foreign.QuerySelector("#Bildtext")!.GetAttribute("value"));
        var none = await SendAsync(browsing, Links.NewIdea, With(fields, (FormImages.ActionField, FormImages.Add)), null);
        AssertProblem(none, "#Bild", RefusalTexts.FileIsMissing);
        Assert.Equal(0, await site.UploadCountAsync());

        void AssertProblem(IHtmlDocument page, string field, string message)
        {
            Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
            Assert.Equal(message, page.QuerySelector($"#fehler a[href='{field}']")!.TextContent);
            Assert.Contains(message, page.QuerySelector($"{field}-error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(Body, ((IHtmlTextAreaElement)page.QuerySelector("#Input_Body")!).Value);
        }
    }

    [Fact]
    public async Task A_comment_takes_an_image_too_and_an_idea_when_it_is_changed()
    {
        await using var site = await TestSite.StartAsync();
        var (author, browsing) = await AuthorAsync(site);
        var idea = await new Given(site).IdeaAsync(author);
        var page = await browsing.GetAsync(Links.Comments(idea));
        await SendAsync(browsing, Links.Comments(idea), With(Fields(page, "form[data-comment-form]"), ("Body", "So sieht es aus."), (FormImages.AltField, "Leerer Platz")), Picture.Jpeg(60, 40));
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        var comment = await site.WithDbAsync(db => db.Comments.SingleAsync());
        Assert.Single(TextImages.In(comment.Body.Html));

        page = await browsing.GetAsync(Links.EditComment(idea, comment.Number));
        Assert.Single(page.QuerySelectorAll(".picture__list img"));
        page = await SendAsync(browsing, Links.EditComment(idea, comment.Number), With(Fields(page, "main form"), (FormImages.ActionField, page.QuerySelector(".picture__list button")!.GetAttribute("value")!)), null);
        Assert.Equal("So sieht es aus.", ((IHtmlTextAreaElement)page.QuerySelector("#Input_Body")!).Value);

        page = await browsing.GetAsync(Links.EditIdea(idea));
        await SendAsync(browsing, Links.EditIdea(idea), With(Fields(page, "#bearbeiten"), (FormImages.AltField, "Leerer Platz")), Picture.Jpeg(60, 40));
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        Assert.Single(TextImages.In(await site.WithDbAsync(db => db.Ideas.Where(candidate => candidate.Number == idea).Select(candidate => candidate.Body.Html).SingleAsync())));
    }

    [Fact]
    public async Task A_forged_form_uploads_nothing_and_keeps_the_text()
    {
        await using var site = await TestSite.StartAsync();
        var (_, browsing) = await AuthorAsync(site);
        var fields = With(Filled(await browsing.GetAsync(Links.NewIdea)), ("__RequestVerificationToken", "forged"), (FormImages.ActionField, FormImages.Add), (FormImages.AltField, "Leerer Platz"));
        var page = await SendAsync(browsing, Links.NewIdea, fields, Picture.Jpeg(60, 40));
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.Equal(Body, ((IHtmlTextAreaElement)page.QuerySelector("#Input_Body")!).Value);
        Assert.Equal(0, await site.UploadCountAsync());
    }

    private static async Task<(Actor Author, Browsing Browsing)> AuthorAsync(TestSite site)
    {
        var given = new Given(site);
        await given.ProcessAsync();
        var author = await given.PersonAsync();
        return (author, await Browsing.AsAsync(site, author));
    }

    private static Dictionary<string, string> Filled(IHtmlDocument page) => With(Fields(page), ("Input.Title", "Ein Brunnen am Bahnhof"), ("Input.Body", Body));

    /// <summary>What the page's form would send, without its file.</summary>
    private static Dictionary<string, string> Fields(IHtmlDocument page, string form = "form[data-idea-form]")
    {
        var element = (IHtmlFormElement)page.QuerySelector(form)!;
        Assert.Equal("multipart/form-data", element.GetAttribute("enctype"));
        return Browsing.Fields(element).Where(field => field.Key != FormImages.FileField).ToDictionary(field => field.Key, field => field.Value);
    }

    private static Dictionary<string, string> With(Dictionary<string, string> fields, params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        foreach (var (name, value) in more) all[name] = value;
        return all;
    }

    private static async Task<IHtmlDocument> SendAsync(Browsing browsing, string address, Dictionary<string, string> fields, byte[]? file)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), $"\"{name}\"");
        }

        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(part, FormImages.FileField, "foto.jpg");
        }

        await browsing.SendFormAsync(address, form);
        return await new HtmlParser().ParseDocumentAsync(await browsing.Last.Content.ReadAsStringAsync());
    }
}
