using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Participation.Domain.Accounts;
using Participation.Web.Accounts;
using Participation.Web.Data;
using Participation.Web.Markdown;

namespace Participation.Web.Demo;

/// <summary>Organisations, people, memberships and the accounts to try the city with.</summary>
internal sealed class DemoPeople(ParticipationDbContext db, MarkdownText markdown)
{
    private readonly Dictionary<string, Organisation> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _speaksFor = new(StringComparer.Ordinal);

    public Person this[string key] => _people[key];

    public OrganisationId City => _organisations["stadt-ratingen"].Id;

    /// <summary>An organisation by its key.</summary>
    public OrganisationId IdOf(string key) => _organisations[key].Id;

    /// <summary>The person who owns an organisation: the first of its members.</summary>
    public PersonId OwnerOf(string organisation) => _people[_speaksFor.First(speaks => speaks.Value == organisation).Key].Id;

    /// <summary>The organisation in whose name someone writes.</summary>
    public OrganisationId? OrganisationOf(string person) => _speaksFor[person] is { } key ? _organisations[key].Id : null;

    /// <summary>Adds everyone; the first member of an organisation owns it.</summary>
    public void Add(DateTimeOffset joinedAt)
    {
        foreach (var o in DemoContent.Read<DemoOrganisation>("organisations"))
            _organisations[o.Key] = Organisation.Found(OrganisationId.New(joinedAt), o.Key, o.Name, o.Kind, o.Website, markdown.Format(o.About));
        db.Organisations.AddRange(_organisations.Values);
        var owned = new HashSet<string>(StringComparer.Ordinal);
        foreach (var p in DemoContent.Read<DemoPerson>("people"))
        {
            var person = Person.Join(PersonId.New(joinedAt), p.DisplayName, p.Role, LevelOf(p, _people.Count), joinedAt, p.DistrictKey);
            (_people[p.Key], _speaksFor[p.Key]) = (person, p.OrganisationKey);
            db.People.Add(person);
            // No invented name or birth date stands behind this mark: it only says that the residence was confirmed.
            if (person.Verification is Verification.VerifiedResident)
                db.ResidenceProofs.Add(ResidenceProof.Of(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(p.Key))), person.Id, ResidenceMethod.Letter, null, joinedAt));
            if (p.OrganisationKey is { } key)
                db.Memberships.Add(Membership.Grant(_organisations[key].Id, person.Id, owned.Add(key) ? MembershipRole.Owner : MembershipRole.Editor));
        }
    }

    /// <summary>People and the youth council live in the city, every third of them confirmed; whoever speaks for an organisation or the city need not.</summary>
    private static Verification LevelOf(DemoPerson person, int index) => person switch
    {
        not ({ Role: Role.Citizen, OrganisationKey: null } or { OrganisationKey: "jugendrat-ratingen" }) => Verification.Email,
        _ => index % 3 == 0 ? Verification.VerifiedResident : Verification.SelfDeclaredResident,
    };

    /// <summary>Makes the accounts whose password everyone may know.</summary>
    public async Task AddAccountsAsync(UserManager<Account> users)
    {
        foreach (var (email, key) in DemoAccounts.All)
        {
            var person = _people[key];
            var account = new Account { Id = person.Id.Value, PersonId = person.Id, UserName = email, Email = email, EmailConfirmed = true };
            var made = await users.CreateAsync(account, DemoAccounts.Password);
            if (!made.Succeeded) throw new InvalidOperationException($"Demo account {email}: {string.Join(' ', made.Errors.Select(error => error.Code))}");
        }
    }
}
