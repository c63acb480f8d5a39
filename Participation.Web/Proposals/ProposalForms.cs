using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>What forms about proposals offer, and how what is typed into them is read.</summary>
public sealed class ProposalForms(ParticipationDbContext db)
{
    private const int MostOrganisations = 500;
    private const int IdeasMaxLength = 300;
    private const int AmountMaxLength = 20;
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Organisations in whose name somebody may begin.</summary>
    public async Task<IReadOnlyList<(string Value, string Text)>> LeadsAsync(Actor actor, bool any, CancellationToken cancel) => await OfferAsync(
        db.Organisations.Where(organisation => any || db.Memberships.Any(membership => membership.PersonId == actor.Person && membership.OrganisationId == organisation.Id && membership.Role != MembershipRole.Viewer)), cancel);

    /// <summary>Organisations that do not take part yet.</summary>
    public async Task<IReadOnlyList<(string Value, string Text)>> OthersAsync(Proposal proposal, CancellationToken cancel)
    {
        var known = proposal.Authors.Select(author => author.OrganisationId).ToList();
        return await OfferAsync(db.Organisations.Where(organisation => !known.Contains(organisation.Id)), cancel);
    }

    /// <summary>Public ideas by their numbers.</summary>
    public async Task<IReadOnlyList<ProposalSource>> SourcesAsync(IReadOnlyList<int> numbers, CancellationToken cancel)
    {
        if (numbers.Count == 0) return [];
        var few = numbers.Take(Proposal.MostIdeas).ToList();
        var found = await (from idea in db.Ideas.AsNoTracking() join author in db.People on idea.AuthorId equals author.Id where idea.Number != null && few.Contains(idea.Number.Value) orderby idea.Number select new { idea, author.DisplayName }).ToListAsync(cancel);
        return [.. found.Where(row => row.idea.IsPublic).Select(row => new ProposalSource(row.idea.Number ?? 0, row.idea.Title, row.DisplayName))];
    }

    /// <summary>As a select offers them; without any chosen one has to choose.</summary>
    public static IEnumerable<SelectListItem> Choices(IEnumerable<(string Value, string Text)> all) => all.Select(choice => new SelectListItem(choice.Text, choice.Value)).Prepend(new SelectListItem(SharedTexts.PleaseChoose, ""));

    /// <summary>Numbers of ideas in a line such as "17, 23"; null when it is not such a line.</summary>
    public static List<int>? Numbers(string text)
    {
        if (text.Length > IdeasMaxLength) return null;
        List<int> numbers = [];
        foreach (var part in text.Split([',', ' ', ';', '#'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return null;
            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>An amount as people type it, "1.234,56" or "1234,5 €", in cents.</summary>
    /// <returns>Whether it is one; nothing typed is null.</returns>
    public static bool TryCents(string text, out long? cents)
    {
        cents = null;
        var typed = text.Replace("€", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Trim();
        if (typed.Length == 0) return true;
        if (typed.Length > AmountMaxLength || !decimal.TryParse(typed, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, German, out var euros)) return false;
        var exact = euros * 100;
        if (exact != decimal.Truncate(exact) || exact < 0 || exact > CostItem.LargestAmount) return false;
        cents = (long)exact;
        return true;
    }

    /// <summary>Cents as somebody would type them.</summary>
    public static string Typed(long? cents) => cents is { } amount ? (amount / 100m).ToString(amount % 100 == 0 ? "N0" : "N2", German) : "";

    private static async Task<IReadOnlyList<(string, string)>> OfferAsync(IQueryable<Organisation> organisations, CancellationToken cancel) =>
        [.. (await organisations.AsNoTracking().OrderBy(organisation => organisation.Name).Take(MostOrganisations).Select(organisation => new { organisation.Slug, organisation.Name }).ToListAsync(cancel)).Select(organisation => (organisation.Slug, organisation.Name))];
}
