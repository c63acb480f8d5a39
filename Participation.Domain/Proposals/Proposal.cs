using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation;
using Participation.Domain.Proposals.Writing;

namespace Participation.Domain.Proposals;

/// <summary>A text that organisations write together, from the first draft to what became of it.</summary>
public sealed partial class Proposal : Moderated
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 150;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryMaxLength = 500;

    /// <summary>Most organisations of one proposal.</summary>
    public const int MostAuthors = 20;

    /// <summary>Most ideas that one proposal comes from.</summary>
    public const int MostIdeas = 20;

    private readonly List<ProposalAuthor> _authors = [];
    private readonly List<ProposalIdea> _ideas = [];
    private readonly List<CostItem> _costs = [];
    private readonly List<SharedText> _sections = [];

    private Proposal() { }

    /// <summary>Internal identity.</summary>
    public ProposalId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>One line.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What lists show.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Where it is in its life.</summary>
    public ProposalStatus Status { get; private set; }

    /// <summary>Whether anyone may read along while it is written; else only its organisations and the moderation.</summary>
    public bool ReadAlong { get; private set; }

    /// <summary>Who began it.</summary>
    public PersonId StartedBy { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Last change of anything.</summary>
    public DateTimeOffset ActiveAt { get; private set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Made by the form; two submissions of one person with the same key are one proposal.</summary>
    public string SubmissionKey { get; private set; } = "";

    /// <summary>Version of title, summary and costs, which stand beside the texts of the sections.</summary>
    public int WordsVersion { get; private set; }

    /// <summary>The organisations that take part, the lead first.</summary>
    public IReadOnlyList<ProposalAuthor> Authors => _authors;

    /// <summary>The ideas it comes from.</summary>
    public IReadOnlyList<ProposalIdea> Ideas => _ideas;

    /// <summary>The table of costs.</summary>
    public IReadOnlyList<CostItem> Costs => _costs;

    /// <summary>The texts of its sections.</summary>
    public IReadOnlyList<SharedText> Sections => _sections;

    /// <summary>Whether anyone may read it.</summary>
    public bool IsPublic => HiddenAt is null && IsReleased;

    /// <summary>Whether its organisations have let anyone read it.</summary>
    public bool IsReleased => Status.IsSigned() || (ReadAlong && Status is ProposalStatus.Drafting or ProposalStatus.SignOff);

    /// <inheritdoc/>
    public override bool IsGone => Status is ProposalStatus.Withdrawn;

    /// <summary>An organisation begins a proposal, with one text for each section; empty unless it is brought along.</summary>
    public static Proposal Start(ProposalId id, int number, string title, string summary, OrganisationId lead, IEnumerable<IdeaId> ideas, bool readAlong, string submissionKey, PersonId by, DateTimeOffset now, IReadOnlyDictionary<SectionKind, string>? texts = null)
    {
        var proposal = new Proposal
        {
            Id = id, Number = number, Title = title, Summary = summary, ReadAlong = readAlong, SubmissionKey = submissionKey, Status = ProposalStatus.Drafting, StartedBy = by, StartedAt = now, ActiveAt = now,
        };
        proposal._authors.Add(ProposalAuthor.Of(id, lead, AuthorRole.Lead, now));
        proposal._ideas.AddRange(ideas.Distinct().Select(idea => ProposalIdea.Of(id, idea)));
        proposal._sections.AddRange(Enum.GetValues<SectionKind>().Select(section => SharedText.Begin(SharedTextId.New(now), id, section, texts?.GetValueOrDefault(section) ?? "")));
        return proposal;
    }
}

/// <summary>An idea that a proposal comes from; its author is named with it.</summary>
public sealed class ProposalIdea
{
    private ProposalIdea() { }

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; }

    /// <summary>The idea.</summary>
    public IdeaId IdeaId { get; private set; }

    internal static ProposalIdea Of(ProposalId proposal, IdeaId idea) => new() { ProposalId = proposal, IdeaId = idea };
}
