using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Web.Accounts.Authorities;

/// <summary>
/// Links to an authority that do more than sign in are sealed for one session and ten minutes: another site can neither make one nor use its
/// own in somebody else's browser.
/// </summary>
public sealed class Errands(IDataProtectionProvider protection)
{
    private const string Kind = "errand";
    private const string Next = "next";
    private const string Session = "session";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Participation.Authorities.Errand").ToTimeLimitedDataProtector();

    public string Seal(ErrandKind kind, string? sid) => _seal.Protect($"{kind} {sid}", Life);

    /// <summary>The errand of a link; null when it was made for another session or too long ago.</summary>
    public Errand? Open(string? token, string next, string? sid)
    {
        if (token is null) return new Errand(ErrandKind.SignIn, next, null);
        try
        {
            return _seal.Unprotect(token).Split(' ', 2) is [var kind, { Length: > 0 } session] && session == sid ? new Errand(Enum.Parse<ErrandKind>(kind), next, session) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>An errand as it travels in the state of the protocol.</summary>
    public static AuthenticationProperties Carry(Errand errand) =>
        new() { Items = { [Kind] = errand.Kind.ToString(), [Next] = errand.Next, [Session] = errand.Session } };

    /// <summary>The errand that a state carries.</summary>
    public static Errand Of(AuthenticationProperties? properties)
    {
        string? Item(string key) => properties?.Items.TryGetValue(key, out var value) is true ? value : null;
        return new Errand(Enum.TryParse<ErrandKind>(Item(Kind), out var kind) ? kind : ErrandKind.SignIn, Item(Next) ?? "/", Item(Session));
    }
}
