using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

namespace Participation.Web.Uploads;

/// <summary>Hands out what was uploaded, and takes images from the script of a form.</summary>
internal static class UploadEndpoints
{
    /// <summary>Nothing that is uploaded here is a page, and if a browser takes it for one it can do nothing.</summary>
    private const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Links.Images, ReceiveAsync).RequireAuthorization().RequireRateLimiting(Limits.Upload).ExcludeFromDescription();
        app.MapGet("/bilder/{id:guid}/{width:int}.webp", ImageAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/dokumente/{number:int}/{slug}.pdf", DocumentAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, IAntiforgery antiforgery, FormImages images, CancellationToken cancel)
    {
        if (!http.Request.HasFormContentType) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.StatusCode(StatusCodes.Status400BadRequest);
        // Read here and not bound: a form that ends before its end has to be a refusal.
        var taken = await images.TakeAsync(await http.Request.ReadFormAsync(cancel), http.User.Actor(), cancel);
        return taken.Done
            ? Results.Json(new { markdown = TextImages.Markdown(taken.Value.Id.Value, taken.Value.Alt), message = UploadsTexts.Added })
            : Results.Json(new { message = Refusals.Text(taken.Refusal) }, statusCode: Refusals.Status(taken.Refusal));
    }

    private static async Task<FileContentHttpResult> ImageAsync(Guid id, int width, ImageQuery images, HttpContext http, CancellationToken cancel)
    {
        var image = await images.ExecuteAsync(id, width, http.User.ActorOrNull(), cancel);
        // Never in a shared cache: what is taken down later must not live on there.
        Protect(http.Response, image.IsPublic ? "private, max-age=31536000, immutable" : "private, no-store");
        http.Response.Headers.ContentDisposition = "inline; filename=\"bild.webp\"";
        return TypedResults.Bytes(image.Content, "image/webp", entityTag: Tag(image.Content));
    }

    private static async Task<FileContentHttpResult> DocumentAsync(int number, string slug, DocumentQueries documents, HttpContext http, CancellationToken cancel)
    {
        var document = await documents.FileAsync(number, http.User.IsModerating(), cancel) ?? throw new NotFoundException();
        if (document.Content is not { } content) throw new GoneException();
        Protect(http.Response, "private, max-age=3600");
        // Programs that read council data want to show the file, not to save it.
        var disposition = http.Request.Query.ContainsKey("ansehen") ? "inline" : "attachment";
        http.Response.Headers.ContentDisposition = $"{disposition}; filename=\"{Domain.Slug.From(document.Title)}.pdf\"";
        return TypedResults.Bytes(content, "application/pdf", lastModified: document.PublishedAt, entityTag: Tag(content));
    }

    private static void Protect(HttpResponse response, string caching)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = caching;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static EntityTagHeaderValue Tag(byte[] content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"");
}
