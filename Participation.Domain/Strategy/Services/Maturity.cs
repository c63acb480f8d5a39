namespace Participation.Domain.Strategy.Services;

/// <summary>The models by which the maturity of an online service is measured.</summary>
public enum MaturityModel
{
    /// <summary>Version 1.1 of June 2020: levels 0 to 4.</summary>
    V11,

    /// <summary>Version 2.0 of July 2025: levels 0 to 7.</summary>
    V20,
}

/// <summary>How far a service is, as three lights.</summary>
public enum TrafficLight
{
    /// <summary>It cannot be had online.</summary>
    Red,

    /// <summary>A part of it can be done online.</summary>
    Yellow,

    /// <summary>It is digital from end to end.</summary>
    Green,
}

/// <summary>How mature a service is: a level means something only together with the model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Level">The level in it.</param>
public readonly record struct Maturity(MaturityModel Model, int Level)
{
    /// <summary>The highest level of a model.</summary>
    public static int Highest(MaturityModel model) => model is MaturityModel.V11 ? 4 : 7;

    /// <summary>Whether the model has that level.</summary>
    public bool IsPossible => Level >= 0 && Level <= Highest(Model);

    /// <summary>
    /// The light that follows from the level. Green is only what is digital from end to end, the highest level of either model; red is
    /// what cannot be begun online: nothing (0) or information only (1).
    /// </summary>
    public TrafficLight Light => Level <= 1 ? TrafficLight.Red : Level == Highest(Model) ? TrafficLight.Green : TrafficLight.Yellow;
}
