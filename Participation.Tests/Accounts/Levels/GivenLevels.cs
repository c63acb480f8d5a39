using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Accounts.Levels;

namespace Participation.Tests.Accounts.Levels;

/// <summary>Letters, codes and confirmed people.</summary>
internal static class GivenLevels
{
    public static readonly DateOnly Born = new(1990, 12, 24);

    public static PersonTraits Traits(string given = "Erika", string family = "Mustermann") => new(given, family, Born);

    public static Recipient Recipient(string given = "Erika", string family = "Mustermann", string street = "Lintorfer Straße 3", string? extra = null) =>
        new(given, family, extra, street, "40878", "Ratingen");

    public static Task<Refusal?> AskAsync(this TestSite site, Actor actor, Recipient? recipient = null) =>
        site.UseAsync<AskForLetter, Refusal?>(ask => ask.ExecuteAsync(recipient ?? Recipient(), Born, actor, default));

    /// <summary>A batch of all letters that wait.</summary>
    public static async Task<int> BatchAsync(this TestSite site, Actor administrator)
    {
        var made = await site.UseAsync<MakeBatch, Web.Shared.Outcome<int>>(make => make.ExecuteAsync(administrator, default));
        Assert.True(made.Done);
        return made.Value;
    }

    /// <summary>Asks for a letter and opens it.</summary>
    public static async Task<string> LetterAsync(this TestSite site, Actor actor, Recipient? recipient = null)
    {
        Assert.Null(await site.AskAsync(actor, recipient));
        await site.BatchAsync(await new Given(site).PersonAsync(Role.Administrator));
        return await site.InScopeAsync(async services => services.GetRequiredService<LetterSeal>().OpenCode((await services.GetRequiredService<Web.Data.ParticipationDbContext>()
            .LetterRequests.SingleAsync(letter => letter.PersonId == actor.Person)).Code!));
    }

    public static Task<Refusal?> EnterAsync(this TestSite site, Actor actor, string code) => site.UseAsync<UseLetterCode, Refusal?>(use => use.ExecuteAsync(code, actor, default));

    public static Task<Refusal?> ConfirmAsync(this TestSite site, Actor actor, ResidenceEvidence evidence) =>
        site.UseAsync<ConfirmResidence, Refusal?>(confirm => confirm.ExecuteAsync(actor.Person, evidence, wanted: true, default));

    public static Task<Verification> LevelAsync(this TestSite site, Actor actor) =>
        site.WithDbAsync(db => db.People.Where(person => person.Id == actor.Person).Select(person => person.Verification).SingleAsync());

    /// <summary>A code that fits no letter, but looks like one.</summary>
    public static string Wrong(string code) => (code[0] == 'B' ? 'C' : 'B') + code[1..];
}
