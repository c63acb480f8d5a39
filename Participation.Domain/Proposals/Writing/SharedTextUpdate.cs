using Participation.Domain.Accounts;

namespace Participation.Domain.Proposals.Writing;

/// <summary>An accepted change of a shared text. Never changed; together with the snapshot they are the text.</summary>
public sealed class SharedTextUpdate
{
    /// <summary>Longest name of a client, in characters.</summary>
    public const int ClientMaxLength = 40;

    private SharedTextUpdate() { }

    /// <summary>The text.</summary>
    public SharedTextId TextId { get; private set; }

    /// <summary>The version of the text that it made, from 1 and without gaps.</summary>
    public int Version { get; private set; }

    /// <summary>The editor it was typed in; by this name it knows its own again.</summary>
    public string Client { get; private set; } = "";

    /// <summary>What changed, in the form of <see cref="ChangeSet.Read"/>.</summary>
    public string Changes { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>For which organisation.</summary>
    public OrganisationId OrganisationId { get; private set; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>An update as it was accepted.</summary>
    public static SharedTextUpdate Of(SharedTextId text, int version, PendingUpdate update, PersonId by, OrganisationId organisation, DateTimeOffset now) => new()
    {
        TextId = text, Version = version, Client = update.Client, Changes = update.Changes.ToJson(), PersonId = by, OrganisationId = organisation, At = now,
    };
}
