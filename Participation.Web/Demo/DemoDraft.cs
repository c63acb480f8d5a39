using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Domain.Proposals.Writing;
using Participation.Web.Data;
using Participation.Web.Proposals.Writing;

namespace Participation.Web.Demo;

/// <summary>The draft of the invented city: its lead began and kept a revision, another organisation wrote on.</summary>
internal sealed class DemoDraft(ParticipationDbContext db, DemoPeople people, DemoCalendar calendar, Proposal proposal, DemoProposal source)
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(1);

    /// <summary>What the lead began with: every section without its last paragraph.</summary>
    public static Dictionary<SectionKind, string> Beginning(IReadOnlyDictionary<SectionKind, string> sections) => sections.ToDictionary(
        section => section.Key, section => section.Value.LastIndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end ? section.Value[..end] : section.Value);

    /// <summary>The lead gives a name to what it began.</summary>
    public void Remember()
    {
        var (first, at) = (source.Revisions[0], calendar.Move(source.Revisions[0].At) + Later);
        var content = new ProposalContent(proposal.Number, proposal.Title, proposal.Summary, [.. proposal.Signatories.Select(author => author.OrganisationId)], proposal.Sections.ToDictionary(text => text.Section, text => text.Snapshot), []);
        var reason = new RevisionReason(RevisionKind.Named, first.Note ?? proposal.Title, people[first.AuthorKey].Id, proposal.Lead);
        db.Revisions.Add(Revision.Keep(RevisionId.New(at), proposal.Id, 1, new RevisionState(content, [.. proposal.Sections.Select(_ => 0)]), reason, [proposal.Lead], at));
    }

    /// <summary>Another organisation writes what is there now.</summary>
    public void GoOn(IReadOnlyDictionary<SectionKind, string> sections)
    {
        var (last, by) = (source.Revisions[^1], people[source.Revisions[^1].AuthorKey].Id);
        foreach (var text in proposal.Sections)
        {
            var changes = TextDifference.Between(text.Snapshot, sections[text.Section]);
            if (!changes.IsEmpty) db.SharedTextUpdates.Add(text.Continue(new PendingUpdate(PushUpdates.ClientPrefix(text.Id, by) + "demo", changes), by, people.OrganisationOf(last.AuthorKey) ?? proposal.Lead, calendar.Move(last.At)));
        }
    }
}
