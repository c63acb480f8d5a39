using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Web.Accounts.Factors;

namespace Participation.Web.Accounts.Sessions;

/// <summary>
/// Identity's sign-in with sessions: whoever signs someone in, by whatever way, opens a session; making the cookie anew keeps it,
/// signing out ends it.
/// </summary>
public sealed class AccountSignIn(
    UserManager<Account> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> principals, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation,
    OpenSession open, EndSessions end, NewDevice device, StaffFactor staff, TimeProvider clock)
    : SignInManager<Account>(users, http, principals, options, log, schemes, confirmation)
{
    /// <summary>Whoever confirmed the address and was not shut out.</summary>
    public override async Task<bool> CanSignInAsync(Account user) => user.BlockedAt is null && await base.CanSignInAsync(user);

    /// <summary>Signs someone in who took these ways.</summary>
    public Task EnterAsync(Account account, bool stay, params string[] methods) =>
        SignInWithClaimsAsync(account, new AuthenticationProperties { IsPersistent = stay }, methods.Select(method => new Claim(SessionClaims.Methods, method)));

    /// <summary>Signs someone in who took these ways, one of which was an authority that was so sure of them.</summary>
    /// <param name="account">Who.</param>
    /// <param name="stay">Whether the cookie outlives the browser.</param>
    /// <param name="methods">By which ways.</param>
    /// <param name="level">How sure the authority was.</param>
    /// <param name="provedAt">When the person proved who they are, if that was earlier: an authority lets people pass who signed in there in the morning. Null for just now.</param>
    public Task EnterAsync(Account account, bool stay, IEnumerable<string> methods, AssuranceLevel level, DateTimeOffset? provedAt = null) =>
        SignInWithClaimsAsync(account, new AuthenticationProperties { IsPersistent = stay },
        [
            .. methods.Select(method => new Claim(SessionClaims.Methods, method)),
            .. level is AssuranceLevel.None ? Array.Empty<Claim>() : [new Claim(SessionClaims.Level, SessionClaims.LevelWord(level))],
            .. provedAt is { } at ? new[] { SessionClaims.TimeOf(at) } : [],
        ]);

    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var claims = additionalClaims.ToList();
        if (!claims.Exists(claim => claim.Type == SessionClaims.Session)) claims = await BeginAsync(user, claims);
        var principal = await CreateUserPrincipalAsync(user);
        principal.Identities.First().AddClaims(claims);
        staff.Mark(principal);
        await Context.SignInAsync(AuthenticationScheme, principal, authenticationProperties ?? new AuthenticationProperties());
        Context.User = principal;
    }

    public override async Task RefreshSignInAsync(Account user) => await ProveAsync(user);

    /// <summary>The person of this session just proved who they are once more, by these ways: the same session, a new time.</summary>
    public async Task ProveAsync(Account user, params string[] methods)
    {
        var current = await Context.AuthenticateAsync(AuthenticationScheme);
        if (current.Principal is not { } known || known.Sid() is not { } sid || UserManager.GetUserId(known) != user.Id.ToString()) return;
        var ways = known.FindAll(SessionClaims.Methods).Select(claim => claim.Value).Concat(methods);
        var provedAt = methods.Length > 0 ? clock.GetUtcNow() : known.ProvedAt();
        var others = known.Claims.Where(claim => claim.Type is ClaimTypes.AuthenticationMethod or SessionClaims.Level);
        await SignInWithClaimsAsync(user, current.Properties, SessionClaims.Of(sid, provedAt, ways).Concat(others));
    }

    public override async Task SignOutAsync()
    {
        await EndPresentAsync();
        await base.SignOutAsync();
    }

    /// <summary>Ends the session of the request's own person; not the cookie's, which cannot be asked for while it is being checked.</summary>
    private async Task EndPresentAsync()
    {
        if (Context.User.Sid() is { } sid && Guid.TryParse(UserManager.GetUserId(Context.User), out var account))
            await end.OneAsync(account, AccountSession.KeyOf(sid), Context.RequestAborted);
    }

    private async Task<List<Claim>> BeginAsync(Account user, List<Claim> claims)
    {
        var methods = claims.Where(claim => claim.Type == SessionClaims.Methods).Select(claim => claim.Value).ToList();
        await EndPresentAsync(); // Its cookie is about to be replaced.
        var isFirst = user.LastSignInAt is null;
        var provedAt = claims.Find(claim => claim.Type == SessionClaims.Time) is { } time ? SessionClaims.InstantOf(time.Value) : (DateTimeOffset?)null;
        var session = await open.ExecuteAsync(user.Id, methods, provedAt, Context.Request.Headers.UserAgent.ToString(), Context.RequestAborted);
        await device.NoticeAsync(user, isFirst, Context);
        return [.. claims.Where(claim => claim.Type is not (SessionClaims.Methods or SessionClaims.Time)), .. session];
    }
}
