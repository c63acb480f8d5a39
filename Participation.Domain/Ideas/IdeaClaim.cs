namespace Participation.Domain.Ideas;

/// <summary>The code with which someone takes over an idea that staff wrote down for them; there until it is used.</summary>
public sealed class IdeaClaim
{
    /// <summary>How often a wrong code may be tried.</summary>
    public const int MaxTries = 10;

    /// <summary>Letters of a code.</summary>
    public const int CodeLength = 12;

    /// <summary>Longest protected code, in characters.</summary>
    public const int SecretMaxLength = 500;

    private IdeaClaim() { }

    /// <summary>The idea.</summary>
    public IdeaId IdeaId { get; private set; }

    /// <summary>The code, protected: staff prints it on the receipt, the database alone does not tell it.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>How often a wrong code was tried.</summary>
    public int Tries { get; private set; }

    /// <summary>Keeps a code.</summary>
    public static IdeaClaim Of(IdeaId idea, string secret) => new() { IdeaId = idea, Secret = secret };

    /// <summary>Counts a try; no more than some are possible.</summary>
    /// <returns>Whether it may be tried.</returns>
    public bool Try()
    {
        if (Tries >= MaxTries) return false;
        Tries++;
        return true;
    }
}
