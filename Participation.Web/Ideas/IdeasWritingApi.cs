using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;

namespace Participation.Web.Ideas;

/// <summary>Hands in, changes and takes stances: the same use cases as the pages.</summary>
internal static class IdeasWritingApi
{
    public static void MapIdeasWritingApi(this IEndpointRouteBuilder app, string tag)
    {
        var writes = app.ApiWrites(tag);
        writes.MapPost("/ideas", SubmitAsync).Accepts<ApiNewIdea>("application/json").Produces<ApiIdeaReceipt>(StatusCodes.Status201Created).WithName("submitIdea")
            .WithSummary("Eine Idee einreichen").WithDescription("Derselbe „Idempotency-Key“ ergibt dieselbe Idee, wie oft er auch gesendet wird.");
        writes.MapPut("/ideas/{number:int}", ReviseAsync).Accepts<ApiIdeaText>("application/json").Produces<ApiIdea>().WithName("reviseIdea")
            .WithSummary("Die eigene Idee ändern").WithDescription("Ergibt eine neue Fassung. „If-Match“ nennt die Fassung, von der Sie ausgehen; hat jemand inzwischen geändert, ist die Antwort 409.")
            .WithMetadata(ApiSetup.Problem(StatusCodes.Status428PreconditionRequired));
        var stances = app.ApiWrites(tag, Limits.Stance);
        stances.MapPut("/ideas/{number:int}/stance", TakeAsync).Accepts<ApiStanceChoice>("application/json").Produces<ApiStances>().WithName("takeStance")
            .WithSummary("Haltung einnehmen oder ändern").WithDescription("Eine Haltung je Person; dieselbe zweimal ändert nichts. Die Antwort sind die Zahlen danach.");
        stances.MapDelete("/ideas/{number:int}/stance", (int number, TakeStance take, HttpContext http, CancellationToken cancel) => TakeAsync(number, null, take, http, cancel))
            .Produces<ApiStances>().WithName("withdrawStance").WithSummary("Haltung zurückziehen");
    }

    private static async Task<IResult> SubmitAsync(
        ApiNewIdea idea, [FromHeader(Name = ApiHeaders.IdempotencyKey), Description("Ein eigener Schlüssel für diese Idee, höchstens 60 sichtbare ASCII-Zeichen.")] string? key,
        SubmitIdea submit, IdeasApiCheck check, HttpContext http, CancellationToken cancel)
    {
        if (ApiHeaders.SubmissionKey(http.Request) is not { } submissionKey) return ApiHeaders.KeyMissing();
        var (fields, organisation) = await check.NewAsync(idea, cancel);
        if (fields.Any) return fields.Problem();
        var outcome = await submit.ExecuteAsync(Input(idea.Process, idea) with { Organisation = organisation }, submissionKey, http.User.Actor(), cancel);
        return outcome.Done
            ? TypedResults.Created(IdeasApi.Address(outcome.Value.Number), new ApiIdeaReceipt(outcome.Value.Number, Links.Idea(outcome.Value.Number, outcome.Value.Title), outcome.Value.Status, outcome.Value.HeldFor.Count > 0 ? GuardWords.IdeaHeld(outcome.Value.HeldFor) : null))
            : ApiProblems.Refused(outcome.Refusal);
    }

    private static async Task<IResult> ReviseAsync(
        [Description("Öffentliche Nummer.")] int number, ApiIdeaText text, [FromHeader(Name = ApiHeaders.IfMatch), Description("Fassung, von der Sie ausgehen, zum Beispiel \"3\".")] string? version,
        ReviseIdea revise, IdeasApiCheck check, IdeasApiQueries queries, HttpContext http, CancellationToken cancel)
    {
        if (ApiHeaders.Version(http.Request) is not { } expected) return ApiProblems.Status(StatusCodes.Status428PreconditionRequired, ApiTexts.PreconditionDetail);
        var fields = await check.TextAsync(text, cancel);
        if (fields.Any) return fields.Problem();
        var actor = http.User.Actor();
        var (id, _) = await queries.FindAsync(number, actor.Person, cancel);
        if (await revise.ExecuteAsync(number, Input("", text), expected, actor, cancel) is { } refusal) return ApiProblems.Refused(refusal);
        return TypedResults.Ok(await queries.OneAsync(id, cancel));
    }

    private static async Task<IResult> TakeAsync([Description("Öffentliche Nummer.")] int number, ApiStanceChoice? choice, TakeStance take, HttpContext http, CancellationToken cancel)
    {
        var outcome = await take.ExecuteAsync(number, choice?.Stance, http.User.Actor(), cancel);
        return outcome.Done ? TypedResults.Ok(new ApiStances(outcome.Value.For, outcome.Value.Neutral, outcome.Value.Against)) : ApiProblems.Refused(outcome.Refusal);
    }

    private static IdeaInput Input(string process, ApiIdeaText text) =>
        new(process, text.Title, text.Summary, text.Body, text.Topic, text.District, text.Place, text.Latitude, text.Longitude) { SharesPersonalData = text.SharesPersonalData };
}
