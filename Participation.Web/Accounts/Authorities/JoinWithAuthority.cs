using Microsoft.AspNetCore.Identity;
using Participation.Domain;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Authorities;

/// <summary>
/// Someone whom an authority names gets an account. An address that the authority did not check, or that was typed here, has to be confirmed by
/// mail; whether somebody has it already, only its owner learns.
/// </summary>
public sealed class JoinWithAuthority(CreatePerson create, EnterWithAuthority enter, AccountMails mails, UserManager<Account> users, AuthorityList authorities)
{
    /// <returns>What came of it, or that the public name is taken, or that the person has an account to sign in with first.</returns>
    public async Task<Outcome<Entered>> ExecuteAsync(Arrival arrival, NewPerson wanted, CancellationToken cancel)
    {
        if (authorities.Find(arrival.Authority) is not { Options.MayRegister: true } authority) return new NotAllowed();
        if (await KnownAsync(arrival, cancel) is { } known) return known; // The form was sent twice.
        var isProven = arrival.IsEmailVerified && string.Equals(arrival.Email, wanted.Email, StringComparison.OrdinalIgnoreCase);
        if (isProven && await users.FindByEmailAsync(wanted.Email) is not null) return await ConnectedMeanwhileAsync(arrival, cancel);

        var created = await create.ExecuteAsync(wanted with { Arrival = arrival, HasProvenAddress = isProven }, cancel);
        if (created is { Refusal: AddressHasAccount } && !isProven)
        {
            await mails.KnownToAuthorityAsync(wanted.Email, authority.DisplayName, cancel);
            return new Entered(EnterStep.Unconfirmed);
        }

        if (!created.Done) return created.Refusal is AddressHasAccount ? await ConnectedMeanwhileAsync(arrival, cancel) : created.Refusal;
        if (created.Value.EmailConfirmed) return await enter.ExecuteAsync(arrival, cancel);
        await mails.ConfirmAgainAsync(created.Value.Email!, arrival.Errand.Next, cancel);
        return new Entered(EnterStep.Unconfirmed);
    }

    private async Task<Entered?> KnownAsync(Arrival arrival, CancellationToken cancel) => await enter.ExecuteAsync(arrival, cancel) is { Step: not EnterStep.Unknown } entered ? entered : null;

    /// <summary>The account with this address can be the one that the same form, sent twice, made a moment ago.</summary>
    private async Task<Outcome<Entered>> ConnectedMeanwhileAsync(Arrival arrival, CancellationToken cancel) =>
        await KnownAsync(arrival, cancel) is { } step ? step : new ConnectInstead();
}

/// <summary>The person's own address has an account already: it is connected after signing in with it, never by itself.</summary>
public sealed record ConnectInstead : Refusal;
