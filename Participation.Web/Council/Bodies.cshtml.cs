using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Participation.Web.Hosting;

namespace Participation.Web.Council;

/// <summary>The council's side begins here: bodies by term, the next meetings, the newest papers.</summary>
[AllowAnonymous, OutputCache(PolicyName = nameof(AnonymousPageCache), Tags = [CacheTags.Council])]
public sealed class BodiesModel(CouncilQueries queries, PaperQueries papers, CityClock clock) : PageModel
{
    private const int Shown = 5;

    /// <summary>Bodies by the term they exist in: the present term first.</summary>
    public IReadOnlyList<(TermRow? Term, IReadOnlyList<BodyRow> Bodies)> Groups { get; private set; } = [];

    public IReadOnlyList<MeetingRow> Next { get; private set; } = [];

    public IReadOnlyList<PaperRow> Papers { get; private set; } = [];

    /// <summary>Whether a term is the one that runs.</summary>
    public bool IsNow(TermRow? term) => term?.Holds(clock.Today) == true;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (terms, bodies) = (await queries.TermsAsync(cancel), await queries.BodiesAsync(cancel));
        List<(TermRow?, IReadOnlyList<BodyRow>)> groups = [.. terms.Select(term => ((TermRow?)term, (IReadOnlyList<BodyRow>)[.. bodies.Where(body => body.Terms.Contains(term.Id))]))];
        if (bodies.Where(body => !terms.Any(term => body.Terms.Contains(term.Id))).ToList() is { Count: > 0 } timeless) groups.Add((null, timeless));
        Groups = [.. groups.Where(group => group.Item2.Count > 0).OrderByDescending(group => IsNow(group.Item1))];
        Next = await queries.MeetingsAsync(null, past: false, 1, Shown, cancel);
        Papers = await papers.ListAsync(new PaperFilter(), 1, Shown, cancel);
    }
}
