using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Domain.Proposals.Suggestions;
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

    /// <summary>What others say about it: one suggestion was taken over, another waits, and an organisation asks something.</summary>
    public void Discuss()
    {
        var at = calendar.Move(source.Revisions[^1].At) + Later;
        var content = DemoContent.Read<DemoSaying>("sayings");
        foreach (var (number, saying) in content.Index())
        {
            var text = proposal.Sections.Single(candidate => candidate.Section == saying.Section);
            var from = text.Snapshot.IndexOf(saying.Quote, StringComparison.Ordinal);
            var passage = Passage.Of(text.Id, text.Section, text.Version, text.Snapshot, new TextRange(from, from + saying.Quote.Length)) ?? throw new InvalidOperationException($"Demo sayings: {saying.Quote}");
            if (saying.Replacement is null) Remark(passage, saying, at);
            else Suggest(passage, saying, text, number + 1, at);
        }
    }

    private void Suggest(Passage passage, DemoSaying saying, SharedText text, int number, DateTimeOffset at)
    {
        var made = Suggestion.Make(SuggestionId.New(at), proposal.Id, number, passage, new SuggestionWords(saying.Replacement ?? "", saying.Text), people[saying.AuthorKey].Id, people.OrganisationOf(saying.AuthorKey), held: false, $"demo-{number}", at);
        db.Suggestions.Add(made);
        if (saying.AcceptedBy is not { } editor) return;
        var (by, organisation) = (people[editor].Id, people.OrganisationOf(editor) ?? proposal.Lead);
        var changes = ChangeSet.Of(text.Snapshot.Length, new TextEdit(passage.From, passage.To, made.Replacement));
        db.SharedTextUpdates.Add(text.Continue(new PendingUpdate(PushUpdates.ClientPrefix(text.Id, by) + "demo", changes), by, organisation, at + Later));
        made.Accept(text.Version, by, organisation, at + Later);
    }

    private void Remark(Passage passage, DemoSaying saying, DateTimeOffset at) => db.PassageComments.Add(PassageComment.Write(
        PassageCommentId.New(at), proposal.Id, 1, null, passage, saying.Text, people[saying.AuthorKey].Id, people.OrganisationOf(saying.AuthorKey) ?? proposal.Lead, "demo-1", at));
}

/// <summary>What somebody says about a passage of the draft.</summary>
/// <param name="Section">Where.</param>
/// <param name="Quote">The passage.</param>
/// <param name="Replacement">What shall stand there; null for a remark.</param>
/// <param name="Text">The reason, or the remark.</param>
/// <param name="AuthorKey">Who says it.</param>
/// <param name="AcceptedBy">Who took it over.</param>
internal sealed record DemoSaying(SectionKind Section, string Quote, string? Replacement, string Text, string AuthorKey, string? AcceptedBy);
