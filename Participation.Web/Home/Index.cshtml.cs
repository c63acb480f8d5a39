using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using Participation.Web.Hosting;

namespace Participation.Web.Home;

/// <summary>The start page.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Ideas, CacheTags.Processes, CacheTags.Proposals, CacheTags.News])]
public sealed class IndexModel(HomeQueries queries, IOptions<CityOptions> city) : PageModel
{
    public HomeView View { get; private set; } = null!;

    public string Question => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? city.Value.QuestionEnglish : city.Value.Question;

    public async Task OnGetAsync(CancellationToken cancel) => View = await queries.ExecuteAsync(cancel);
}
