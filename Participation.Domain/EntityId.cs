namespace Participation.Domain;

/// <summary>A strongly typed UUIDv7; ids stay internal, public addresses use numbers and slugs.</summary>
public interface IEntityId<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    /// <summary>The raw value, as stored.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored value.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>The one place where ids are made.</summary>
internal static class Uuid
{
#pragma warning disable RS0030 // This is the one place: everything else says XId.New(now).
    public static Guid Version7(DateTimeOffset now) => Guid.CreateVersion7(now);
#pragma warning restore RS0030
}
