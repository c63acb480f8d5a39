using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain.Strategy.Services;
using Participation.Web.Editing;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services;

/// <summary>What the form of a service sends.</summary>
public sealed class ServiceInput
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public string? Key { get; set; }

    public string? Description { get; set; }

    public MaturityModel Model { get; set; }

    public int? Level { get; set; }

    /// <summary>The light, when it is not the one that follows from the level.</summary>
    public TrafficLight? Light { get; set; }

    public string? LightReason { get; set; }

    public string? Address { get; set; }

    public string? Note { get; set; }

    public string? Office { get; set; }

    public PublishInput Publish { get; set; } = new();

    /// <summary>What the form shows of a service.</summary>
    public static ServiceInput Of(OnlineService service, CityClock clock) => new()
    {
        Version = service.Version, Name = service.Name, Key = service.Key is { } key ? ServiceWords.Key(key) : null, Description = service.Description, Model = service.Model, Level = service.Level,
        Light = service.LightIsSet ? service.Light : null, LightReason = service.LightReason, Address = service.Address, Note = service.Note, Office = service.Office,
        Publish = PublishInput.Of(service.Publication, clock),
    };

    /// <summary>The plan; the input was checked before.</summary>
    public ServicePlan ToPlan() => new ServicePlan(
        OneLine(Name)!, Digits(Key), Line(Description)!, new Maturity(Model, Level ?? 0), Light, Line(LightReason), WebAddress.Stored(Address), Line(Note), OneLine(Office)).Simplest();

    /// <summary>Says field by field what is missing or contradicts itself.</summary>
    public void Check(ModelStateDictionary state, CityClock clock)
    {
        state.Require("Input.Name", ServicesTexts.FieldName, Name, OnlineService.NameMaxLength);
        state.Require("Input.Description", ServicesTexts.FieldDescription, Description, OnlineService.DescriptionMaxLength);
        if (Digits(Key) is { } key && !ServicePlan.IsKey(key)) state.AddModelError("Input.Key", RefusalTexts.ServiceKeyIsWrong);
        if (!Enum.IsDefined(Model)) state.Missing("Input.Model", ServicesTexts.FieldModel);
        else if (Level is not { } level || !new Maturity(Model, level).IsPossible) state.AddModelError("Input.Level", RefusalTexts.LevelOutOfRange.With(Maturity.Highest(Model)));
        else if (Light is { } light && light != new Maturity(Model, level).Light) state.Require("Input.LightReason", ServicesTexts.FieldLightReason, LightReason, OnlineService.LightReasonMaxLength);
        state.Limit("Input.LightReason", ServicesTexts.FieldLightReason, LightReason, OnlineService.LightReasonMaxLength);
        if (!string.IsNullOrWhiteSpace(Address) && !WebAddress.IsOne(Address.Trim(), OnlineService.AddressMaxLength)) state.AddModelError("Input.Address", ServiceFormTexts.AddressInvalid);
        state.Limit("Input.Note", ServicesTexts.FieldNote, Note, OnlineService.NoteMaxLength);
        state.Limit("Input.Office", ServicesTexts.FieldOffice, Office, OnlineService.OfficeMaxLength);
        Publish.Check(state, clock);
    }

    /// <summary>A text as it is stored, whether it came from a form or from a file: ends of lines and margins are alike.</summary>
    internal static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    /// <summary>The same on one line.</summary>
    internal static string? OneLine(string? text) => Line(text)?.Replace('\n', ' ');

    /// <summary>A key without the gaps between its groups; null for none.</summary>
    internal static string? Digits(string? key) => key is null || string.Concat(key.Where(letter => !char.IsWhiteSpace(letter))) is not { Length: > 0 } digits ? null : digits;
}
