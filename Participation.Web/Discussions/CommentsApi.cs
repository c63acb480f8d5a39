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

/// <summary>Reads and writes comments on ideas and on passages of texts: the same use cases as the pages.</summary>
internal static class CommentsApi
{
    private const string Tag = "Beiträge";

    public static void MapCommentsApi(this IEndpointRouteBuilder app)
    {
        var reads = app.ApiReads(Tag);
        reads.MapGet("/comments", ListOfAsync).Produces<ApiPage<ApiComment>>().WithName("listComments").WithSummary("Beiträge zu einer Idee oder einem Absatz")
            .WithDescription("In der Reihenfolge, in der sie geschrieben wurden; „parent“ und „depth“ ergeben den Baum.").WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        reads.MapGet("/ideas/{idea:int}/comments", ListOfIdeaAsync).Produces<ApiPage<ApiComment>>().WithName("listIdeaComments").WithSummary("Beiträge zu einer Idee")
            .WithDescription("Dasselbe unter der Adresse der Idee.").WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        reads.MapGet("/ideas/{idea:int}/comments/{number:int}", OneOfIdeaAsync).Produces<ApiComment>().WithName("readComment").WithSummary("Einen Beitrag zu einer Idee lesen")
            .WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        reads.MapGet("/passages/{passage:int}/comments", ListOfPassageAsync).Produces<ApiPage<ApiComment>>().WithName("listPassageComments").WithSummary("Beiträge zu einem Absatz eines Textes")
            .WithDescription("Auch zu einem gestrichenen Absatz bleiben sie lesbar.").WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        reads.MapGet("/passages/{passage:int}/comments/{number:int}", OneOfPassageAsync).Produces<ApiComment>().WithName("readPassageComment").WithSummary("Einen Beitrag zu einem Absatz lesen")
            .WithMetadata(ApiSetup.Problem(404), ApiSetup.Problem(410));
        var writes = app.ApiWrites(Tag);
        writes.MapPost("/comments", PostAsync).Accepts<ApiNewComment>("application/json").Produces<ApiCommentReceipt>(StatusCodes.Status201Created).WithName("postComment")
            .WithSummary("Einen Beitrag schreiben").WithDescription("Derselbe „Idempotency-Key“ ergibt denselben Beitrag, wie oft er auch gesendet wird.");
        writes.MapPut("/ideas/{idea:int}/comments/{number:int}", EditOfIdeaAsync).Accepts<ApiCommentText>("application/json").Produces<ApiComment>().WithName("editComment")
            .WithSummary("Den eigenen Beitrag zu einer Idee ändern").WithDescription("Was vorher dort stand, bleibt öffentlich. „If-Match“ nennt die Fassung, von der Sie ausgehen.")
            .WithMetadata(ApiSetup.Problem(StatusCodes.Status428PreconditionRequired));
        writes.MapPut("/passages/{passage:int}/comments/{number:int}", EditOfPassageAsync).Accepts<ApiCommentText>("application/json").Produces<ApiComment>().WithName("editPassageComment")
            .WithSummary("Den eigenen Beitrag zu einem Absatz ändern").WithDescription("Was vorher dort stand, bleibt öffentlich. „If-Match“ nennt die Fassung, von der Sie ausgehen.")
            .WithMetadata(ApiSetup.Problem(StatusCodes.Status428PreconditionRequired));
        writes.MapDelete("/ideas/{idea:int}/comments/{number:int}", DeleteOfIdeaAsync).Produces(StatusCodes.Status204NoContent).WithName("deleteComment")
            .WithSummary("Den eigenen Beitrag zu einer Idee löschen").WithDescription("Der Text ist danach weg. Zweimal zu löschen ändert nichts.");
        writes.MapDelete("/passages/{passage:int}/comments/{number:int}", DeleteOfPassageAsync).Produces(StatusCodes.Status204NoContent).WithName("deletePassageComment")
            .WithSummary("Den eigenen Beitrag zu einem Absatz löschen").WithDescription("Der Text ist danach weg. Zweimal zu löschen ändert nichts.");
    }

    private static async Task<IResult> ListOfAsync(
        CommentsApiQueries comments, HttpContext http, CancellationToken cancel,
        [Description("Nummer der Idee. Entweder sie oder „passage“ ist anzugeben.")] int? idea = null, [Description("Nummer des Absatzes.")] int? passage = null,
        [Description("Aus „next“ der vorigen Seite.")] int after = 0, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit)
    {
        var fields = new ApiFields();
        return Named(fields, idea, passage) is { } key ? await ListAsync(key, after, limit, comments, http, cancel) : fields.Problem();
    }

    private static Task<IResult> ListOfIdeaAsync(
        [Description("Nummer der Idee.")] int idea, CommentsApiQueries comments, HttpContext http, CancellationToken cancel,
        [Description("Aus „next“ der vorigen Seite.")] int after = 0, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit) =>
        ListAsync(DiscussionKey.OfIdea(idea), after, limit, comments, http, cancel);

    private static Task<IResult> ListOfPassageAsync(
        [Description("Nummer des Absatzes.")] int passage, CommentsApiQueries comments, HttpContext http, CancellationToken cancel,
        [Description("Aus „next“ der vorigen Seite.")] int after = 0, [Description("Höchstens so viele, 1 bis 100.")] int limit = ApiPages.DefaultLimit) =>
        ListAsync(DiscussionKey.OfPassage(passage), after, limit, comments, http, cancel);

    private static async Task<IResult> ListAsync(DiscussionKey key, int after, int limit, CommentsApiQueries comments, HttpContext http, CancellationToken cancel)
    {
        var fields = new ApiFields();
        ApiQuery.Limit(fields, limit);
        if (fields.Any) return fields.Problem();
        var (subject, mergedInto) = await comments.FindAsync(key, http.User.ActorOrNull()?.Person, cancel);
        if (mergedInto is { } target) return TypedResults.LocalRedirect($"{IdeasApi.Address(target)}/comments", permanent: true, preserveMethod: true);
        var rows = await comments.ListAsync(subject, key, after, limit + 1, cancel);
        return TypedResults.Ok(ApiPages.Of(http, rows, limit, row => row.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static Task<IResult> OneOfIdeaAsync(
        [Description("Nummer der Idee.")] int idea, [Description("Nummer des Beitrags.")] int number, CommentsApiQueries comments, DiscussionQueries discussions, HttpContext http, CancellationToken cancel) =>
        OneAsync(DiscussionKey.OfIdea(idea), number, comments, discussions, http, cancel);

    private static Task<IResult> OneOfPassageAsync(
        [Description("Nummer des Absatzes.")] int passage, [Description("Nummer des Beitrags.")] int number, CommentsApiQueries comments, DiscussionQueries discussions, HttpContext http, CancellationToken cancel) =>
        OneAsync(DiscussionKey.OfPassage(passage), number, comments, discussions, http, cancel);

    private static async Task<IResult> OneAsync(DiscussionKey key, int number, CommentsApiQueries comments, DiscussionQueries discussions, HttpContext http, CancellationToken cancel)
    {
        if (await discussions.MovedAsync(key, number, cancel) is { } moved) return TypedResults.LocalRedirect(Address(moved.Idea, moved.Number), permanent: true, preserveMethod: true);
        var (subject, _) = await comments.FindAsync(key, http.User.ActorOrNull()?.Person, cancel);
        return TypedResults.Ok(await comments.OneAsync(subject, key, number, cancel) ?? throw await discussions.MissingAsync(subject, number, cancel));
    }

    private static async Task<IResult> PostAsync(
        ApiNewComment comment, [FromHeader(Name = ApiHeaders.IdempotencyKey), Description("Ein eigener Schlüssel für diesen Beitrag, höchstens 60 sichtbare ASCII-Zeichen.")] string? key,
        PostComment post, IdeasApiCheck check, HttpContext http, CancellationToken cancel)
    {
        if (ApiHeaders.SubmissionKey(http.Request) is not { } submissionKey) return ApiHeaders.KeyMissing();
        var fields = Check(comment);
        var about = Named(fields, comment.Idea, comment.Passage);
        var organisation = await check.OrganisationAsync(fields, comment.Organisation, cancel);
        if (fields.Any || about is not { } discussion) return fields.Problem();
        var outcome = await post.ExecuteAsync(new CommentInput(discussion, comment.Parent, comment.Label, comment.Body, submissionKey, organisation, comment.SharesPersonalData), http.User.Actor(), cancel);
        return outcome.Done
            ? TypedResults.Created(Address(discussion, outcome.Value.Number), new ApiCommentReceipt(discussion.Idea, discussion.Passage, outcome.Value.Number, Links.Comment(discussion, outcome.Value.Number), outcome.Value.Held, outcome.Value.HeldFor.Count > 0 ? GuardWords.CommentHeld(outcome.Value.HeldFor) : null))
            : ApiProblems.Refused(outcome.Refusal);
    }

    private static Task<IResult> EditOfIdeaAsync(
        [Description("Nummer der Idee.")] int idea, [Description("Nummer des Beitrags.")] int number, ApiCommentText text,
        [FromHeader(Name = ApiHeaders.IfMatch), Description("Fassung, von der Sie ausgehen, zum Beispiel \"3\".")] string? version,
        EditComment edit, CommentsApiQueries comments, HttpContext http, CancellationToken cancel) => EditAsync(DiscussionKey.OfIdea(idea), number, text, edit, comments, http, cancel);

    private static Task<IResult> EditOfPassageAsync(
        [Description("Nummer des Absatzes.")] int passage, [Description("Nummer des Beitrags.")] int number, ApiCommentText text,
        [FromHeader(Name = ApiHeaders.IfMatch), Description("Fassung, von der Sie ausgehen, zum Beispiel \"3\".")] string? version,
        EditComment edit, CommentsApiQueries comments, HttpContext http, CancellationToken cancel) => EditAsync(DiscussionKey.OfPassage(passage), number, text, edit, comments, http, cancel);

    private static async Task<IResult> EditAsync(DiscussionKey key, int number, ApiCommentText text, EditComment edit, CommentsApiQueries comments, HttpContext http, CancellationToken cancel)
    {
        if (ApiHeaders.Version(http.Request) is not { } expected) return ApiProblems.Status(StatusCodes.Status428PreconditionRequired, ApiTexts.PreconditionDetail);
        var fields = Check(text);
        if (fields.Any) return fields.Problem();
        var actor = http.User.Actor();
        var (subject, _) = await comments.FindAsync(key, actor.Person, cancel);
        if (await edit.ExecuteAsync(new CommentEdit(key, number, text.Body, text.Label, expected, text.SharesPersonalData), actor, cancel) is { } refusal) return ApiProblems.Refused(refusal);
        return await comments.OneAsync(subject, key, number, cancel) is { } changed ? TypedResults.Ok(changed) : TypedResults.NoContent();
    }

    private static Task<IResult> DeleteOfIdeaAsync(
        [Description("Nummer der Idee.")] int idea, [Description("Nummer des Beitrags.")] int number, DeleteComment delete, HttpContext http, CancellationToken cancel) =>
        DeleteAsync(DiscussionKey.OfIdea(idea), number, delete, http, cancel);

    private static Task<IResult> DeleteOfPassageAsync(
        [Description("Nummer des Absatzes.")] int passage, [Description("Nummer des Beitrags.")] int number, DeleteComment delete, HttpContext http, CancellationToken cancel) =>
        DeleteAsync(DiscussionKey.OfPassage(passage), number, delete, http, cancel);

    private static async Task<IResult> DeleteAsync(DiscussionKey key, int number, DeleteComment delete, HttpContext http, CancellationToken cancel) =>
        await delete.ExecuteAsync(key, number, http.User.Actor(), cancel) is { } refusal ? ApiProblems.Refused(refusal) : TypedResults.NoContent();

    /// <summary>The discussion of an idea or of a passage; exactly one of them has to be named.</summary>
    private static DiscussionKey? Named(ApiFields fields, int? idea, int? passage)
    {
        switch (idea, passage)
        {
            case ({ } number, null): return DiscussionKey.OfIdea(number);
            case (null, { } number): return DiscussionKey.OfPassage(number);
            default:
                fields.Add("idea", ApiTexts.IdeaOrPassage);
                return null;
        }
    }

    private static ApiFields Check(ApiCommentText text)
    {
        var fields = new ApiFields();
        fields.Text("body", text.Body, 1, Comment.BodyMaxLength);
        return fields;
    }

    private static string Address(DiscussionKey key, int number) => string.Create(CultureInfo.InvariantCulture, $"{ApiSetup.Root}/{(key.IsIdea ? "ideas" : "passages")}/{key.Number}/comments/{number}");
}
