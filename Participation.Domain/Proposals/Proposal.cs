using Participation.Domain.Accounts;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals.Writing;

namespace Participation.Domain.Proposals;

/// <summary>A text that organisations write together, from the first draft to what became of it.</summary>
public sealed partial class Proposal
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 150;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryMaxLength = 500;

    /// <summary>Most organisations of one proposal.</summary>
    public const int MostAuthors = 20;

    /// <summary>Longest reason for declining or withdrawing, in characters.</summary>
    public const int ReasonMaxLength = 1000;

    /// <summary>Longest submission key, in characters.</summary>
    public const int SubmissionKeyMaxLength = 64;

    /// <summary>Length of a content hash: SHA-256 in hexadecimal digits.</summary>
    public const int ContentHashLength = 64;

    /// <summary>Most ideas that one proposal comes from.</summary>
    public const int MostIdeas = 20;

    private readonly List<ProposalAuthor> _authors = [];
    private readonly List<ProposalIdea> _ideas = [];
    private readonly List<CostItem> _costs = [];
    private readonly List<SharedText> _sections = [];
    private readonly List<RenderedSection> _rendered = [];
    private readonly List<SignOff> _signOffs = [];
    private readonly List<ProposalEvent> _events = [];

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

    /// <summary>When its text was frozen; null while it is written.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>The last day on which the signatures are asked for.</summary>
    public DateOnly? SignBy { get; private set; }

    /// <summary>Hash of exactly what is signed, see <see cref="ProposalContent"/>; stays once it is published.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>How many times it was given to be signed.</summary>
    public int Round { get; private set; }

    /// <summary>The round whose missing signatures were reminded of.</summary>
    public int RemindedRound { get; private set; }

    /// <summary>Why its lead gave it up. Public where the draft was.</summary>
    public string? WithdrawalReason { get; private set; }

    /// <summary>Made by the form; two submissions with the same key are one proposal.</summary>
    public string? SubmissionKey { get; private set; }

    /// <summary>Optimistic concurrency token of everything but the texts of its sections, which have their own.</summary>
    public int Version { get; private set; }

    /// <summary>The organisations that take part, the lead first.</summary>
    public IReadOnlyList<ProposalAuthor> Authors => _authors;

    /// <summary>The ideas it comes from.</summary>
    public IReadOnlyList<ProposalIdea> Ideas => _ideas;

    /// <summary>The table of costs.</summary>
    public IReadOnlyList<CostItem> Costs => _costs;

    /// <summary>The texts of its sections.</summary>
    public IReadOnlyList<SharedText> Sections => _sections;

    /// <summary>Its sections as they were rendered last.</summary>
    public IReadOnlyList<RenderedSection> Rendered => _rendered;

    /// <summary>Who signed or declined, in every round.</summary>
    public IReadOnlyList<SignOff> SignOffs => _signOffs;

    /// <summary>Its timeline, oldest first.</summary>
    public IReadOnlyList<ProposalEvent> Events => _events;

    /// <summary>Whether anyone may read it.</summary>
    public bool IsPublic => Status.IsSigned() || (ReadAlong && Status is ProposalStatus.Drafting or ProposalStatus.SignOff);

    /// <summary>An organisation begins a proposal, with a text for each section: empty, or what was written elsewhere before.</summary>
    public static Proposal Start(ProposalId id, int number, string title, string summary, OrganisationId lead, IEnumerable<IdeaId> ideas, bool readAlong, PersonId by, DateTimeOffset now, string? submissionKey = null, IReadOnlyDictionary<SectionKind, string>? texts = null)
    {
        var proposal = new Proposal
        {
            Id = id, Number = number, Title = title, Summary = summary, ReadAlong = readAlong, Status = ProposalStatus.Drafting, StartedBy = by, StartedAt = now, ActiveAt = now, SubmissionKey = submissionKey,
        };
        proposal._authors.Add(ProposalAuthor.Of(id, lead, AuthorRole.Lead, now));
        proposal._ideas.AddRange(ideas.Distinct().Select(idea => ProposalIdea.Of(id, idea)));
        proposal._sections.AddRange(Enum.GetValues<SectionKind>().Select(section => SharedText.Begin(SharedTextId.New(now), id, section, texts?.GetValueOrDefault(section) ?? "")));
        proposal._rendered.AddRange(Enum.GetValues<SectionKind>().Select(section => RenderedSection.Empty(id, section)));
        proposal._events.Add(ProposalEvent.Of(id, ProposalEventKind.Started, by, lead, now));
        return proposal;
    }

    private OrganisationId LeadId => _authors.Single(author => author.Role is AuthorRole.Lead).OrganisationId;

    /// <summary>Whether someone acts for the lead organisation as one of its owners.</summary>
    private bool Leads(Speaker by) => by.Owns(LeadId);

    /// <summary>Whether someone writes for one of the organisations.</summary>
    private bool Writes(Speaker by) => _authors.Exists(author => author.Writes && by.SpeaksFor(author.OrganisationId));

    private ProposalAuthor? Author(OrganisationId organisation) => _authors.Find(author => author.OrganisationId == organisation);

    private void Happened(ProposalEventKind kind, PersonId? by, DateTimeOffset now, OrganisationId? organisation = null, string? note = null)
    {
        _events.Add(ProposalEvent.Of(Id, kind, by, organisation, now, note));
        ActiveAt = now;
        Version++;
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
