using Participation.Domain;

namespace Participation.Web.Accounts;

/// <summary>
/// Someone registers. Whether the address is new or known, the answer is the same and a mail goes to it:
/// with a link to confirm, or, to an account that exists, with a hint that somebody tried.
/// </summary>
public sealed class RegisterPerson(CreatePerson create, AccountMails mails)
{
    /// <param name="wanted">Who registers.</param>
    /// <param name="next">Where to go after confirming.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Why nobody gets this public name, or null.</returns>
    public async Task<Refusal?> ExecuteAsync(NewPerson wanted, string next, CancellationToken cancel)
    {
        var created = await create.ExecuteAsync(wanted, cancel);
        if (created.Done) await mails.ConfirmAsync(created.Value, next, cancel);
        else if (created.Refusal is AddressHasAccount) await mails.KnownAddressAsync(wanted.Email, cancel);
        else return created.Refusal;
        return null;
    }
}
