using Participation.Domain.Accounts;

namespace Participation.Web.Markdown;

/// <summary>Whom a text can name: the seam to the accounts.</summary>
public interface IPublicNames
{
    /// <summary>The people behind names, as far as everybody may see them; by name. Names are in the form of <see cref="Person.Normalize"/>.</summary>
    Task<IReadOnlyDictionary<string, PublicPerson>> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancel);
}

/// <summary>Someone whose name everybody may see.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">The public name, as its owner writes it.</param>
public sealed record PublicPerson(PersonId Id, string Name);

/// <summary>What a text can point at by number: the seam to the capability that has such things. A new kind adds one of these.</summary>
public interface IReferenceTargets
{
    /// <summary>The character before the number.</summary>
    char Mark { get; }

    /// <summary>The addresses of those that everybody may read, by number.</summary>
    Task<IReadOnlyDictionary<int, string>> FindAsync(IReadOnlyCollection<int> numbers, CancellationToken cancel);
}
