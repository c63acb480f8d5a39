using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Participation.Domain.Ideas;

namespace Participation.Web.Ideas.Polis;

/// <summary>Under which names an import finds its people and ideas again.</summary>
internal sealed class PolisNames(string process)
{
    private const int LongestNumber = 19;
    private const int HashLength = 8;

    private readonly string _inName = Fit(process, Domain.Accounts.Person.DisplayNameMaxLength - "Teilnehmende  ()".Length - LongestNumber);
    private readonly string _inKey = Fit(process, Idea.SubmissionKeyMaxLength - "polis--".Length - LongestNumber);

    /// <summary>Public name of a participant: a number says as much as the export does.</summary>
    public string Person(long participant) => string.Create(CultureInfo.InvariantCulture, $"Teilnehmende {participant} ({_inName})");

    /// <summary>Submission key of a contribution.</summary>
    public string Key(long comment) => string.Create(CultureInfo.InvariantCulture, $"{KeyPrefix}{comment}");

    /// <summary>How the keys of this process' contributions begin.</summary>
    public string KeyPrefix => $"polis-{_inKey}-";

    /// <summary>A long slug is cut and told apart by a hash of the whole.</summary>
    private static string Fit(string slug, int room) => slug.Length <= room
        ? slug
        : $"{slug[..(room - HashLength - 1)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(slug)))[..HashLength]}";
}
