using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Hosting;
using Participation.Web.Texts;

namespace Participation.Web.Strategy;

/// <summary>The city's strategy: the paper, its way, its fields of action and how far their measures are.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Strategy, CacheTags.Organisations, CacheTags.Documents, CacheTags.Texts])]
public sealed class IndexModel(StrategyQueries queries, TextQueries texts, CityClock clock) : PageModel
{
    /// <summary>The strategy; null when there is none to be read.</summary>
    public StrategyView? View { get; private set; }

    /// <summary>Texts of the strategy that are discussed.</summary>
    public IReadOnlyList<TextRow> Texts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var view = await queries.FindAsync(cancel);
        if (view is null || view.IsPublicAt(clock.Now) || User.ActorOrNull()?.IsModerator == true) View = view;
        else if (view.Paper.Publication.StateAt(clock.Now) is PublicationState.Withdrawn) throw new GoneException(view.Paper.Publication.Reason ?? "");
        if (View is not null) Texts = await texts.OfStrategyAsync(View.Paper.Id, cancel);
    }
}
