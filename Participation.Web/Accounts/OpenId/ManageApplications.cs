using System.Security.Cryptography;
using OpenIddict.Abstractions;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Web.Data;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OpenId;

/// <summary>Registers an application. One that keeps a secret gets one that nobody knows, until an administrator asks for a new one.</summary>
public sealed class AddApplication(IOpenIddictApplicationManager applications, ApplicationAudit audit)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <returns>The new application's ids, or the refusal.</returns>
    public async Task<Outcome<ApplicationView>> ExecuteAsync(ApplicationPlan plan, Actor? actor, CancellationToken cancel)
    {
        if (plan.Check() is { } refusal) return refusal;
        var slug = Slug.From(plan.Name);
        var name = slug[..Math.Min(slug.Length, 40)].Trim('-') is { Length: > 0 } usable ? usable : "anwendung";
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = $"{name}-{RandomNumberGenerator.GetString(Letters, 8)}",
            ClientSecret = plan.Kind is ApplicationKind.Public ? null : ApplicationSecret.Make(),
        };
        plan.Describe(descriptor);
        await using var transaction = await audit.BeginAsync(cancel);
        var application = await applications.CreateAsync(descriptor, cancel);
        var id = (await applications.GetIdAsync(application, cancel))!;
        await audit.CommitAsync(transaction, "application.add", id, actor, plan.Name, cancel);
        return new ApplicationView(id, descriptor.ClientId, plan);
    }
}

/// <summary>Changes an application. What it is stays: a secret cannot be taken away from code that runs somewhere.</summary>
public sealed class ChangeApplication(IOpenIddictApplicationManager applications, IOpenIddictTokenManager tokens, ApplicationAudit audit)
{
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> ExecuteAsync(string id, ApplicationPlan plan, Actor? actor, CancellationToken cancel)
    {
        if (plan.Check() is { } refusal) return refusal;
        var application = await applications.LoadAsync(id, cancel);
        var descriptor = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(descriptor, application, cancel);
        var before = ApplicationPlan.Of(descriptor);
        if (before.Kind != plan.Kind) return new ChangedMeanwhile();
        plan.Describe(descriptor);
        await using var transaction = await audit.BeginAsync(cancel);
        try
        {
            await applications.UpdateAsync(application, descriptor, cancel);
        }
        catch (OpenIddictExceptions.ConcurrencyException)
        {
            return new ChangedMeanwhile();
        }

        // What it may not do any more, its tokens must not do either.
        if (before.Scopes.Except(plan.Scopes, StringComparer.Ordinal).Any() || (before.StaysSignedIn && !plan.StaysSignedIn)) await tokens.RevokeByApplicationIdAsync(id, cancel);
        await audit.CommitAsync(transaction, "application.change", id, actor, plan.Name, cancel);
        return null;
    }
}

/// <summary>Gives an application a new secret; the old one counts no more.</summary>
public sealed class RenewSecret(IOpenIddictApplicationManager applications, ApplicationAudit audit)
{
    /// <returns>The secret, to be shown once, or the refusal.</returns>
    public async Task<Outcome<string>> ExecuteAsync(string id, Actor? actor, CancellationToken cancel)
    {
        var application = await applications.LoadAsync(id, cancel);
        if (await applications.HasClientTypeAsync(application, OpenIddictConstants.ClientTypes.Public, cancel)) return new ApplicationHasNoSecret();
        var secret = ApplicationSecret.Make();
        await using var transaction = await audit.BeginAsync(cancel);
        try
        {
            await applications.UpdateAsync(application, secret, cancel);
        }
        catch (OpenIddictExceptions.ConcurrencyException)
        {
            return new ChangedMeanwhile();
        }

        await audit.CommitAsync(transaction, "application.secret", id, actor, null, cancel);
        return secret;
    }
}

/// <summary>Removes an application with everything it was allowed and every token it holds.</summary>
public sealed class RemoveApplication(IOpenIddictApplicationManager applications, ApplicationAudit audit)
{
    public async Task ExecuteAsync(string id, Actor? actor, CancellationToken cancel)
    {
        var application = await applications.LoadAsync(id, cancel);
        var name = await applications.GetDisplayNameAsync(application, cancel);
        await using var transaction = await audit.BeginAsync(cancel);
        await applications.DeleteAsync(application, cancel);
        await audit.CommitAsync(transaction, "application.remove", id, actor, name, cancel);
    }
}

/// <summary>Writes down who did what to an application, in the same transaction.</summary>
public sealed class ApplicationAudit(ParticipationDbContext db, TimeProvider clock)
{
    public Task<WriteTransaction> BeginAsync(CancellationToken cancel) => db.BeginWriteAsync(cancel);

    public async Task CommitAsync(WriteTransaction transaction, string action, string id, Actor? actor, string? detail, CancellationToken cancel)
    {
        db.AuditEntries.Add(AuditEntry.Of(action, new Subject(SubjectKind.Application, Guid.Parse(id)), actor?.Person, clock.GetUtcNow(), detail));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

internal static class ApplicationLoading
{
    /// <summary>The application, which must exist.</summary>
    public static async Task<object> LoadAsync(this IOpenIddictApplicationManager applications, string id, CancellationToken cancel) =>
        (Guid.TryParse(id, out _) ? await applications.FindByIdAsync(id, cancel) : null) ?? throw new Hosting.NotFoundException();
}
