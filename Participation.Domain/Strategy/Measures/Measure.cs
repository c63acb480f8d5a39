using System.Globalization;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;

namespace Participation.Domain.Strategy.Measures;

/// <summary>
/// Something that the city set out to do in a field of action. How far it is, in percent, is what its editors state; how many milestones
/// are done is counted beside it. Implemented means 100 percent and no open milestone, and nothing else does.
/// </summary>
public sealed class Measure : IPublished
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 150;

    /// <summary>Longest description, in characters.</summary>
    public const int DescriptionMaxLength = 10_000;

    /// <summary>Longest name of a unit within the responsible organisation, in characters.</summary>
    public const int UnitMaxLength = 120;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 600;

    /// <summary>Most measures.</summary>
    public const int Most = 1_000;

    /// <summary>Most milestones.</summary>
    public const int MaxMilestones = 30;

    /// <summary>Most ideas, most proposals and most papers that it is linked with.</summary>
    public const int MaxLinks = 30;

    private readonly List<Milestone> _milestones = [];
    private readonly List<MeasureIdea> _ideas = [];
    private readonly List<MeasureProposal> _proposals = [];
    private readonly List<MeasurePaper> _papers = [];
    private readonly List<MeasureChange> _history = [];

    private Measure() { }

    /// <summary>Internal identity.</summary>
    public MeasureId Id { get; private set; }

    /// <summary>Public number.</summary>
    public int Number { get; private set; }

    /// <summary>The field of action it belongs to.</summary>
    public FieldOfActionId FieldId { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is done and why.</summary>
    public FormattedText Description { get; private set; } = FormattedText.Empty;

    /// <summary>The organisation that answers for it.</summary>
    public OrganisationId? ResponsibleOrganisationId { get; private set; }

    /// <summary>The unit within that organisation.</summary>
    public string? ResponsibleUnit { get; private set; }

    /// <summary>Where it is.</summary>
    public MeasureStatus Status { get; private set; }

    /// <summary>Why it was put off or given up.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>The status that the people of its ideas were told of last.</summary>
    public MeasureStatus? ToldStatus { get; private set; }

    /// <summary>How far it is as stated, 0 to 100.</summary>
    public int Progress { get; private set; }

    /// <inheritdoc/>
    public Publication Publication { get; private set; } = Publication.Draft;

    /// <summary>When it was set up.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Optimistic concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Its steps.</summary>
    public IReadOnlyList<Milestone> Milestones => _milestones;

    /// <summary>The ideas it takes up.</summary>
    public IReadOnlyList<MeasureIdea> Ideas => _ideas;

    /// <summary>The proposals it carries out.</summary>
    public IReadOnlyList<MeasureProposal> Proposals => _proposals;

    /// <summary>The papers of the council it rests on.</summary>
    public IReadOnlyList<MeasurePaper> Papers => _papers;

    /// <summary>What changed; of a stored measure only what is new.</summary>
    public IReadOnlyList<MeasureChange> History => _history;

    /// <summary>Sets it up by a plan that passed <see cref="MeasurePlan.Check"/>.</summary>
    /// <exception cref="ArgumentException">It did not.</exception>
    public static Measure Create(MeasureId id, int number, MeasurePlan plan, MeasureEdit edit)
    {
        if (plan.Check(edit.Today) is { } refusal) throw new ArgumentException(refusal.ToString(), nameof(plan));
        var measure = new Measure { Id = id, Number = number, CreatedAt = edit.Now };
        measure.Apply(plan, edit);
        measure.Note(MeasureChangeKind.Created, null, null, plan.Status.ToString(), edit);
        return measure;
    }

    /// <summary>Whether it was set up by this plan.</summary>
    public bool Is(MeasurePlan plan) =>
        (FieldId, Title, Description.Markdown, ResponsibleOrganisationId, ResponsibleUnit, Status) == (plan.Field, plan.Title, plan.Description.Markdown, plan.Responsible, plan.Unit, plan.Status)
        && StatusReason == (plan.Status.NeedsReason() ? plan.StatusReason : null) && Progress == (plan.Status is MeasureStatus.Implemented ? 100 : plan.Progress)
        && _milestones.Select(milestone => (milestone.Title, milestone.DueOn, milestone.DoneOn)).Order().SequenceEqual(plan.Milestones.Select(milestone => (milestone.Title, milestone.DueOn, milestone.DoneOn)).Order())
        && _ideas.Select(link => link.IdeaId).ToHashSet().SetEquals(plan.Ideas) && _proposals.Select(link => link.ProposalId).ToHashSet().SetEquals(plan.Proposals) && _papers.Select(link => link.PaperId).ToHashSet().SetEquals(plan.Papers);

    /// <summary>Changes it and notes in its history what is not as before; of a draft nobody has to know.</summary>
    public Refusal? Change(MeasurePlan plan, int expectedVersion, MeasureEdit edit)
    {
        if (expectedVersion != Version) return new ChangedMeanwhile();
        if (plan.Check(edit.Today) is { } refusal) return refusal;
        if (WasPublic(edit.Now)) NoteDifferences(plan, edit);
        Apply(plan, edit);
        Version++;
        return null;
    }

    /// <summary>Shows it, or takes it out of view.</summary>
    public Refusal? Publish(PublicationChange change, MeasureEdit edit)
    {
        var was = Publication.StateAt(edit.Now);
        if (Publication.Take(change, edit.Now, out var next) is { } refusal) return refusal;
        Publication = next;
        if (was is not PublicationState.Published && next.IsPublicAt(edit.Now)) Note(MeasureChangeKind.Published, null, null, null, edit);
        if (was is PublicationState.Published && next.WithdrawnAt is not null) Note(MeasureChangeKind.Withdrawn, null, null, null, edit with { Reason = next.Reason });
        return null;
    }

    /// <summary>Notes that the people of its ideas are told of its status, once everybody may read it.</summary>
    /// <returns>Whether there is anything to tell.</returns>
    public bool Tell(DateTimeOffset now)
    {
        if (Status == ToldStatus || !Publication.IsPublicAt(now)) return false;
        ToldStatus = Status;
        return Status is not MeasureStatus.Planned;
    }

    /// <summary>Whether everybody could read it once.</summary>
    private bool WasPublic(DateTimeOffset now) => Publication.From <= now;

    private void Apply(MeasurePlan plan, MeasureEdit edit)
    {
        (FieldId, Title, Description, ResponsibleOrganisationId, ResponsibleUnit) = (plan.Field, plan.Title, plan.Description, plan.Responsible, plan.Unit);
        (Status, StatusReason) = (plan.Status, plan.Status.NeedsReason() ? plan.StatusReason : null);
        (Progress, ChangedAt) = (plan.Status is MeasureStatus.Implemented ? 100 : plan.Progress, edit.Now);
        var kept = plan.Milestones.Where(milestone => milestone.Id is not null).Select(milestone => milestone.Id).ToHashSet();
        _milestones.RemoveAll(milestone => !kept.Contains(milestone.Id));
        foreach (var planned in plan.Milestones)
        {
            if (_milestones.Find(milestone => milestone.Id == planned.Id) is { } existing) existing.Become(planned);
            else _milestones.Add(Milestone.Of(Id, planned, edit.Now));
        }

        _ideas.RemoveAll(link => !plan.Ideas.Contains(link.IdeaId));
        _ideas.AddRange(plan.Ideas.Distinct().Where(id => _ideas.TrueForAll(link => link.IdeaId != id)).Select(id => new MeasureIdea(Id, id)).ToList());
        _proposals.RemoveAll(link => !plan.Proposals.Contains(link.ProposalId));
        _proposals.AddRange(plan.Proposals.Distinct().Where(id => _proposals.TrueForAll(link => link.ProposalId != id)).Select(id => new MeasureProposal(Id, id)).ToList());
        _papers.RemoveAll(link => !plan.Papers.Contains(link.PaperId));
        _papers.AddRange(plan.Papers.Distinct().Where(id => _papers.TrueForAll(link => link.PaperId != id)).Select(id => new MeasurePaper(Id, id)).ToList());
    }

    private void NoteDifferences(MeasurePlan plan, MeasureEdit edit)
    {
        if (Status != plan.Status || (plan.Status.NeedsReason() && StatusReason != plan.StatusReason))
            Note(MeasureChangeKind.Status, null, Status.ToString(), plan.Status.ToString(), plan.Status.NeedsReason() ? edit with { Reason = plan.StatusReason } : edit);
        NoteIf(MeasureChangeKind.Progress, Percent(Progress), Percent(plan.Status is MeasureStatus.Implemented ? 100 : plan.Progress), edit);
        NoteIf(MeasureChangeKind.Title, Title, plan.Title, edit);
        if (Description.Markdown != plan.Description.Markdown) Note(MeasureChangeKind.Description, null, null, null, edit);
        if (FieldId != plan.Field) Note(MeasureChangeKind.Field, null, edit.NameOf(FieldId.Value), edit.NameOf(plan.Field.Value), edit);
        if ((ResponsibleOrganisationId, ResponsibleUnit) != (plan.Responsible, plan.Unit))
            Note(MeasureChangeKind.Responsible, null, Body(edit, ResponsibleOrganisationId, ResponsibleUnit), Body(edit, plan.Responsible, plan.Unit), edit);
        foreach (var planned in plan.Milestones) NoteMilestone(_milestones.Find(milestone => milestone.Id == planned.Id), planned, edit);
        foreach (var gone in _milestones.Where(milestone => plan.Milestones.All(kept => kept.Id != milestone.Id))) Note(MeasureChangeKind.MilestoneRemoved, gone.Title, Day(gone.DueOn), null, edit);
        NoteLinks(MeasureChangeKind.Ideas, [.. _ideas.Select(link => link.IdeaId.Value)], [.. plan.Ideas.Select(id => id.Value)], edit);
        NoteLinks(MeasureChangeKind.Proposals, [.. _proposals.Select(link => link.ProposalId.Value)], [.. plan.Proposals.Select(id => id.Value)], edit);
        NoteLinks(MeasureChangeKind.Papers, [.. _papers.Select(link => link.PaperId.Value)], [.. plan.Papers.Select(id => id.Value)], edit);
    }

    private void NoteMilestone(Milestone? existing, MilestonePlan planned, MeasureEdit edit)
    {
        if (existing is null)
        {
            Note(MeasureChangeKind.MilestoneAdded, planned.Title, null, Day(planned.DueOn), edit);
            return;
        }

        if (existing.Title != planned.Title) Note(MeasureChangeKind.MilestoneRenamed, planned.Title, existing.Title, planned.Title, edit);
        if (existing.DueOn != planned.DueOn) Note(MeasureChangeKind.MilestoneMoved, planned.Title, Day(existing.DueOn), Day(planned.DueOn), edit);
        if (existing.DoneOn != planned.DoneOn)
            Note(planned.DoneOn is null ? MeasureChangeKind.MilestoneReopened : MeasureChangeKind.MilestoneDone, planned.Title, Day(existing.DoneOn), Day(planned.DoneOn), edit);
    }

    private void NoteLinks(MeasureChangeKind kind, HashSet<Guid> before, HashSet<Guid> after, MeasureEdit edit)
    {
        if (!before.SetEquals(after)) Note(kind, null, edit.NamesOf(before.Order()), edit.NamesOf(after.Order()), edit);
    }

    private void NoteIf(MeasureChangeKind kind, string before, string after, MeasureEdit edit)
    {
        if (before != after) Note(kind, null, before, after, edit);
    }

    private void Note(MeasureChangeKind kind, string? milestone, string? before, string? after, MeasureEdit edit) => _history.Add(MeasureChange.Of(Id, kind, milestone, before, after, edit));

    private static string? Body(MeasureEdit edit, OrganisationId? organisation, string? unit) => (edit.NameOf(organisation?.Value), unit) switch
    {
        ({ } name, { } part) => $"{name}, {part}",
        var (name, part) => name ?? part,
    };

    private static string Percent(int percent) => percent.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
