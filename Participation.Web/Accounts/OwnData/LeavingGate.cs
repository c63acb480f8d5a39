using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Hosting.Api;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.OwnData;

/// <summary>
/// Nothing is written with an account that is going to be erased, whichever page or interface is asked; what concerns the account itself goes
/// on working, so that its owner can change their mind and keep it safe.
/// </summary>
internal static class LeavingGate
{
    private static readonly PathString Account = new("/konto");

    /// <summary>Below <c>/konto</c>, but about contributions.</summary>
    private static readonly PathString[] Contributions = [new(Links.MyIdeas), new(Links.MyOrganisations)];

    /// <summary>Reading one's messages, and what writes nothing.</summary>
    private static readonly PathString[] Harmless = [new(Links.Inbox), new("/hub"), new("/csp"), new("/connect"), new("/fehler")];

    public static IApplicationBuilder UseLeavingGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!IsWriting(http.Request) || http.User.ActorOrNull() is not { } actor || !await IsShutAsync(http, actor.Person)) await next(http);
        else if (IsScript(http)) await ApiProblems.Refused(new AccountIsLeaving()).ExecuteAsync(http);
        else
        {
            FlashMessage.Leave(http.Response, Refusals.Text(new AccountIsLeaving()));
            http.Response.Redirect(Links.EraseAccount);
        }
    });

    private static bool IsWriting(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method) && !Array.Exists(Harmless, path => request.Path.StartsWithSegments(path));

    /// <summary>Whether it is refused: to those who want to leave what contributes, to those whose erasing has begun everything.</summary>
    private static async Task<bool> IsShutAsync(HttpContext http, PersonId person)
    {
        var db = http.RequestServices.GetRequiredService<ParticipationDbContext>();
        var contributes = !http.Request.Path.StartsWithSegments(Account) || Array.Exists(Contributions, path => http.Request.Path.StartsWithSegments(path));
        return await db.People.AnyAsync(one => one.Id == person && (one.ErasedAt != null || (contributes && db.Erasures.Any(erasure => erasure.PersonId == person))), http.RequestAborted);
    }

    private static bool IsScript(HttpContext http) => ErrorPages.WantsJson(http) || http.Request.Headers.XRequestedWith == "fetch" || http.Request.HasJsonContentType();
}
