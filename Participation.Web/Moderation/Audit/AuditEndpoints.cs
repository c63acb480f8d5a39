using System.Globalization;
using System.Text;
using System.Text.Json;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Audit;

/// <summary>The audit log as a file, for administrators. What it holds is sent while it is read, so that the log may be of any length.</summary>
internal static class AuditEndpoints
{
    private static readonly string[] Columns = ["position", "id", "at", "actor", "action", "kind", "subject", "detail", "previousHash", "hash"];

    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").RequireAuthorization(Policies.Administration).RequireRateLimiting(Limits.Draft).ExcludeFromDescription();
        files.MapGet(Links.AuditCsv, Csv);
        files.MapGet(Links.AuditJson, Json);
    }

    private static IResult Csv(AuditQueries queries, HttpContext http) => File(http, "csv", CsvText.ContentType, async (body, cancel) =>
    {
        await body.WriteAsync(CsvText.Start.ToArray(), cancel);
        await WriteAsync(Columns);
        await foreach (var entry in queries.AllAsync(cancel))
        {
            var item = AuditItem.Of(entry);
            await WriteAsync([item.Position.ToString(CultureInfo.InvariantCulture), item.Id, item.At, item.Actor ?? "", item.Action, item.Kind, item.Subject, item.Detail ?? "", item.PreviousHash, item.Hash]);
        }

        async Task WriteAsync(IEnumerable<string> cells) => await body.WriteAsync(Encoding.UTF8.GetBytes(CsvText.Line(cells)), cancel);
    });

    private static IResult Json(AuditQueries queries, HttpContext http) => File(http, "json", "application/json", (body, cancel) =>
        JsonSerializer.SerializeAsync(body, queries.AllAsync(cancel).Select(AuditItem.Of), JsonSerializerOptions.Web, cancel));

    private static IResult File(HttpContext http, string form, string type, Func<Stream, CancellationToken, Task> write)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(body => write(body, http.RequestAborted), type, $"protokoll.{form}");
    }
}

/// <summary>One entry in a file: every field as it was hashed, so that anyone can check the chain.</summary>
internal sealed record AuditItem(long Position, string Id, string At, string? Actor, string Action, string Kind, string Subject, string? Detail, string PreviousHash, string Hash)
{
    public static AuditItem Of(AuditEntry entry) => new(
        entry.Position, entry.Id.Value.ToString("D"), AuditChain.Instant(entry.At), entry.ActorId?.Value.ToString("D"), entry.Action, entry.SubjectKind.ToString(), entry.SubjectId.ToString("D"), entry.Detail, entry.PreviousHash, entry.Hash);
}
