using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain;
using Participation.Domain.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Editing;

/// <summary>What a form says about publishing; the field <c>Publish</c> of an editor's input.</summary>
public sealed class PublishInput
{
    /// <summary>The step.</summary>
    public PublicationStep Step { get; set; }

    /// <summary>From when, on the city's clock.</summary>
    public DateTime? At { get; set; }

    /// <summary>Why it is withdrawn.</summary>
    public string? Reason { get; set; }

    /// <summary>How far it had come when the form was opened; null when the form does not say.</summary>
    public PublicationState? Seen { get; set; }

    /// <summary>What a form shows of something.</summary>
    public static PublishInput Of(Publication publication, CityClock clock) => new()
    {
        Seen = publication.StateAt(clock.Now),
        At = publication.StateAt(clock.Now) is PublicationState.Scheduled ? clock.Local(publication.From!.Value).DateTime : null,
    };

    /// <summary>Notes what is missing at its field.</summary>
    public void Check(ModelStateDictionary state, CityClock clock, string prefix = "Input.Publish")
    {
        if (Step is PublicationStep.Schedule && At is null) state.Missing($"{prefix}.At", EditingTexts.PublishAt);
        else if (Step is PublicationStep.Schedule && clock.InstantOf(At!.Value) <= clock.Now) state.AddModelError($"{prefix}.At", RefusalTexts.PublicationMustLieAhead);
        if (Step is PublicationStep.Withdraw) state.Limit($"{prefix}.Reason", EditingTexts.WithdrawReason, Reason, Publication.ReasonMaxLength);
    }

    /// <summary>The field of publishing that a refusal is about; empty for others.</summary>
    public static string FieldOf(Refusal refusal) => refusal switch { PublicationMustLieAhead => "Input.Publish.At", WithdrawalNeedsReason => "Input.Publish.Reason", _ => "" };

    /// <summary>The step for the use case.</summary>
    public PublicationChange ToChange(CityClock clock) => new(Step, At is { } at ? clock.InstantOf(at) : null, Reason);

    /// <summary>How far it has come now, beside what the form showed or asks for. From here on the form shows how it is.</summary>
    public ConflictField Renew(Publication stored, CityClock clock)
    {
        var now = Of(stored, clock);
        var theirs = Said(now.Seen!.Value, now.At, clock);
        var mine = Step switch
        {
            PublicationStep.Publish => StateText.Word(PublicationState.Published),
            PublicationStep.Schedule => Said(PublicationState.Scheduled, At, clock),
            PublicationStep.Withdraw => StateText.Word(Seen is PublicationState.Scheduled ? PublicationState.Draft : PublicationState.Withdrawn),
            _ => Seen is { } seen && Said(seen, At, clock) is var shown && shown != theirs ? EditingTexts.StateSeen.With(shown) : theirs,
        };
        (Seen, At) = (now.Seen, Step is PublicationStep.Keep ? now.At : At);
        return new ConflictField(EditingTexts.PublishTitle, theirs, mine);
    }

    private static string Said(PublicationState state, DateTime? at, CityClock clock) =>
        state is PublicationState.Scheduled && at is { } time ? EditingTexts.State_Scheduled.With(clock.Time(clock.InstantOf(time))) : StateText.Word(state);
}

/// <summary>What the partial <c>_PublishFields</c> shows.</summary>
/// <param name="Input">The form.</param>
/// <param name="Current">How it is now; a draft for something new.</param>
/// <param name="Prefix">Name of the field in the form.</param>
/// <param name="Form">Address of the form of a draft that may be thrown away; else null.</param>
/// <param name="Keep">What it is called to leave it as it is, where nothing else is changed with it; else null.</param>
public sealed record PublishFields(PublishInput Input, Publication Current, string Prefix = "Input.Publish", string? Form = null, string? Keep = null);

/// <summary>A field for Markdown with its toolbar; the partial <c>_MarkdownField</c>.</summary>
/// <param name="Name">Name of the field, such as <c>Input.Body</c>.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">A sentence below it.</param>
/// <param name="Value">What is in it.</param>
/// <param name="MaxLength">Most characters.</param>
/// <param name="Rows">Its height.</param>
/// <param name="Optional">Whether it may be empty.</param>
public sealed record MarkdownField(string Name, string Label, string? Hint, string? Value, int MaxLength, int Rows = 14, bool Optional = false);

/// <summary>By which name a form is kept; the partial <c>_KeepFields</c>.</summary>
/// <param name="Key">Which form.</param>
/// <param name="Version">The version of the thing that is changed.</param>
public sealed record KeepFields(string Key, int Version);
