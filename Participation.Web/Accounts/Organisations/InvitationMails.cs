using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Participation.Domain.Accounts;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Notifications;
using Participation.Web.Shared;

namespace Participation.Web.Accounts.Organisations;

/// <summary>The mail with the link of an invitation; the same whether its address has an account or not, only the language follows the account.</summary>
public sealed class InvitationMails(ParticipationDbContext db, Outbox outbox, SiteAddress site, IOptions<CityOptions> city, CityClock clock)
{
    /// <summary>Sends the link.</summary>
    public async Task SendAsync(Invitation invitation, Organisation organisation, string token, CancellationToken cancel)
    {
        var language = await db.Users.Where(account => account.NormalizedEmail == invitation.NormalizedEmail)
            .Join(db.People, account => account.PersonId, person => person.Id, (_, person) => person.Language).SingleOrDefaultAsync(cancel);
        var culture = CultureInfo.CurrentUICulture;
        if (language is not null) CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Known(language));
        try
        {
            var brand = $"{city.Value.Brand} {city.Value.BrandPlace}";
            outbox.Enqueue(new Mail(invitation.Email, OrganisationMailTexts.InvitationSubject.With(brand, organisation.Name),
                OrganisationMailTexts.InvitationText.With(organisation.Name, brand, OrganisationWords.Role(invitation.Role), OrganisationWords.RoleMeans(invitation.Role), clock.Day(invitation.ExpiresAt), site.Of(Links.Invitation(token)))));
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }
}
