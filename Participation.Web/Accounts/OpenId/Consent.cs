using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;
using Participation.Domain.Accounts;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Participation.Web.Accounts.OpenId;

/// <summary>
/// What a person allowed an application, kept until it is withdrawn. The tokens of each sign-in hang on an authorization of their own,
/// so that a stolen one ends that sign-in and not the consent.
/// </summary>
public sealed class Consent(IOpenIddictAuthorizationManager authorizations, IOpenIddictTokenManager tokens)
{
    /// <summary>Whether the person allowed all of this before.</summary>
    /// <param name="person">Who.</param>
    /// <param name="application">The application's internal id.</param>
    /// <param name="scopes">What it asks for.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<bool> CoversAsync(PersonId person, string application, ImmutableArray<string> scopes, CancellationToken cancel)
    {
        await foreach (var _ in authorizations.FindAsync(TokenPerson.SubjectOf(person), application, Statuses.Valid, AuthorizationTypes.Permanent, scopes, cancel)) return true;
        return false;
    }

    /// <summary>Remembers it; twice is as once.</summary>
    public async Task GiveAsync(PersonId person, string application, ImmutableArray<string> scopes, CancellationToken cancel)
    {
        if (await CoversAsync(person, application, scopes, cancel)) return;
        var subject = TokenPerson.SubjectOf(person);
        await authorizations.CreateAsync(new ClaimsIdentity([new Claim(Claims.Subject, subject)]), subject, application, AuthorizationTypes.Permanent, scopes, cancel);
    }

    /// <summary>Takes it back: what the application holds ends with it.</summary>
    /// <returns>Whether there was something to take back.</returns>
    public async Task<bool> WithdrawAsync(PersonId person, string application, CancellationToken cancel)
    {
        var subject = TokenPerson.SubjectOf(person);
        var ended = await authorizations.RevokeAsync(subject, application, Statuses.Valid, null, cancel);
        await tokens.RevokeAsync(subject, application, Statuses.Valid, null, cancel);
        return ended > 0;
    }
}
