namespace Participation.Domain.Strategy;

/// <summary>A step of the way of a strategy: when what happened, known to the year, the month or the day.</summary>
public sealed class StatusDate(int order, PartialDate on, string label, string? source)
{
    /// <summary>Longest label, in characters.</summary>
    public const int LabelMaxLength = 200;

    /// <summary>Longest address of a source, in characters.</summary>
    public const int SourceMaxLength = 500;

    /// <summary>Position, from 0.</summary>
    public int Order { get; private set; } = order;

    /// <summary>When.</summary>
    public PartialDate On { get; private set; } = on;

    /// <summary>What happened.</summary>
    public string Label { get; private set; } = label;

    /// <summary>Address that proves it, if there is one.</summary>
    public string? Source { get; private set; } = source;

    internal void Become(StatusDate other) => (On, Label, Source) = (other.On, other.Label, other.Source);
}
