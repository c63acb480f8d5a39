using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Domain.Realtime;
using Participation.Web.Accounts;
using Participation.Web.Accounts.Levels;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Ideas;
using Participation.Web.Shared;
using Participation.Web.Texts;

namespace Participation.Web.Processes;

/// <summary>One process: the question, who may take part, what is open until when, its ideas and rules.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Processes, CacheTags.Ideas, CacheTags.Texts])]
public sealed class ShowModel(ParticipationDbContext db, IdeaQueries ideas, ResidenceQueries residences, TextQueries texts, CityClock clock) : PageModel
{
    private const int Shown = 5;

    public Process Process { get; private set; } = null!;

    /// <summary>The viewer's level; null for visitors.</summary>
    public Verification? Level { get; private set; }

    public long Sequence { get; private set; }

    public IReadOnlyList<IdeaRow> Ideas { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>Texts that are discussed in it.</summary>
    public IReadOnlyList<TextRow> Texts { get; private set; } = [];

    public async Task OnGetAsync(string slug, CancellationToken cancel)
    {
        Sequence = await db.Channels.Where(channel => channel.Key == Channel.Ideas).Select(channel => channel.Sequence).SingleOrDefaultAsync(cancel);
        Process = await db.Processes.AsNoTracking().SingleOrDefaultAsync(process => process.Slug == slug, cancel) ?? throw new NotFoundException();
        Level = await residences.ForAsync(User.ActorOrNull(), Process.RequiredVerification, cancel);
        var filter = new IdeaFilter(Process: slug);
        Ideas = await ideas.ListAsync(filter, IdeaSort.Active, null, Shown, cancel);
        Count = await ideas.CountAsync(filter, cancel);
        Texts = await texts.OfProcessAsync(Process.Id, cancel);
    }

    /// <summary>An activity's window in words.</summary>
    public string Window(Activity activity) => activity switch
    {
        { OpensAt: { } opens } when opens > clock.Now => ProcessesTexts.OpensAt.With(clock.Local(opens).TimeOfDay == TimeSpan.Zero ? clock.Day(opens) : clock.Time(opens)),
        { ClosesAt: { } closed } when closed <= clock.Now => ProcessesTexts.WasOpenUntil.With(clock.Until(closed)),
        { ClosesAt: { } closes } => ProcessesTexts.OpenUntil.With(clock.Until(closes)),
        _ => ProcessesTexts.OpenAlways,
    };
}
