namespace Participation.Domain.Ideas;

/// <summary>The code with which someone takes over an idea that staff wrote down for them; there until it is used. It is too long to be guessed at the pace that pages allow; counting tries would only let strangers use them up.</summary>
public sealed class IdeaClaim
{
    /// <summary>Letters of a code.</summary>
    public const int CodeLength = 12;

    /// <summary>Longest protected code, in characters.</summary>
    public const int SecretMaxLength = 500;

    private IdeaClaim() { }

    /// <summary>The idea.</summary>
    public IdeaId IdeaId { get; private set; }

    /// <summary>The code, protected: staff prints it on the receipt, the database alone does not tell it.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>Keeps a code.</summary>
    public static IdeaClaim Of(IdeaId idea, string secret) => new() { IdeaId = idea, Secret = secret };
}
