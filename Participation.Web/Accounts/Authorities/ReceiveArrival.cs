using System.Security.Claims;
using Participation.Web.Accounts.Factors;
using Participation.Web.Accounts.Sessions;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Someone came back from an authority: does what they went there for, and says where they go on and what they read there.</summary>
public sealed class ReceiveArrival(ArrivalTickets tickets, EnterWithAuthority enter, ConnectAuthority connect, ProveWithAuthority prove, OwnAccount own, AuthorityList authorities)
{
    /// <returns>The next address, and a notice for it.</returns>
    public async Task<(string Address, string? Notice)> ExecuteAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await tickets.FindAsync() is not { } arrival || authorities.Find(arrival.Authority) is not { } authority)
            return (user.ActorOrNull() is null ? Problem(AuthorityProblem.Expired, null, "/") : Links.Home, null);
        return arrival.Errand.Kind switch
        {
            ErrandKind.SignIn => await EnterAsync(authority, arrival, cancel),
            _ when user.ActorOrNull() is null || user.Sid() != arrival.Errand.Session => (Problem(AuthorityProblem.Expired, authority, arrival.Errand.Next), null),
            ErrandKind.Connect => await ConnectAsync(user, authority, arrival, cancel),
            _ => await ProveAsync(user, authority, arrival, cancel),
        };
    }

    private async Task<(string Address, string? Notice)> EnterAsync(Authority authority, Arrival arrival, CancellationToken cancel)
    {
        var next = LocalAddress.OrHome(arrival.Errand.Next);
        var entered = await enter.ExecuteAsync(arrival, cancel);
        // Kept only for whoever still needs it: the next person at this machine must not find it.
        if (entered.Step is not (EnterStep.CodeNeeded or EnterStep.Unknown) || (entered.Step is EnterStep.Unknown && !authority.Options.MayRegister)) await tickets.ForgetAsync();
        return entered.Step switch
        {
            EnterStep.SignedIn => (next, Notice(authority, arrival, entered)),
            EnterStep.CodeNeeded => (Links.SignInCodeThen(next), Notice(authority, arrival, entered)),
            EnterStep.Unconfirmed => (Problem(AuthorityProblem.Unconfirmed, authority, next), null),
            EnterStep.Blocked => (Problem(AuthorityProblem.NotAdmitted, authority, next), null),
            _ => (authority.Options.MayRegister ? Links.AuthorityIntroduction : Problem(AuthorityProblem.NoAccount, authority, next), null),
        };
    }

    private async Task<(string Address, string? Notice)> ConnectAsync(ClaimsPrincipal user, Authority authority, Arrival arrival, CancellationToken cancel)
    {
        var refusal = await connect.ExecuteAsync(await own.LoadAsync(user, cancel), arrival, cancel);
        await tickets.ForgetAsync();
        return (Links.WaysIn, refusal is null ? TooLow(authority, arrival) ?? string.Format(AuthoritiesTexts.Connected, authority.DisplayName) : Refusals.Text(refusal));
    }

    private async Task<(string Address, string? Notice)> ProveAsync(ClaimsPrincipal user, Authority authority, Arrival arrival, CancellationToken cancel)
    {
        var next = LocalAddress.OrHome(arrival.Errand.Next);
        var step = await prove.ExecuteAsync(await own.LoadAsync(user, cancel), arrival, cancel);
        if (step is not ProofStep.CodeNeeded) await tickets.ForgetAsync();
        return step switch
        {
            ProofStep.Proven => (next, null),
            ProofStep.CodeNeeded => (Links.SignInCodeThen(next), null),
            _ => (Problem(AuthorityProblem.NotAnew, authority, next), null),
        };
    }

    /// <summary>What someone reads whose residence does not count, or whom the authority confirmed less surely than it was asked to.</summary>
    internal static string? Notice(Authority authority, Arrival arrival, Entered entered) => entered.Residence is { } refusal ? Refusals.Text(refusal) : TooLow(authority, arrival);

    private static string? TooLow(Authority authority, Arrival arrival) =>
        arrival.IsTooLow ? string.Format(AuthoritiesTexts.TooLow, authority.DisplayName, AuthorityWords.Of(arrival.Identity.Level), AuthorityWords.Of(arrival.Asked)) : null;

    private static string Problem(AuthorityProblem problem, Authority? authority, string next) => Links.AuthorityProblem(AuthorityProblems.Word(problem), authority?.Name, next);
}
