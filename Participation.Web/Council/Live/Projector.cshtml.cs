using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Council.Live;

/// <summary>What is thrown on the wall of the room: the current item, the most liked questions, the way to the live page.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council, CacheTags.Floors, CacheTags.Questions])]
public sealed class ProjectorModel(FloorQueries floors, QuestionQueries questions, SiteAddress site, CityClock clock) : PageModel
{
    private const int Shown = 3;

    public LiveMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<QuestionView> Top { get; private set; } = [];

    public long Sequence { get; private set; }

    /// <summary><c>dark</c> or <c>light</c>.</summary>
    public string Theme { get; private set; } = "light";

    /// <summary>The whole address of the live page, for cameras and for typing.</summary>
    public string Address => site.Of(Links.LiveMeeting(Meeting.Number));

    public async Task OnGetAsync(int number, string? farbe, CancellationToken cancel)
    {
        Sequence = await floors.SequenceAsync(number, cancel);
        Meeting = await floors.FindAsync(number, cancel) ?? throw new NotFoundException();
        Meeting.Publication.EnsureReadable(User, clock);
        Theme = farbe == "dunkel" ? "dark" : "light";
        Top = await questions.TopAsync(Meeting, Shown, cancel);
    }
}
