using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Notices;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation.Notices;

internal static class GivenNotices
{
    private static int _keys;

    public static string Key() => $"schluessel{Interlocked.Increment(ref _keys):D12}";

    /// <summary>Somebody reports; without an actor somebody without an account.</summary>
    public static Task<Outcome<int>> ReportAsync(this TestSite site, int idea, int? comment, Actor? actor, NoticeReason reason = NoticeReason.Netiquette, string? key = null) =>
        site.ReportAsync(comment is { } number ? CaseRef.OfComment(idea, number) : CaseRef.OfIdea(idea), actor, reason, key);

    /// <summary>The same of anything.</summary>
    public static Task<Outcome<int>> ReportAsync(this TestSite site, CaseRef at, Actor? actor, NoticeReason reason = NoticeReason.Netiquette, string? key = null) =>
        site.UseAsync<FileNotice, Outcome<int>>(file => file.ExecuteAsync(new NoticeInput(at, reason, "Das beleidigt jemanden.",
            actor is null ? "Erika Muster" : null, actor is null ? "erika@example.org" : null, "de", key ?? Key()), actor, default));

    public static async Task<int> CommentAsync(this TestSite site, int idea, Actor author, string body = "Sie haben doch keine Ahnung.", int? parent = null) =>
        (await site.UseAsync<PostComment, Outcome<PostedComment>>(post => post.ExecuteAsync(new CommentInput(idea, parent, CommentLabel.None, body, SubmissionKey.New(TimeProvider.System.GetUtcNow()), SharesPersonalData: true), author, default))).Value!.Number;

    public static Task<Refusal?> StepAsync(this TestSite site, CaseStep step, int idea, int comment, Actor moderator) => site.UseAsync<CommentSteps, Refusal?>(async steps =>
    {
        var version = await site.WithDbAsync(db => db.Comments.Where(c => c.Number == comment).Select(c => c.Version).SingleAsync());
        return await steps.TakeAsync(step, new CaseOrder(idea, version, moderator), comment, Ground.Respect, "Der Beitrag wertet jemanden ab.", default);
    });

    public static async Task<Refusal?> DecideComplaintAsync(this TestSite site, int complaint, ComplaintOutcome outcome, Actor moderator)
    {
        var of = await site.UseAsync<ComplaintQueries, ComplaintCase?>(queries => queries.FindAsync(complaint, default));
        return await site.UseAsync<DecideComplaint, Refusal?>(decide => decide.ExecuteAsync(new ComplaintDecision(of!.About.Version, outcome, Ground.Respect, "Noch einmal angesehen."), of, moderator, default));
    }

    public static Task<CommentStatus> StatusAsync(this TestSite site, int comment) => site.WithDbAsync(db => db.Comments.Where(c => c.Number == comment).Select(c => c.Status).SingleAsync());
}
