using Participation.Domain.Proposals;
using Participation.Web.Data;

namespace Participation.Web.Demo;

/// <summary>Proposals with everything that happened to them, as steps of the city's history.</summary>
internal sealed class DemoProposals(ParticipationDbContext db, DemoPeople people, DemoCalendar calendar, DemoIdeas ideas, DemoHistory history)
{
    private const int UsualDays = 21;

    /// <summary>An organisation that was asked to advise and has not answered, so that there is an invitation to look at.</summary>
    private const string Asked = "kommitt-ratingen";

    public int Count { get; private set; }

    public void Add(IReadOnlyList<DemoProposal> proposals)
    {
        foreach (var source in proposals) Add(source, DemoProposalText.Of(source.BodyMarkdown));
    }

    private void Add(DemoProposal source, DemoProposalText text)
    {
        var begun = calendar.Move(source.Revisions[0].At);
        var (lead, sources) = (people.OwnerOf(source.LeadOrganisationKey), source.IdeaKeys.Select(key => ideas.HomeOf(key).Id));
        // What is not signed yet can be read along here, so that there is something to see.
        var proposal = Proposal.Start(
            ProposalId.New(begun), ++Count, source.Title, source.Summary, people.IdOf(source.LeadOrganisationKey), sources, !source.Status.IsSigned(), lead.Person, begun, source.Key, text.Sections);
        db.Proposals.Add(proposal);
        foreach (var key in source.CoAuthorOrganisationKeys)
        {
            history.Add(begun.AddMinutes(5), at => proposal.Invite(people.IdOf(key), AuthorRole.CoAuthor, lead, at));
            history.Add(begun.AddHours(20), at => proposal.Join(people.IdOf(key), people.OwnerOf(key), at));
        }

        // A last small revision may be of the day of the first signature.
        var written = calendar.Move(source.Revisions.Select(revision => revision.At).Where(at => source.SignOffs.Count == 0 || at < source.SignOffs.Min(signOff => signOff.At).AddHours(-2)).Max());
        history.Add(written, at => proposal.Calculate(text.Costs, proposal.Version, lead, at));
        if (source.Status is ProposalStatus.Drafting) history.Add(written, at => proposal.Invite(people.IdOf(Asked), AuthorRole.Adviser, lead, at));
        else Sign(source, proposal, text, lead);
    }

    private void Sign(DemoProposal source, Proposal proposal, DemoProposalText text, Speaker lead)
    {
        var first = calendar.Move(source.SignOffs.Min(signOff => signOff.At));
        history.Add(first.AddMinutes(-30), at =>
        {
            var content = new ProposalContent(
                proposal.Number, proposal.Title, proposal.Summary, [.. Enum.GetValues<SectionKind>().Select(section => new SectionText(section, text.Sections.GetValueOrDefault(section) ?? ""))],
                text.Costs, [new(source.LeadOrganisationKey, AuthorRole.Lead), .. source.CoAuthorOrganisationKeys.Select(key => new SigningAuthor(key, AuthorRole.CoAuthor))]);
            var today = DateOnly.FromDateTime(at.UtcDateTime);
            return proposal.Freeze(content, today.AddDays(UsualDays), today, lead, at);
        });
        foreach (var signOff in source.SignOffs)
            history.Add(calendar.Move(signOff.At), at => proposal.Sign(people.IdOf(signOff.OrganisationKey), proposal.ContentHash!, people.OwnerOf(signOff.OrganisationKey), at));
        var published = calendar.Move(source.SignOffs.Max(signOff => signOff.At));
        foreach (var (status, days) in Steps(source.Status)) history.Add(published.AddDays(days), at => proposal.Advance(status, people["moderation-b"].Id, at));
    }

    private static IEnumerable<(ProposalStatus Status, int Days)> Steps(ProposalStatus reached)
    {
        (ProposalStatus Status, int Days)[] all = [(ProposalStatus.InCommittee, 14), (ProposalStatus.Adopted, 35), (ProposalStatus.InImplementation, 70)];
        return all.Where(step => step.Status <= reached);
    }
}
