using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Domain.Discussions;
using Participation.Web.Accounts;
using Participation.Web.Shared;

namespace Participation.Web.Moderation.Audit;

/// <summary>The audit log, newest first: who did what to which item and why. It is read here and nowhere written.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class LogModel(AuditQueries queries) : PageModel
{
    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public AuditFilter Filter { get; private set; } = new(null, null, null);

    /// <summary>The end of the chain.</summary>
    public AuditMark? Head { get; private set; }

    /// <summary>Where the page goes on; null on the last one.</summary>
    public string? Older { get; private set; }

    public async Task OnGetAsync(string? art, Guid? gegenstand, long? vor, CancellationToken cancel)
    {
        Filter = new AuditFilter(Enum.TryParse<SubjectKind>(art, out var kind) && Enum.IsDefined(kind) ? kind : null, gegenstand, vor);
        Head = await queries.HeadAsync(cancel);
        var rows = await queries.ListAsync(Filter, cancel);
        Rows = [.. rows.Take(AuditQueries.PageSize)];
        Older = rows.Count > Rows.Count ? Links.Audit(Filter.Kind, Filter.Subject, Rows[^1].Position) : null;
    }
}
