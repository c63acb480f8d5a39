using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Accounts;
using Participation.Web.Editing;
using Participation.Web.Hosting;

namespace Participation.Web.Council.Live;

/// <summary>One question with what became of it: where messages about it lead, and reports of it come from.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council, CacheTags.Questions])]
public sealed class QuestionModel(FloorQueries floors, QuestionQueries questions, CityClock clock) : PageModel
{
    public LiveMeeting Meeting { get; private set; } = null!;

    public QuestionView Question { get; private set; } = null!;

    public async Task OnGetAsync(int number, int question, CancellationToken cancel)
    {
        Meeting = await floors.FindAsync(number, cancel) ?? throw new NotFoundException();
        Meeting.Publication.EnsureReadable(User, clock);
        Question = await questions.OneAsync(Meeting, question, cancel) ?? throw new NotFoundException();
        if (User.IsModerating()) return;
        if (Question.HiddenReason is { } reason) throw new GoneException(reason);
        if (Question.IsHeld) throw new NotFoundException();
    }
}
