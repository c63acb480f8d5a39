namespace Participation.Domain.Strategy;

/// <summary>A part of a strategy in which it sets out to do something.</summary>
public sealed class FieldOfAction
{
    /// <summary>Longest title, in characters.</summary>
    public const int TitleMaxLength = 120;

    /// <summary>Longest description, in characters.</summary>
    public const int DescriptionMaxLength = 800;

    private FieldOfAction() { }

    /// <summary>Internal identity; measures refer to it.</summary>
    public FieldOfActionId Id { get; private set; }

    /// <summary>The strategy it belongs to.</summary>
    public StrategyPaperId StrategyId { get; private set; }

    /// <summary>Position, from 1; also the number that readers see.</summary>
    public int Order { get; private set; }

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is about, in a few sentences.</summary>
    public string Description { get; private set; } = "";

    internal static FieldOfAction Of(StrategyPaperId strategy, FieldOfActionId id, int order, FieldPlan plan) =>
        new() { Id = id, StrategyId = strategy, Order = order, Title = plan.Title, Description = plan.Description };

    internal void Become(int order, FieldPlan plan) => (Order, Title, Description) = (order, plan.Title, plan.Description);
}

/// <summary>A field of action as its editors set it.</summary>
/// <param name="Id">Which; null for a new one.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">Description.</param>
public sealed record FieldPlan(FieldOfActionId? Id, string Title, string Description);
