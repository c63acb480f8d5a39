using Participation.Domain;

namespace Participation.Web.Shared;

/// <summary>Addresses of texts that are discussed passage by passage.</summary>
public static partial class Links
{
    public const string Texts = "/texte";

    public static string Text(int number, string title) => Invariant($"/texte/{number}/{Slug.From(title)}");

    /// <summary>The discussion of a passage.</summary>
    public static string Passage(int number) => Invariant($"/absaetze/{number}");
}
