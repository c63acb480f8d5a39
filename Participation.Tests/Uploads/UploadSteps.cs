using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Uploads;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Tests.Uploads;

/// <summary>What came back from an upload.</summary>
internal sealed record UploadAnswer(HttpStatusCode Status, string? Message, string? Markdown);

/// <summary>Steps that tests about uploads take.</summary>
internal static class UploadSteps
{
    private static int _keys;

    /// <summary>An image of somebody that no text uses yet.</summary>
    public static async Task<UploadedImage> ImageAsync(this TestSite site, Actor owner, string alt = "Ein Brunnen", byte[]? file = null)
    {
        var uploaded = await site.UseAsync<UploadImage, Outcome<UploadedImage>>(upload => upload.ExecuteAsync(file ?? Picture.Jpeg(120, 80), alt, owner, default));
        Assert.Null(uploaded.Refusal);
        return uploaded.Value!;
    }

    /// <summary>How an image is written in a text.</summary>
    public static string Written(UploadedImage image) => Web.Markdown.TextImages.Markdown(image.Id.Value, image.Alt);

    /// <summary>Hands an idea in whose text ends with images.</summary>
    public static async Task<Outcome<SubmittedIdea>> IdeaWithAsync(this TestSite site, Actor author, params UploadedImage[] images)
    {
        await new Given(site).ProcessAsync();
        var topic = await site.WithDbAsync(db => db.Topics.OrderBy(candidate => candidate.Order).Select(candidate => candidate.Key).FirstAsync());
        var body = "Am Bahnhof fehlt ein Brunnen.\n\n" + string.Join("\n\n", images.Select(Written));
        return await site.UseAsync<SubmitIdea, Outcome<SubmittedIdea>>(submit => submit.ExecuteAsync(
            new IdeaInput("smart-city", "Ein Brunnen am Bahnhof", null, body, topic, null, null, null, null), $"upload-key-{Interlocked.Increment(ref _keys)}", author, default));
    }

    public static Task<Upload> UploadAsync(this TestSite site, UploadId id) => site.WithDbAsync(db => db.Uploads.AsNoTracking().SingleAsync(upload => upload.Id == id));

    public static Task<int> UploadCountAsync(this TestSite site) => site.WithDbAsync(db => db.Uploads.CountAsync());

    /// <summary>Lets hours pass for what is uploaded.</summary>
    public static Task<int> AgeAsync(this TestSite site, UploadId id, int hours) => site.WithDbAsync(async db =>
    {
        var then = TimeProvider.System.GetUtcNow().AddHours(-hours);
        return await db.Uploads.Where(upload => upload.Id == id).ExecuteUpdateAsync(set => set.SetProperty(upload => upload.ChangedAt, then));
    });

    /// <summary>The token of some form on the site.</summary>
    public static async Task<string> TokenAsync(this Browsing browsing) =>
        (await browsing.GetAsync(Links.SignIn)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>Sends an image as the script of the form does.</summary>
    public static async Task<UploadAnswer> SendImageAsync(this Browsing browsing, byte[] file, string alt = "Ein Brunnen", string name = "foto.jpg", string type = "image/jpeg")
    {
        using var content = new MultipartFormDataContent();
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{FormImages.FileField}\"; filename=\"{name}\"");
        content.Add(part);
        using var text = new StringContent(alt);
        content.Add(text, FormImages.AltField);
        return await browsing.SendAsync(content);
    }

    /// <summary>Sends a body as it is.</summary>
    public static async Task<UploadAnswer> SendAsync(this Browsing browsing, HttpContent content)
    {
        var token = await browsing.TokenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Links.Images, UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Antiforgery", token);
        using var answer = await browsing.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType?.MediaType != "application/json") return new UploadAnswer(answer.StatusCode, null, null);
        using var json = JsonDocument.Parse(body);
        return new UploadAnswer(answer.StatusCode, Text("message"), Text("markdown"));

        string? Text(string field) => json.RootElement.TryGetProperty(field, out var value) ? value.GetString() : null;
    }
}
