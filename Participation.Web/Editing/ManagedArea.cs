using Participation.Web.Accounts;

namespace Participation.Web.Editing;

/// <summary>Under which heading something stands in the overview of everything that the staff edits.</summary>
public enum ManagedGroup
{
    /// <summary>What people read.</summary>
    Contents,

    /// <summary>Processes, and what is decided about contributions.</summary>
    Participation,

    /// <summary>Bodies, papers, results, strategy, services.</summary>
    Council,

    /// <summary>People, organisations, programs.</summary>
    People,

    /// <summary>Records.</summary>
    Records,
}

/// <summary>One thing that the staff edits, as <c>/verwaltung</c> offers it.</summary>
/// <param name="Group">Its heading.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="Title">What it is called, in the reader's language.</param>
/// <param name="Text">What one does there, in a sentence.</param>
/// <param name="Policy">Who may.</param>
public sealed record ManagedArea(ManagedGroup Group, string Address, Func<string> Title, Func<string> Text, string Policy);

/// <summary>How a capability enters the overview: one line in its setup.</summary>
public static class ManagedAreas
{
    /// <inheritdoc cref="ManagedArea"/>
    public static IServiceCollection AddManaged(this IServiceCollection services, ManagedGroup group, string address, Func<string> title, Func<string> text, string policy = Policies.Moderation) =>
        services.AddSingleton(new ManagedArea(group, address, title, text, policy));
}
