using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Participation.Web.Council.Live;
using Participation.Web.Hosting;

namespace Participation.Web.Home;

/// <summary>The start page.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Ideas, CacheTags.Processes, CacheTags.Proposals, CacheTags.News, CacheTags.Floors, CacheTags.Council])]
public sealed class IndexModel(HomeQueries queries, FloorQueries floors, IOptions<CityOptions> city) : PageModel
{
    public HomeView View { get; private set; } = null!;

    /// <summary>The meeting that goes on now.</summary>
    public RunningMeeting? Meeting { get; private set; }

    /// <summary>The next public meeting.</summary>
    public NextMeeting? Next { get; private set; }

    public string Question => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? city.Value.QuestionEnglish : city.Value.Question;

    public async Task OnGetAsync(CancellationToken cancel) => (View, Meeting, Next) = (await queries.ExecuteAsync(cancel), await floors.RunningAsync(cancel), await floors.NextAsync(cancel));
}
