using OpenIddict.Abstractions;

namespace Participation.Web.Accounts.OpenId;

/// <summary>An application as an administrator sees it.</summary>
/// <param name="Id">Internal id.</param>
/// <param name="ClientId">Its public identifier.</param>
/// <param name="Plan">What was said about it.</param>
public sealed record ApplicationView(string Id, string ClientId, ApplicationPlan Plan);

/// <summary>Reads applications.</summary>
public sealed class ApplicationQueries(IOpenIddictApplicationManager applications)
{
    /// <summary>How many are listed.</summary>
    public const int Most = 200;

    /// <summary>All applications by name.</summary>
    public async Task<IReadOnlyList<ApplicationView>> ListAsync(CancellationToken cancel)
    {
        var found = new List<ApplicationView>();
        await foreach (var application in applications.ListAsync(Most, 0, cancel)) found.Add(await ViewAsync(application, cancel));
        return [.. found.OrderBy(view => view.Plan.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>One application, or null.</summary>
    public async Task<ApplicationView?> FindAsync(string id, CancellationToken cancel) =>
        Guid.TryParse(id, out _) && await applications.FindByIdAsync(id, cancel) is { } application ? await ViewAsync(application, cancel) : null;

    /// <summary>One application by its public identifier, or null.</summary>
    public async Task<ApplicationView?> FindByClientIdAsync(string clientId, CancellationToken cancel) =>
        clientId.Length is > 0 and <= 100 && await applications.FindByClientIdAsync(clientId, cancel) is { } application ? await ViewAsync(application, cancel) : null;

    private async Task<ApplicationView> ViewAsync(object application, CancellationToken cancel)
    {
        var descriptor = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(descriptor, application, cancel);
        return new ApplicationView((await applications.GetIdAsync(application, cancel))!, descriptor.ClientId!, ApplicationPlan.Of(descriptor));
    }
}
