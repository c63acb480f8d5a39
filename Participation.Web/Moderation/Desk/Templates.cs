using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Domain.Realtime;
using Participation.Web.Data;
using Participation.Web.Hosting;
using Participation.Web.Realtime;

namespace Participation.Web.Moderation.Desk;

/// <summary>Reads templates of reasons.</summary>
public sealed class TemplateQueries(ParticipationDbContext db)
{
    /// <summary>All of them, by title: one query.</summary>
    public async Task<IReadOnlyList<ReasonTemplate>> AllAsync(CancellationToken cancel) =>
        await db.ReasonTemplates.AsNoTracking().OrderBy(template => template.Title).Take(ReasonTemplate.Most).ToListAsync(cancel);

    /// <summary>One of them, or null.</summary>
    public Task<ReasonTemplate?> FindAsync(int number, CancellationToken cancel) => db.ReasonTemplates.AsNoTracking().SingleOrDefaultAsync(template => template.Number == number, cancel);
}

/// <summary>Adds a template, or changes one.</summary>
public sealed class SaveTemplate(ParticipationDbContext db, Changes changes)
{
    /// <param name="number">Which one; null for a new one.</param>
    /// <param name="version">The version that was looked at.</param>
    /// <param name="text">What it says.</param>
    /// <param name="actor">The moderator.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Refusal?> ExecuteAsync(int? number, int version, TemplateText text, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        var title = text.Title.Trim();
        if (await db.ReasonTemplates.AsNoTracking().SingleOrDefaultAsync(template => template.Title == title, cancel) is { } namesake && namesake.Number != number)
            return number is null && IsSame(namesake, text) ? null : new TemplateTitleIsTaken();
        if (number is not { } known)
        {
            if (await db.ReasonTemplates.CountAsync(cancel) >= ReasonTemplate.Most) return new TooManyTemplates(ReasonTemplate.Most);
            db.ReasonTemplates.Add(ReasonTemplate.Make(await db.NextNumberAsync(Counter.ReasonTemplates, cancel), text, change.Now));
        }
        else
        {
            var template = await db.ReasonTemplates.SingleOrDefaultAsync(candidate => candidate.Number == known, cancel) ?? throw new NotFoundException();
            if (template.Version != version) return new ChangedMeanwhile();
            template.Change(text);
        }

        change.Audit("template.save", Subject.Of(actor.Person), actor, title);
        await change.CommitAsync(cancel);
        return null;
    }

    /// <summary>The same form sent twice is one template.</summary>
    private static bool IsSame(ReasonTemplate template, TemplateText text) => template.Ground == text.Ground && template.Text == text.Text.Trim();
}

/// <summary>Removes a template; statements of reasons that were made with it keep their words.</summary>
public sealed class DeleteTemplate(ParticipationDbContext db, Changes changes)
{
    public async Task<Refusal?> ExecuteAsync(int number, int version, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsModerator) return new NotAllowed();
        await using var change = await changes.BeginAsync([Channel.Moderation], cancel);
        if (await db.ReasonTemplates.SingleOrDefaultAsync(template => template.Number == number, cancel) is not { } template) return null;
        if (template.Version != version) return new ChangedMeanwhile();
        db.ReasonTemplates.Remove(template);
        change.Audit("template.delete", Subject.Of(actor.Person), actor, template.Title);
        await change.CommitAsync(cancel);
        return null;
    }
}

/// <summary>Puts a template's words into a form, without losing what stands there.</summary>
public static class FillIn
{
    /// <summary>The facts with the template's words behind what was typed; words that are there already do not come twice.</summary>
    public static string Join(string? typed, string template)
    {
        var before = (typed ?? "").Trim();
        if (before.Length == 0) return template;
        return before.Contains(template, StringComparison.Ordinal) ? before : $"{before}\n\n{template}";
    }

    /// <summary>Fills the form of a case; a ground that was chosen stays.</summary>
    public static void With(this CaseInput input, ReasonTemplate template)
    {
        input.Facts = Join(input.Facts, template.Text);
        if (!ReasonTemplate.IsGround(input.Ground)) input.Ground = template.Ground;
    }
}
