using Participation.Domain.Editing;
using Participation.Domain.Ideas;
using Participation.Domain.Proposals;

namespace Participation.Domain.Council;

/// <summary>A paper that bodies deliberate on. Its way is the sequence of its consultations.</summary>
public sealed class Paper : CouncilRecord, IShown
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameMaxLength = 300;

    /// <summary>Longest reference, in characters.</summary>
    public const int ReferenceMaxLength = 60;

    /// <summary>Longest type, in characters.</summary>
    public const int TypeMaxLength = 60;

    /// <summary>Longest summary, in characters.</summary>
    public const int SummaryMaxLength = 20_000;

    /// <summary>Most ideas, and most proposals, that it comes from.</summary>
    public const int MaxOrigins = 30;

    private readonly List<PaperIdea> _ideas = [];
    private readonly List<PaperProposal> _proposals = [];
    private readonly List<Consultation> _consultations = [];

    private Paper() { }

    /// <summary>Internal identity.</summary>
    public PaperId Id { get; private set; }

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The number under which the city has it, such as 101/2021.</summary>
    public string? Reference { get; private set; }

    /// <summary>The day of the paper.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>Vorlage, Antrag, Bericht and so on, in the city's words.</summary>
    public string? PaperType { get; private set; }

    /// <summary>The body that leads.</summary>
    public BodyId? UnderDirectionOfId { get; private set; }

    /// <summary>What it is about, in plain words.</summary>
    public FormattedText Summary { get; private set; } = FormattedText.Empty;

    /// <summary>Whether and from when everybody may read it.</summary>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>Since when its publication is dealt with; null while it has to be announced.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>The ideas that it comes from.</summary>
    public IReadOnlyList<PaperIdea> Ideas => _ideas;

    /// <summary>The proposals that it comes from.</summary>
    public IReadOnlyList<PaperProposal> Proposals => _proposals;

    /// <summary>Its way, with what was deleted.</summary>
    public IReadOnlyList<Consultation> Consultations => _consultations;

    /// <summary>Brings a paper in.</summary>
    public static Paper Introduce(int number, PaperPlan plan, Publication publication, DateTimeOffset now, string? origin = null)
    {
        var paper = new Paper { Id = PaperId.New(now), Publication = publication };
        paper.Begin(number, origin, now);
        paper.Apply(plan);
        return paper;
    }

    /// <summary>Changes everything but its way.</summary>
    public Refusal? Change(PaperPlan plan, PublicationChange step, int expectedVersion, DateTimeOffset now)
    {
        if (CheckChange(expectedVersion) is { } refusal) return refusal;
        if (plan.Check() is { } wrong) return wrong;
        if (Publication.Take(step, now, out var next) is { } no) return no;
        Apply(plan);
        Become(next);
        Touch(now);
        return null;
    }

    /// <inheritdoc/>
    public Refusal? Show(PublicationChange step, PublicationState seen, DateTimeOffset now)
    {
        if (this.CheckShown(step, seen, now) is { } behind) return behind;
        if (Publication.Take(step, now, out var next) is { } no) return no;
        if (Become(next)) Touch(now);
        return null;
    }

    private bool Become(Publication next)
    {
        if (next == Publication) return false;
        (Publication, AnnouncedAt) = (next, null);
        return true;
    }

    /// <summary>Says from which ideas and proposals it comes; this is ours also where the paper comes from elsewhere.</summary>
    public Refusal? SetOrigins(IReadOnlyList<IdeaId> ideas, IReadOnlyList<ProposalId> proposals, DateTimeOffset now)
    {
        if (ideas.Count > MaxOrigins || proposals.Count > MaxOrigins) return new TooManyOrigins(MaxOrigins);
        _ideas.RemoveAll(origin => !ideas.Contains(origin.IdeaId));
        foreach (var idea in ideas.Where(idea => !_ideas.Exists(origin => origin.IdeaId == idea))) _ideas.Add(new PaperIdea(Id, idea));
        _proposals.RemoveAll(origin => !proposals.Contains(origin.ProposalId));
        foreach (var proposal in proposals.Where(proposal => !_proposals.Exists(origin => origin.ProposalId == proposal))) _proposals.Add(new PaperProposal(Id, proposal));
        Touch(now);
        return null;
    }

    /// <summary>Whether it is as planned.</summary>
    public bool Is(PaperPlan plan) => DeletedAt is null && plan == new PaperPlan(Name, Reference, Date, PaperType, UnderDirectionOfId, Summary);

    /// <summary>Takes over what another council system says now.</summary>
    public bool Renew(PaperPlan plan, DateTimeOffset now)
    {
        if (Is(plan)) return false;
        Apply(plan);
        DeletedAt = null;
        Touch(now);
        return true;
    }

    /// <summary>Adds a step of its way.</summary>
    public Consultation Consult(int number, ConsultationPlan plan, DateTimeOffset now, string? origin = null)
    {
        var consultation = Consultation.Add(number, Id, plan, now, origin);
        _consultations.Add(consultation);
        Touch(now);
        return consultation;
    }

    /// <summary>Its publication is dealt with; from here on it counts as changed, so that those who ask for changes learn of it.</summary>
    public void Announce(DateTimeOffset now)
    {
        AnnouncedAt = now;
        NoteTold(now);
        Touch(now);
    }

    /// <summary>Those who take part in what it comes from are told; never again, be it withdrawn and published once more.</summary>
    public void NoteTold(DateTimeOffset now)
    {
        foreach (var origin in _ideas) origin.NoteTold(now);
        foreach (var origin in _proposals) origin.NoteTold(now);
    }

    private void Apply(PaperPlan plan) => (Name, Reference, Date, PaperType, UnderDirectionOfId, Summary) = (plan.Name, plan.Reference, plan.Date, plan.PaperType, plan.UnderDirectionOf, plan.Summary);
}

/// <summary>What editors say of a paper.</summary>
public sealed record PaperPlan(string Name, string? Reference, DateOnly? Date, string? PaperType, BodyId? UnderDirectionOf, FormattedText Summary)
{
    /// <summary>What contradicts itself, or null.</summary>
    public Refusal? Check() => Date is { Year: < 1900 or > 2200 } ? new PaperDateOutOfRange() : null;
}

/// <summary>An idea from which a paper comes.</summary>
public sealed class PaperIdea(PaperId paperId, IdeaId ideaId)
{
    /// <summary>The paper.</summary>
    public PaperId PaperId { get; private set; } = paperId;

    /// <summary>The idea.</summary>
    public IdeaId IdeaId { get; private set; } = ideaId;

    /// <summary>When those who take part in it were told of the paper; null while they were not.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    internal void NoteTold(DateTimeOffset now) => ToldAt ??= now;
}

/// <summary>A proposal from which a paper comes.</summary>
public sealed class PaperProposal(PaperId paperId, ProposalId proposalId)
{
    /// <summary>The paper.</summary>
    public PaperId PaperId { get; private set; } = paperId;

    /// <summary>The proposal.</summary>
    public ProposalId ProposalId { get; private set; } = proposalId;

    /// <summary>When those who take part in it were told of the paper; null while they were not.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    internal void NoteTold(DateTimeOffset now) => ToldAt ??= now;
}

/// <summary>A paper from more ideas or proposals than anyone could tell.</summary>
public sealed record TooManyOrigins(int Limit) : Refusal;

/// <summary>A day of a paper that cannot be meant.</summary>
public sealed record PaperDateOutOfRange : Refusal;
