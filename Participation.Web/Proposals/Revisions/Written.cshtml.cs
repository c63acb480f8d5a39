using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Proposals.Revisions;

/// <summary>Who wrote which passage of a revision, or of the text as it is now: to everybody the organisations, to those inside also the people.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.ApiRead)]
public sealed class WrittenModel(ParticipationDbContext db, ReadProposal read, RevisionQueries queries, WhoWrote who) : PageModel
{
    public ReadableProposal Open { get; private set; } = null!;

    public int Revision { get; private set; }

    public IReadOnlyList<WrittenSection> Sections { get; private set; } = [];

    /// <summary>Everybody who wrote something of it.</summary>
    public IReadOnlyDictionary<TextAuthor, LegendEntry> Legend { get; private set; } = new Dictionary<TextAuthor, LegendEntry>();

    public async Task OnGetAsync(int number, int revision, CancellationToken cancel)
    {
        Open = await read.OpenHistoryAsync(number, User.ActorOrNull(), cancel);
        Revision = revision;
        var state = await queries.StateAsync(Open.Proposal, revision, cancel) ?? throw new NotFoundException();
        var sections = new List<WrittenSection>();
        foreach (var section in Enum.GetValues<SectionKind>())
            sections.Add(WrittenSection.Of(section, state.Content.Sections[section], Seen(await who.OfAsync(Open.Proposal, section, state.Versions[(int)section], cancel))));
        Sections = sections;
        await NameAsync([.. sections.SelectMany(section => section.Passages).Select(passage => passage.Author).Distinct()], cancel);
    }

    private List<Written<TextAuthor>>? Seen(IReadOnlyList<Written<TextAuthor>>? parts) =>
        parts?.Select(part => Open.SeesInside ? part : part with { Author = part.Author.OrganisationOnly }).ToList();

    private async Task NameAsync(IReadOnlyList<TextAuthor> authors, CancellationToken cancel)
    {
        var (organisations, people) = (authors.Select(author => author.Organisation).Distinct().ToList(), authors.Where(author => author.Person is not null).Select(author => author.Person!.Value).Distinct().ToList());
        var names = await db.Organisations.AsNoTracking().Where(organisation => organisations.Contains(organisation.Id)).ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, cancel);
        var persons = await db.People.AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancel);
        Legend = authors.Select((author, index) => (author, new LegendEntry(index + 1, author.Person is { } person ? RevisionsTexts.By.With(persons[person], names[author.Organisation]) : names[author.Organisation])))
            .ToDictionary(pair => pair.author, pair => pair.Item2);
    }
}
