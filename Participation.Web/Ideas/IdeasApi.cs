using System.ComponentModel;
using System.Globalization;
using Participation.Domain.Ideas;
using Participation.Web.Accounts;
using Participation.Web.Hosting.Api;

namespace Participation.Web.Ideas;

/// <summary>Reads ideas, topics, districts and counts: <c>/api/v1/ideas</c> and beside it.</summary>
internal static class IdeasApi
{
    private const string Tag = "Ideen";

    public static void MapIdeasApi(this IEndpointRouteBuilder app)
    {
        var reads = app.ApiReads(Tag);
        reads.MapGet("/ideas", ListAsync).Produces<ApiPage<ApiIdeaRow>>().WithName("listIdeas").WithSummary("Ideen auflisten")
            .WithDescription("Öffentliche Ideen, gefiltert und sortiert. Die nächste Seite steht in „next“ und im Kopf „Link“.");
        reads.MapGet("/ideas/{number:int}", OneAsync).Produces<ApiIdea>().WithName("readIdea").WithSummary("Eine Idee lesen")
            .WithDescription("Text, Schritte und Antworten. Eine zusammengeführte Idee leitet zur aufnehmenden weiter (308), eine entfernte antwortet mit 410 und dem Grund.")
            .WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        reads.MapGet("/ideas/{number:int}/versions", VersionsAsync).Produces<IReadOnlyList<ApiIdeaVersion>>().WithName("listIdeaVersions")
            .WithSummary("Fassungen einer Idee").WithDescription("Jeder Text, den die Idee hatte.").WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        reads.MapGet("/stances", StancesAsync).Produces<ApiPage<ApiIdeaStances>>().WithName("listStances").WithSummary("Haltungen zählen")
            .WithDescription("Die Haltungen zu allen öffentlichen Ideen, nach Nummer. Nur Zahlen: Wer welche Haltung hat, ist nie zu erfahren.");
        reads.MapGet("/topics", async (IdeasApiQueries queries, CancellationToken cancel) => (IResult)TypedResults.Ok(await queries.TopicsAsync(cancel)))
            .Produces<IReadOnlyList<ApiTopic>>().WithName("listTopics").WithSummary("Themen auflisten");
        reads.MapGet("/districts", async (IdeasApiQueries queries, CancellationToken cancel) => (IResult)TypedResults.Ok(await queries.DistrictsAsync(cancel)))
            .Produces<IReadOnlyList<ApiDistrict>>().WithName("listDistricts").WithSummary("Stadtteile auflisten");
        app.MapIdeasWritingApi(Tag);
    }

    private static async Task<IResult> ListAsync(
        IdeasApiQueries queries, HttpContext http, CancellationToken cancel,
        [Description("Schlüssel eines Themas.")] string? topic = null, [Description("Schlüssel eines Stadtteils.")] string? district = null,
        [Description("Stand, zum Beispiel published oder accepted.")] string? status = null, [Description("Adresse eines Verfahrens.")] string? process = null,
        [Description("Wörter, die alle vorkommen müssen.")] string? q = null,
        [Description("active: zuletzt bewegt; newest: zuletzt veröffentlicht; supported: die meisten dafür; contested: das größere kleinere Lager.")] string sort = "active",
        [Description("Aus „next“ der vorigen Seite.")] string? after = null, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit)
    {
        var fields = new ApiFields();
        var by = ApiQuery.OneOf<IdeaSort>(fields, "sort", sort) ?? IdeaSort.Active;
        var wanted = status is null ? null : ApiQuery.OneOf<IdeaStatus>(fields, "status", status);
        var cursor = ApiQuery.Cursor(fields, after, IdeaCursor.Parse);
        ApiQuery.Limit(fields, limit);
        fields.Text("q", q, 0, IdeaFilter.TextMaxLength);
        fields.Text("topic", topic, 0, Topic.KeyMaxLength);
        fields.Text("district", district, 0, District.KeyMaxLength);
        fields.Text("process", process, 0, Domain.Slug.MaxLength);
        if (fields.Any) return fields.Problem();
        var filter = new IdeaFilter(ApiQuery.Given(topic), ApiQuery.Given(district), wanted, ApiQuery.Given(process), ApiQuery.Given(q));
        var page = ApiPages.Of(http, await queries.ListAsync(filter, by, cursor, limit + 1, cancel), limit, row => row.Cursor.ToString());
        return TypedResults.Ok(new ApiPage<ApiIdeaRow>([.. page.Items.Select(item => item.Row)], page.Next));
    }

    private static async Task<IResult> OneAsync([Description("Öffentliche Nummer.")] int number, IdeasApiQueries queries, HttpContext http, CancellationToken cancel)
    {
        var (id, mergedInto) = await queries.FindAsync(number, http.User.ActorOrNull()?.Person, cancel);
        return mergedInto is { } target ? TypedResults.LocalRedirect(Address(target), permanent: true, preserveMethod: true) : TypedResults.Ok(await queries.OneAsync(id, cancel));
    }

    private static async Task<IResult> VersionsAsync([Description("Öffentliche Nummer.")] int number, IdeasApiQueries queries, HttpContext http, CancellationToken cancel)
    {
        var (id, mergedInto) = await queries.FindAsync(number, http.User.ActorOrNull()?.Person, cancel);
        return mergedInto is { } target
            ? TypedResults.LocalRedirect(Address(target) + "/versions", permanent: true, preserveMethod: true)
            : TypedResults.Ok(await queries.VersionsAsync(id, cancel));
    }

    private static async Task<IResult> StancesAsync(
        IdeasApiQueries queries, HttpContext http, CancellationToken cancel,
        [Description("Aus „next“ der vorigen Seite.")] int after = 0, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit)
    {
        var fields = new ApiFields();
        ApiQuery.Limit(fields, limit);
        if (fields.Any) return fields.Problem();
        var rows = await queries.StancesAsync(after, limit + 1, cancel);
        return TypedResults.Ok(ApiPages.Of(http, rows, limit, row => row.Idea.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Where an idea is in the API.</summary>
    internal static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"{ApiSetup.Root}/ideas/{number}");
}
