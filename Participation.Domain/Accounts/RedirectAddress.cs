namespace Participation.Domain.Accounts;

/// <summary>Where the answer to an application's request may be sent. A code that arrives elsewhere is a stolen one.</summary>
public static class RedirectAddress
{
    /// <summary>Longest address, in characters.</summary>
    public const int MaxLength = 300;

    /// <summary>
    /// An address is exact: no pattern, no fragment, no password. It is encrypted, or on the person's own machine; an app on a phone
    /// may have a scheme of its own, named after a domain so that no other app has it by chance (RFC 8252, 7.1).
    /// </summary>
    /// <param name="address">The address.</param>
    /// <param name="isApp">Whether the application runs with the person and keeps no secret.</param>
    /// <returns>The refusal, or null when the address may be used.</returns>
    public static Refusal? Check(string address, bool isApp)
    {
        var sound = address.Length is > 0 and <= MaxLength && address.All(letter => letter is > ' ' and <= '~' and not ('*' or '#' or '\\' or ';' or ',' or '"' or '\'' or '<' or '>'))
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && IsAllowed(uri, isApp);
        return sound ? null : new RedirectAddressNotAllowed(address.Length > MaxLength ? address[..MaxLength] : address);
    }

    private static bool IsAllowed(Uri uri, bool isApp) => uri.Scheme switch
    {
        "https" => uri.Host.Length > 0,
        "http" => uri.Host is "localhost" or "127.0.0.1" or "[::1]",
        _ => isApp && uri.Scheme.Contains('.', StringComparison.Ordinal),
    };
}

/// <summary>The address is no exact, encrypted one.</summary>
public sealed record RedirectAddressNotAllowed(string Address) : Refusal;
