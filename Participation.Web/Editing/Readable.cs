using System.Security.Claims;
using Participation.Domain.Editing;
using Participation.Web.Accounts;
using Participation.Web.Hosting;

namespace Participation.Web.Editing;

/// <summary>Who may open a page of the committee's side.</summary>
public static class Readable
{
    /// <summary>Everybody what is public, the staff everything, once their second factor is given.</summary>
    /// <exception cref="NotFoundException">It never was public.</exception>
    /// <exception cref="GoneException">It was withdrawn, with a reason.</exception>
    public static void EnsureReadable(this Publication publication, ClaimsPrincipal user, CityClock clock)
    {
        if (!user.IsModerating()) publication.EnsurePublic(clock);
    }

    /// <summary>What everybody may read: feeds and interfaces show the staff nothing more.</summary>
    /// <exception cref="NotFoundException">It never was public.</exception>
    /// <exception cref="GoneException">It was withdrawn, with a reason.</exception>
    public static void EnsurePublic(this Publication publication, CityClock clock)
    {
        if (publication.IsPublicAt(clock.Now)) return;
        if (publication.WithdrawnAt is not null) throw new GoneException(publication.Reason ?? "");
        throw new NotFoundException();
    }
}
