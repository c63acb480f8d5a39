using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Web.Accounts.Sessions;

/// <summary>
/// Notices a sign-in from a browser that this account was never used in. Which accounts were, the browser itself keeps in a sealed cookie;
/// the server keeps nothing about devices.
/// </summary>
public sealed class NewDevice(IDataProtectionProvider protection, SecurityMails mails)
{
    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "geraet";

    private const int MaxAccounts = 12;

    private readonly IDataProtector _seal = protection.CreateProtector("Participation.Device");

    /// <summary>Tells the account by mail, unless the browser is known or it is the first sign-in at all; the browser is known from now on.</summary>
    public async Task NoticeAsync(Account account, bool isFirst, HttpContext http)
    {
        var known = Read(http.Request.Cookies[CookieName]);
        if (!isFirst && !known.Contains(account.Id)) await mails.NewDeviceAsync(account, http.Request.Headers.UserAgent.ToString(), http.RequestAborted);
        var value = _seal.Protect(string.Join(',', known.Where(id => id != account.Id).Append(account.Id).TakeLast(MaxAccounts).Select(id => id.ToString("N"))));
        http.Response.Cookies.Append(CookieName, value, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true, Secure = http.Request.IsHttps,
        });
    }

    private List<Guid> Read(string? cookie)
    {
        if (cookie is not { Length: > 0 and < 4000 }) return [];
        try
        {
            return [.. _seal.Unprotect(cookie).Split(',').Select(Guid.Parse)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
