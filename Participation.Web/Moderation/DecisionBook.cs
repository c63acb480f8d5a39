using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Moderation.Guards;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Desk;
using Participation.Web.Moderation.Notices;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation;

/// <summary>What a decision does, on which ground, and the facts in plain words.</summary>
public sealed record Statement(Measure Measure, Ground Ground = Ground.None, string Facts = "")
{
    /// <summary>For how many hours it holds, if it ends by itself.</summary>
    public int? Hours { get; init; }

    /// <summary>The provision, when the ground is the law.</summary>
    public string? Norm { get; init; }

    /// <summary>What is decided in one go with it.</summary>
    public Guid? Batch { get; init; }

    /// <summary>What made somebody look, when it is neither a notice, a complaint nor the moderation's own look.</summary>
    public DecisionSource? Source { get; init; }

    /// <summary>The decision that is taken back.</summary>
    public DecisionId? Revokes { get; init; }

    /// <summary>The facts, or null when the decision restricts nobody.</summary>
    public string? FactsOrNull => Facts.Length == 0 ? null : Facts;
}

/// <summary>A contribution that is decided on.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Subject">What it is.</param>
/// <param name="Author">Whose it is.</param>
/// <param name="Title">Title of the idea or the proposal, or name of the meeting.</param>
public sealed record Matter(CaseRef At, Subject Subject, PersonId Author, string Title)
{
    /// <summary>Number of the idea; 0 for what is about none.</summary>
    public int Idea => At.IsOfIdea ? At.Number : 0;

    /// <summary>The discussion that an idea or a comment belongs to; number 0 for what belongs to none.</summary>
    public DiscussionKey Discussion => At.Kind is SubjectKind.Idea or SubjectKind.Comment ? At.Discussion : 0;

    /// <summary>Number of the comment, the suggestion, the remark or the question, if it is one.</summary>
    public int? Part => At.PartOrNull;

    /// <summary>Whether its author has removed it, so that nothing is left to decide on.</summary>
    public bool IsGone { get; init; }

    public static Matter Of(Idea idea) => new(CaseRef.OfIdea(idea.Number ?? 0), Subject.Of(idea.Id), idea.AuthorId, idea.Title) { IsGone = idea.ErasedAt is not null };

    public static Matter Of(IDiscussed home, Comment comment) => new(CaseRef.OfComment(home.Discussion, comment.Number), Subject.Of(comment.Id), comment.AuthorId, home.Title) { IsGone = comment.Status is CommentStatus.Deleted };
}

/// <summary>Writes down numbered decisions in the transaction of what they decide, and settles the notices and complaints they answer.</summary>
public sealed class DecisionBook(ParticipationDbContext db, SettleNotices notices, SettleComplaint complaints)
{
    /// <summary>Adds a decision and returns its public number.</summary>
    /// <param name="change">The running change.</param>
    /// <param name="matter">What is decided on.</param>
    /// <param name="statement">Measure, ground and facts.</param>
    /// <param name="actor">Who decides; null for an automatic step.</param>
    /// <param name="ofComplaint">Whether a complaint led to it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<int> WriteAsync(Change change, Matter matter, Statement statement, Actor? actor, bool ofComplaint, CancellationToken cancel)
    {
        var number = await db.NextNumberAsync(Counter.Decisions, cancel);
        var source = statement.Source ?? (ofComplaint ? DecisionSource.Complaint : await notices.AnyOpenAsync(matter.Subject, cancel) ? DecisionSource.Notice : await WasFoundAsync(matter, statement, cancel) ? DecisionSource.AutomatedDetection : DecisionSource.OwnReview);
        var decision = Decision.Make(number, matter.Subject, matter.Author, statement.Measure, statement.Ground, statement.Facts, actor?.Person, change.Now, source, statement.Hours, statement.Revokes, statement.Norm, statement.Batch);
        db.Decisions.Add(decision);
        if (actor is not null) await db.CaseClaims.Of(matter.At).ExecuteDeleteAsync(cancel);
        change.Evict(CacheTags.Transparency);
        await notices.SettleAsync(change, matter, decision, cancel);
        await complaints.GrantAsync(change, matter, decision, actor, cancel);
        return number;
    }

    /// <summary>Whether a machine found what is restricted, so that its author is told so (Digital Services Act, Art. 17(3)(c)).</summary>
    private async Task<bool> WasFoundAsync(Matter matter, Statement statement, CancellationToken cancel) => Decision.Restricts(statement.Measure)
        && await db.Findings.AnyAsync(finding => finding.SubjectId == matter.Subject.Id && finding.Reason != FindingReason.FirstPost, cancel);
}
