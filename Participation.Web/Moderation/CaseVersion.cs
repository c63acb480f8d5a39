using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Participation.Domain.Moderation;

namespace Participation.Web.Moderation;

/// <summary>A contribution in the version that was looked at, as forms send it: <c>17:5@3</c>.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Version">Which version.</param>
public readonly record struct CaseVersion(CaseRef At, int Version) : IParsable<CaseVersion>
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}@{Version}");

    public static CaseVersion Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var item) ? item : throw new FormatException(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CaseVersion result)
    {
        string[] parts = (s ?? "").Split('@', 3);
        var valid = parts.Length == 2 & CaseRef.TryParse(parts[0], provider, out var at) & int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        result = valid ? new CaseVersion(at, version) : default;
        return valid;
    }
}
