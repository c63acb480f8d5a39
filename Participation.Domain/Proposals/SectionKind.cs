namespace Participation.Domain.Proposals;

/// <summary>The parts of every proposal, in the order in which they are read.</summary>
public enum SectionKind
{
    /// <summary>What is the matter today.</summary>
    Background,

    /// <summary>What is to be reached.</summary>
    Goal,

    /// <summary>What is to be done.</summary>
    Measures,

    /// <summary>What the table of costs does not say.</summary>
    Costs,

    /// <summary>What happens when.</summary>
    Schedule,

    /// <summary>Who does what.</summary>
    Parties,
}
