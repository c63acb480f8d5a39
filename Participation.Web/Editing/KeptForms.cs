using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Editing;
using Participation.Web.Data;
using Participation.Web.Hosting;

namespace Participation.Web.Editing;

/// <summary>
/// What somebody typed into a form of the staff and has not sent yet. A page brings it back when it is opened (<see cref="RestoreAsync"/>), its script keeps it
/// (<c>data-keep</c>), and whoever saves the form forgets it (<see cref="ForgetAsync"/>).
/// </summary>
public sealed class KeptForms(ParticipationDbContext db, CityClock clock)
{
    /// <summary>Names of the fields that belong to keeping and not to the form.</summary>
    public const string KeyField = "Keep.Key";

    /// <summary>The field with the version that is changed.</summary>
    public const string VersionField = "Keep.Version";

    private static readonly string[] Never = ["__RequestVerificationToken", KeyField, VersionField];

    /// <summary>Keeps what is in a form now. Called again and again; the last one counts.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<Refusal?> KeepAsync(Actor actor, IFormCollection form, CancellationToken cancel)
    {
        var key = form[KeyField].ToString();
        if (key.Length is 0 or > KeptForm.KeyMaxLength || !key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '-')) return new FormCannotBeKept();
        var fields = JsonSerializer.Serialize(form.Where(field => !Never.Contains(field.Key)).ToDictionary(field => field.Key, field => field.Value.ToArray()));
        if (fields.Length > KeptForm.FieldsMaxLength) return new FormCannotBeKept();
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.LockChannelAsync(Domain.Realtime.Channel.Drafts(actor.Person), cancel);
        var kept = await db.KeptForms.SingleOrDefaultAsync(candidate => candidate.PersonId == actor.Person && candidate.Key == key, cancel);
        if (kept is null)
        {
            await MakeRoomAsync(actor.Person, cancel);
            db.KeptForms.Add(kept = KeptForm.Of(actor.Person, key));
        }

        kept.Keep(fields, int.TryParse(form[VersionField], out var version) ? version : 0, clock.Now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Brings back what was kept of a form.</summary>
    /// <param name="actor">Whose.</param>
    /// <param name="key">Which form.</param>
    /// <param name="version">The version of the thing as it is now.</param>
    /// <param name="bind">Binds the page's input: <c>values => TryUpdateModelAsync(Input, "Input", values)</c>.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>What to say about it, or null when nothing was kept.</returns>
    public async Task<KeptNote?> RestoreAsync(Actor actor, string key, int version, Func<IValueProvider, Task<bool>> bind, CancellationToken cancel)
    {
        var kept = await db.KeptForms.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.PersonId == actor.Person && candidate.Key == key, cancel);
        if (kept is null || JsonSerializer.Deserialize<Dictionary<string, string?[]>>(kept.Fields) is not { } fields) return null;
        var form = new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
        await bind(new FormValueProvider(BindingSource.Form, form, System.Globalization.CultureInfo.InvariantCulture));
        return new KeptNote(key, kept.SavedAt, kept.Version < version);
    }

    /// <summary>Forgets a form that was sent. Called by the page once the use case is done.</summary>
    public async Task ForgetAsync(Actor actor, string key, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.KeptForms.Where(form => form.PersonId == actor.Person && form.Key == key).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task MakeRoomAsync(PersonId person, CancellationToken cancel)
    {
        var spare = await db.KeptForms.Where(form => form.PersonId == person).OrderByDescending(form => form.SavedAt).Skip(KeptForm.MostPerPerson - 1).Select(form => form.Key).Take(100).ToListAsync(cancel);
        if (spare.Count > 0) await db.KeptForms.Where(form => form.PersonId == person && spare.Contains(form.Key)).ExecuteDeleteAsync(cancel);
    }
}

/// <summary>A form that was brought back.</summary>
/// <param name="Key">Which.</param>
/// <param name="SavedAt">When it was kept.</param>
/// <param name="IsBehind">Whether somebody saved another version since.</param>
public sealed record KeptNote(string Key, DateTimeOffset SavedAt, bool IsBehind);

/// <summary>A form that is too large to be kept, or names no form.</summary>
public sealed record FormCannotBeKept : Refusal;
