using System.Text.RegularExpressions;
using Participation.Domain.Proposals;
using Participation.Web.Data;
using Participation.Web.Proposals;

namespace Participation.Web.Demo;

/// <summary>Proposals of the invented city: sections and costs taken apart, organisations that joined and signed.</summary>
internal sealed partial class DemoProposals(ParticipationDbContext db, DemoPeople people, DemoCalendar calendar, DemoIdeas ideas)
{
    private static readonly SectionKind[] Kinds = Enum.GetValues<SectionKind>();

    /// <summary>Adds all of them.</summary>
    /// <returns>All of them by their keys.</returns>
    public IReadOnlyDictionary<string, Proposal> Add(DateOnly today)
    {
        var made = new Dictionary<string, Proposal>(StringComparer.Ordinal);
        foreach (var source in DemoContent.Read<DemoProposal>("proposals")) db.Proposals.Add(made[source.Key] = Make(made.Count + 1, source, today));
        return made;
    }

    private Proposal Make(int number, DemoProposal source, DateOnly today)
    {
        var (begun, last) = (calendar.Move(source.Revisions[0].At), calendar.Move(source.Revisions[^1].At));
        var (sections, costs) = Parts(source.BodyMarkdown);
        var lead = people.IdOf(source.LeadOrganisationKey);
        var proposal = Proposal.Start(
            ProposalId.New(begun), number, source.Title, source.Summary, lead, source.IdeaKeys.Select(key => ideas.HomeOf(key).Id), readAlong: true, source.Key, people[source.Revisions[0].AuthorKey].Id, begun,
            source.Status is ProposalStatus.Drafting ? DemoDraft.Beginning(sections) : sections);
        foreach (var organisation in source.CoAuthorOrganisationKeys.Select(people.IdOf))
            Accept(proposal.Invite(organisation, AuthorRole.CoAuthor, begun) ?? proposal.Join(organisation, begun));
        var draft = source.Status is ProposalStatus.Drafting ? new DemoDraft(db, people, calendar, proposal, source) : null;
        draft?.Remember();
        Accept(proposal.SetCosts(costs, last));
        if (draft is not null)
        {
            draft.GoOn(sections);
            draft.Discuss();
            return proposal;
        }

        var content = new ProposalContent(number, proposal.Title, proposal.Summary, [.. proposal.Signatories.OrderBy(author => author.Role).ThenBy(author => author.OrganisationId.Value).Select(author => author.OrganisationId)], sections, costs);
        var hash = content.Hash();
        Accept(proposal.Freeze(hash, content.Missing, today.AddDays(14), today, last));
        foreach (var text in proposal.Sections) text.Close();
        foreach (var signed in source.SignOffs)
            Accept(proposal.Sign(people.IdOf(signed.OrganisationKey), people.OwnerOf(signed.OrganisationKey), hash, DateOnly.FromDateTime(calendar.Move(signed.At).UtcDateTime), calendar.Move(signed.At)));
        if (source.Status.IsSigned()) Accept(proposal.Settle(source.Status, proposal.ActiveAt));
        return proposal;
    }

    private static void Accept(Domain.Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException($"Demo proposals: {refusal}");
    }

    /// <summary>The sections by their headings, in the order of the template; the table of costs becomes data where it has the two columns that data has.</summary>
    private static (Dictionary<SectionKind, string> Sections, IReadOnlyList<CostLine> Costs) Parts(string body)
    {
        var sections = Heading().Split(body).Skip(1).Select((text, index) => (Kind: Kinds[index], Text: text.Trim())).ToDictionary(part => part.Kind, part => part.Text);
        var lines = sections[SectionKind.Costs].Split('\n');
        if (!lines[0].Contains("jährlich", StringComparison.Ordinal)) return (sections, []);
        var table = lines.TakeWhile(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)).Where(cells => !cells[0].Contains("Summe", StringComparison.Ordinal)).ToList();
        sections[SectionKind.Costs] = string.Join('\n', lines.SkipWhile(line => line.StartsWith('|'))).Trim();
        return (sections, [.. table.Select(cells => new CostLine(cells[0], Cents(cells[1]), Cents(cells[2])))]);
    }

    private static long? Cents(string cell) => ProposalForms.TryCents(cell.Trim('[', ']', '–', ' '), out var cents) ? cents : throw new FormatException(cell);

    [GeneratedRegex(@"^## .+$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}

internal sealed record DemoProposal(
    string Key, string Title, string Summary, string BodyMarkdown, string LeadOrganisationKey, IReadOnlyList<string> CoAuthorOrganisationKeys, IReadOnlyList<string> IdeaKeys,
    ProposalStatus Status, IReadOnlyList<DemoRevision> Revisions, IReadOnlyList<DemoSignOff> SignOffs);

internal sealed record DemoRevision(DateTimeOffset At, string AuthorKey, string? Note);

internal sealed record DemoSignOff(string OrganisationKey, DateTimeOffset At);
