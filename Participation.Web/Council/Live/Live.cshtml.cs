using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;

namespace Participation.Web.Council.Live;

/// <summary>A meeting as everybody follows it: the current item, the agenda, questions.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council, CacheTags.Floors, CacheTags.Questions])]
public sealed class LiveModel(FloorQueries floors, QuestionQueries questions, AskForms forms, CityClock clock) : PageModel
{
    public LiveMeeting Meeting { get; private set; } = null!;

    public QuestionLists Questions { get; private set; } = null!;

    public IReadOnlyList<QuestionView> Own { get; private set; } = [];

    public QuestionViewer Viewer { get; private set; } = QuestionViewer.Visitor;

    public QuestionSort Sort { get; private set; }

    public AskForm Form { get; private set; } = null!;

    public long Sequence { get; private set; }

    public async Task OnGetAsync(int number, string? reihenfolge, int? seite, CancellationToken cancel)
    {
        // The sequence is read first: what happens while the page is made is caught up with, never lost.
        Sequence = await floors.SequenceAsync(number, cancel);
        Meeting = await floors.FindAsync(number, cancel) ?? throw new NotFoundException();
        Meeting.Publication.EnsureReadable(User, clock);
        Sort = LiveWords.Sort(reihenfolge);
        Questions = await questions.ListsAsync(Meeting, Sort, seite ?? 1, cancel);
        Form = await forms.OfAsync(Meeting, new AskInput(), User, cancel);
        if (User.ActorOrNull() is not { } viewer) return;
        Viewer = new QuestionViewer(User.PublicName(), await questions.LikedAsync(Meeting.Id, viewer.Person, cancel));
        Own = await questions.OwnAsync(Meeting, viewer.Person, cancel);
    }

    /// <summary>Own questions that others do not read.</summary>
    public IReadOnlyList<QuestionView> Waiting => [.. Own.Where(question => question.IsHeld || question.HiddenReason is not null)];
}
