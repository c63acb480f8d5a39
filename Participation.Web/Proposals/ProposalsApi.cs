using System.ComponentModel;
using Participation.Domain.Proposals;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Ideas;

namespace Participation.Web.Proposals;

/// <summary>Reads public proposals: <c>/api/v1/proposals</c> and beside it.</summary>
internal static class ProposalsApi
{
    public static void MapProposalsApi(this IEndpointRouteBuilder app)
    {
        var reads = app.ApiReads("Vorhaben");
        reads.MapGet("/proposals", ListAsync).Produces<ApiPage<ApiProposalRow>>().WithName("listProposals").WithSummary("Vorhaben auflisten")
            .WithDescription("Öffentliche Vorhaben, zuletzt geänderte zuerst. Die nächste Seite steht in „next“ und im Kopf „Link“.");
        reads.MapGet("/proposals/{number:int}", OneAsync).Produces<ApiProposal>().WithName("readProposal").WithSummary("Ein Vorhaben lesen")
            .WithDescription("Abschnitte, Kosten, Organisationen, Zeichnungen und Schritte. Ein zurückgezogenes Vorhaben, das alle lesen konnten, antwortet mit 410 und dem Grund.")
            .WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        reads.MapGet("/proposals/{number:int}/content", ContentAsync).Produces<string>(StatusCodes.Status200OK, "application/json").WithName("readProposalContent").WithSummary("Genau das, was gezeichnet wurde")
            .WithDescription("Die Bytes, deren SHA-256 „contentHash“ ist: Nummer, Titel, Kurzfassung, Abschnitte, Kosten in Cent, Organisationen. Nur solange gezeichnet wird und danach.")
            .WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
    }

    private static async Task<IResult> ListAsync(
        ProposalQueries queries, HttpContext http, CancellationToken cancel,
        [Description("Stand: drafting, signOff, published, adopted oder rejected.")] string? stage = null,
        [Description("Aus „next“ der vorigen Seite.")] string? after = null, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit)
    {
        var fields = new ApiFields();
        var wanted = stage is null ? null : ApiQuery.OneOf<ProposalStage>(fields, "stage", stage);
        var cursor = ApiQuery.Cursor(fields, after, IdeaCursor.Parse);
        ApiQuery.Limit(fields, limit);
        if (fields.Any) return fields.Problem();
        var page = ApiPages.Of(http, await queries.ListAsync(wanted, cursor, limit + 1, viewer: null, cancel), limit, row => new IdeaCursor(row.ActiveAt.UtcTicks, row.Number).ToString());
        return TypedResults.Ok(new ApiPage<ApiProposalRow>([.. page.Items.Select(ApiProposalRow.Of)], page.Next));
    }

    private static async Task<IResult> OneAsync([Description("Öffentliche Nummer.")] int number, ProposalViewQuery query, ContentOfProposal contents, CancellationToken cancel)
    {
        var rights = await query.ReadableAsync(number, viewer: null, cancel);
        return TypedResults.Ok(ApiProposal.Of(await query.ExecuteAsync(rights, cancel), await contents.ReadAsync(rights.Proposal.Id, cancel)));
    }

    private static async Task<IResult> ContentAsync([Description("Öffentliche Nummer.")] int number, ProposalViewQuery query, ContentOfProposal contents, CancellationToken cancel)
    {
        var rights = await query.ReadableAsync(number, viewer: null, cancel);
        if (rights.Proposal.ContentHash is null) throw new NotFoundException();
        return TypedResults.Bytes((await contents.ReadAsync(rights.Proposal.Id, cancel)).ToBytes(), "application/json");
    }
}
