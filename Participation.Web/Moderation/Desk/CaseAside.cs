using Microsoft.AspNetCore.Mvc;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Desk;

/// <summary>What stands beside a case: the thread, the author's history, and the notes of the team.</summary>
public sealed class CaseAside(CaseContextQuery context, NoteQueries notes, CityClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(CaseRef at, Subject subject, PersonId author)
    {
        var cancel = HttpContext.RequestAborted;
        return View("/Moderation/Desk/_CaseAside.cshtml", new CaseAsideView(
            at, at.Kind is SubjectKind.Proposal ? null : await context.AuthorAsync(author, cancel), subject.Kind is SubjectKind.Comment ? await context.AroundAsync(CommentId.From(subject.Id), cancel) : [],
            new NotePanel(at, await notes.OfAsync(subject, UserClaimsPrincipal.Actor().Person, cancel), "", SubmissionKey.New(clock.Now))));
    }
}

/// <summary>All of it; organisations that wrote a proposal together have no history as one author.</summary>
public sealed record CaseAsideView(CaseRef At, AuthorHistory? Author, IReadOnlyList<Neighbour> Around, NotePanel Notes);
