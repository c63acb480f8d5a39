using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Processes;

/// <summary>Reads processes: <c>/api/v1/processes</c>.</summary>
internal static class ProcessesApi
{
    public static void MapProcessesApi(this IEndpointRouteBuilder app)
    {
        var reads = app.ApiReads("Verfahren");
        reads.MapGet("/processes", ListAsync).Produces<ApiPage<ApiProcess>>().WithName("listProcesses").WithSummary("Verfahren auflisten")
            .WithDescription("Nach Adresse sortiert, mit den Fenstern dessen, was man in ihnen tun kann.");
        reads.MapGet("/processes/{slug}", OneAsync).Produces<ApiProcess>().WithName("readProcess").WithSummary("Ein Verfahren lesen").WithMetadata(ApiSetup.Problem(404));
    }

    private static async Task<IResult> ListAsync(
        ParticipationDbContext db, HttpContext http, CancellationToken cancel,
        [Description("Aus „next“ der vorigen Seite.")] string? after = null, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit)
    {
        var fields = new ApiFields();
        ApiQuery.Limit(fields, limit);
        fields.Text("after", after, 0, Domain.Slug.MaxLength);
        if (fields.Any) return fields.Problem();
        var from = after ?? "";
        var processes = await db.Processes.AsNoTracking().Where(process => process.Slug.CompareTo(from) > 0).OrderBy(process => process.Slug).Take(limit + 1).ToListAsync(cancel);
        return TypedResults.Ok(ApiPages.Of(http, [.. processes.Select(ApiProcess.Of)], limit, process => process.Slug));
    }

    private static async Task<IResult> OneAsync([Description("Adresse des Verfahrens.")] string slug, ParticipationDbContext db, CancellationToken cancel) =>
        TypedResults.Ok(ApiProcess.Of(await db.Processes.AsNoTracking().SingleOrDefaultAsync(process => process.Slug == slug, cancel) ?? throw new NotFoundException()));
}

/// <summary>A process.</summary>
[Description("Ein Beteiligungsverfahren.")]
public sealed record ApiProcess(
    string Slug,
    [property: Description("Adresse auf der Website.")] string Url,
    string Title, string Question, string Summary,
    [property: Description("Regeln in Markdown.")] string Rules,
    DateOnly? StartsOn, DateOnly? EndsOn, StanceMode StanceMode,
    [property: Description("Was man nachgewiesen haben muss, um hier zu schreiben.")] Verification RequiredVerification,
    [property: Description("In wie vielen Tagen eine Idee beantwortet wird.")] int AnswerWithinDays,
    IReadOnlyList<ApiActivity> Activities)
{
    internal static ApiProcess Of(Process process) => new(
        process.Slug, Links.Process(process.Slug), process.Title, process.Question, process.Summary, process.Rules.Markdown, process.StartsOn, process.EndsOn,
        process.StanceMode, process.RequiredVerification, process.AnswerWithinDays,
        [.. process.Activities.OrderBy(activity => activity.Kind).Select(activity => new ApiActivity(activity.Kind, activity.OpensAt, activity.ClosesAt))]);
}

/// <summary>What can be done in a process, and when.</summary>
[Description("Was man tun kann, in einem eigenen Fenster; null heißt offen nach dieser Seite.")]
public sealed record ApiActivity(ActivityKind Kind, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt);
