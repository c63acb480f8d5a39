using System.Buffers;

namespace Participation.Web.Accounts.Authorities;

/// <summary>A suggestion for the public name from what an authority calls someone: a plain name, or nothing.</summary>
internal static class SuggestedName
{
    /// <summary>What no one's name needs and markup does.</summary>
    private static readonly SearchValues<char> Suspicious = SearchValues.Create("<>&\"`\\/{}[]();=@#$%^*|~");

    /// <returns>The name if it may be a public name as it is; else nothing, because what is left of a cleaned-up attack is no one's name.</returns>
    public static string From(string name) => NewPerson.IsName(name) && !NewPerson.HasAddress(name) && !name.AsSpan().ContainsAny(Suspicious) ? name.Trim() : "";
}
