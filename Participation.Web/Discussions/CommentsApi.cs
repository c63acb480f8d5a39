using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Participation.Domain.Discussions;
using Participation.Web.Accounts;
using Participation.Web.Hosting.Api;
using Participation.Web.Ideas;
using Participation.Web.Moderation.Guards;
using Participation.Web.Shared;

namespace Participation.Web.Discussions;

/// <summary>Reads and writes comments: the same use cases as the pages.</summary>
internal static class CommentsApi
{
    private const string Tag = "Beiträge";

    public static void MapCommentsApi(this IEndpointRouteBuilder app)
    {
        var reads = app.ApiReads(Tag);
        reads.MapGet("/comments", ListAsync).Produces<ApiPage<ApiComment>>().WithName("listComments").WithSummary("Beiträge zu einer Idee")
            .WithDescription("In der Reihenfolge, in der sie geschrieben wurden; „parent“ und „depth“ ergeben den Baum.").WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        reads.MapGet("/ideas/{idea:int}/comments", ListAsync).Produces<ApiPage<ApiComment>>().WithName("listIdeaComments").WithSummary("Beiträge zu einer Idee")
            .WithDescription("Dasselbe unter der Adresse der Idee.").WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        reads.MapGet("/ideas/{idea:int}/comments/{number:int}", OneAsync).Produces<ApiComment>().WithName("readComment").WithSummary("Einen Beitrag lesen")
            .WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        var writes = app.ApiWrites(Tag);
        writes.MapPost("/comments", PostAsync).Accepts<ApiNewComment>("application/json").Produces<ApiCommentReceipt>(StatusCodes.Status201Created).WithName("postComment")
            .WithSummary("Einen Beitrag schreiben").WithDescription("Derselbe „Idempotency-Key“ ergibt denselben Beitrag, wie oft er auch gesendet wird.");
        writes.MapPut("/ideas/{idea:int}/comments/{number:int}", EditAsync).Accepts<ApiCommentText>("application/json").Produces<ApiComment>().WithName("editComment")
            .WithSummary("Den eigenen Beitrag ändern").WithDescription("Was vorher dort stand, bleibt öffentlich. „If-Match“ nennt die Fassung, von der Sie ausgehen.")
            .WithMetadata(ApiSetup.Problem(StatusCodes.Status428PreconditionRequired));
        writes.MapDelete("/ideas/{idea:int}/comments/{number:int}", DeleteAsync).Produces(StatusCodes.Status204NoContent).WithName("deleteComment")
            .WithSummary("Den eigenen Beitrag löschen").WithDescription("Der Text ist danach weg. Zweimal zu löschen ändert nichts.");
    }

    private static async Task<IResult> ListAsync(
        [Description("Nummer der Idee.")] int idea, IdeasApiQueries ideas, CommentsApiQueries comments, HttpContext http, CancellationToken cancel,
        [Description("Aus „next“ der vorigen Seite.")] int after = 0, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit)
    {
        var fields = new ApiFields();
        ApiQuery.Limit(fields, limit);
        if (fields.Any) return fields.Problem();
        var (id, mergedInto) = await ideas.FindAsync(idea, http.User.ActorOrNull()?.Person, cancel);
        if (mergedInto is { } target) return TypedResults.LocalRedirect($"{IdeasApi.Address(target)}/comments", permanent: true, preserveMethod: true);
        var rows = await comments.ListAsync(id, idea, after, limit + 1, cancel);
        return TypedResults.Ok(ApiPages.Of(http, rows, limit, row => row.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> OneAsync(
        [Description("Nummer der Idee.")] int idea, [Description("Nummer des Beitrags.")] int number, IdeasApiQueries ideas, CommentsApiQueries comments, DiscussionQueries discussions, HttpContext http, CancellationToken cancel)
    {
        if (await discussions.MovedAsync(idea, number, cancel) is { } moved) return TypedResults.LocalRedirect(Address(moved.Idea, moved.Number), permanent: true, preserveMethod: true);
        var (id, _) = await ideas.FindAsync(idea, http.User.ActorOrNull()?.Person, cancel);
        return TypedResults.Ok(await comments.OneAsync(id, idea, number, cancel) ?? throw await discussions.MissingAsync(Subject.Of(id), number, cancel));
    }

    private static async Task<IResult> PostAsync(
        ApiNewComment comment, [FromHeader(Name = ApiHeaders.IdempotencyKey), Description("Ein eigener Schlüssel für diesen Beitrag, höchstens 60 sichtbare ASCII-Zeichen.")] string? key,
        PostComment post, IdeasApiCheck check, HttpContext http, CancellationToken cancel)
    {
        if (ApiHeaders.SubmissionKey(http.Request) is not { } submissionKey) return ApiHeaders.KeyMissing();
        var fields = Check(comment);
        var organisation = await check.OrganisationAsync(fields, comment.Organisation, cancel);
        if (fields.Any) return fields.Problem();
        var outcome = await post.ExecuteAsync(new CommentInput(comment.Idea, comment.Parent, comment.Label, comment.Body, submissionKey, organisation, comment.SharesPersonalData), http.User.Actor(), cancel);
        return outcome.Done
            ? TypedResults.Created(Address(comment.Idea, outcome.Value.Number), new ApiCommentReceipt(comment.Idea, outcome.Value.Number, Links.Comment(comment.Idea, outcome.Value.Number), outcome.Value.Held, outcome.Value.HeldFor.Count > 0 ? GuardWords.CommentHeld(outcome.Value.HeldFor) : null))
            : ApiProblems.Refused(outcome.Refusal);
    }

    private static async Task<IResult> EditAsync(
        [Description("Nummer der Idee.")] int idea, [Description("Nummer des Beitrags.")] int number, ApiCommentText text,
        [FromHeader(Name = ApiHeaders.IfMatch), Description("Fassung, von der Sie ausgehen, zum Beispiel \"3\".")] string? version,
        EditComment edit, IdeasApiQueries ideas, CommentsApiQueries comments, HttpContext http, CancellationToken cancel)
    {
        if (ApiHeaders.Version(http.Request) is not { } expected) return ApiProblems.Status(StatusCodes.Status428PreconditionRequired, ApiTexts.PreconditionDetail);
        var fields = Check(text);
        if (fields.Any) return fields.Problem();
        var actor = http.User.Actor();
        var (id, _) = await ideas.FindAsync(idea, actor.Person, cancel);
        if (await edit.ExecuteAsync(new CommentEdit(idea, number, text.Body, text.Label, expected, text.SharesPersonalData), actor, cancel) is { } refusal) return ApiProblems.Refused(refusal);
        return await comments.OneAsync(id, idea, number, cancel) is { } changed ? TypedResults.Ok(changed) : TypedResults.NoContent();
    }

    private static async Task<IResult> DeleteAsync(
        [Description("Nummer der Idee.")] int idea, [Description("Nummer des Beitrags.")] int number, DeleteComment delete, HttpContext http, CancellationToken cancel) =>
        await delete.ExecuteAsync(idea, number, http.User.Actor(), cancel) is { } refusal ? ApiProblems.Refused(refusal) : TypedResults.NoContent();

    private static ApiFields Check(ApiCommentText text)
    {
        var fields = new ApiFields();
        fields.Text("body", text.Body, 1, Comment.BodyMaxLength);
        return fields;
    }

    private static string Address(int idea, int number) => string.Create(CultureInfo.InvariantCulture, $"{ApiSetup.Root}/ideas/{idea}/comments/{number}");
}
