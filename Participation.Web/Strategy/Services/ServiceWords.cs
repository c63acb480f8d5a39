using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Participation.Domain.Strategy.Services;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services;

/// <summary>Words for the values of a service.</summary>
public static class ServiceWords
{
    /// <summary>In the order in which they are shown.</summary>
    public static IReadOnlyList<TrafficLight> Lights { get; } = [TrafficLight.Green, TrafficLight.Yellow, TrafficLight.Red];

    /// <summary>Its colour.</summary>
    public static string Of(TrafficLight light) => light switch
    {
        TrafficLight.Green => ServicesTexts.Green,
        TrafficLight.Yellow => ServicesTexts.Yellow,
        _ => ServicesTexts.Red,
    };

    /// <summary>What it means.</summary>
    public static string Meaning(TrafficLight light) => light switch
    {
        TrafficLight.Green => ServicesTexts.GreenMeans,
        TrafficLight.Yellow => ServicesTexts.YellowMeans,
        _ => ServicesTexts.RedMeans,
    };

    /// <summary>1.1 or 2.0.</summary>
    public static string Of(MaturityModel model) => model is MaturityModel.V11 ? "1.1" : "2.0";

    /// <summary>Stufe 2 von 4: Formular-Assistent.</summary>
    public static string Of(Maturity maturity) => ServicesTexts.LevelOf.With(maturity.Level, Maturity.Highest(maturity.Model), Name(maturity));

    /// <summary>What a level is called; model 2.0 has names for groups of levels only.</summary>
    public static string Name(Maturity maturity) => Text("Name", maturity);

    /// <summary>What a level means.</summary>
    public static string Meaning(Maturity maturity) => Text("Means", maturity);

    /// <summary>A key in its groups, as the catalogue writes it.</summary>
    public static string Key(string key) => key.Length != ServicePlan.KeyLength ? key : $"{key[..2]} {key[2..5]} {key[5..8]} {key[8..11]} {key[11..]}";

    /// <summary>3. Quartal 2026.</summary>
    public static string Of(Quarter quarter) => ServicesTexts.QuarterOf.With(quarter.Number, quarter.Year);

    /// <summary>To choose from.</summary>
    public static IReadOnlyList<SelectListItem> Models => [.. Enum.GetValues<MaturityModel>().Select(model => new SelectListItem(Of(model), model.ToString()))];

    /// <summary>Every level of every model, to choose from.</summary>
    public static IReadOnlyList<Maturity> Levels { get; } = [.. Enum.GetValues<MaturityModel>().SelectMany(model => Enumerable.Range(0, Maturity.Highest(model) + 1).Select(level => new Maturity(model, level)))];

    /// <summary>How a level is named in addresses: 1.1-2.</summary>
    public static string Code(Maturity maturity) => string.Create(CultureInfo.InvariantCulture, $"{Of(maturity.Model)}-{maturity.Level}");

    /// <summary>What is different from the state before, in words.</summary>
    public static IEnumerable<string> Differences(StateView now, StateView? before)
    {
        if (before is null || (now.IsListed && !before.IsListed))
        {
            yield return before is null ? ServicesTexts.ChangeListed.With(Of(now.Row.Light), Of(now.Row.Maturity)) : ServicesTexts.ChangeListedAgain;
            if (before is null) yield break;
        }

        if (!now.IsListed && before.IsListed) yield return ServicesTexts.ChangeWithdrawn.With(now.WithdrawnReason);
        if (now.Row.Light != before.Row.Light) yield return ServicesTexts.ChangeLight.With(Of(before.Row.Light), Of(now.Row.Light));
        if (now.Row.Maturity != before.Row.Maturity)
            yield return ServicesTexts.ChangeLevel.With($"{ServicesTexts.Model.With(Of(before.Row.Model))}, {Of(before.Row.Maturity)}", $"{ServicesTexts.Model.With(Of(now.Row.Model))}, {Of(now.Row.Maturity)}");
        foreach (var (label, old, present) in new[]
        {
            (ServicesTexts.FieldName, before.Row.Name, now.Row.Name), (ServicesTexts.FieldKey, before.Row.Key, now.Row.Key), (ServicesTexts.FieldDescription, before.Row.Description, now.Row.Description),
            (ServicesTexts.FieldLightReason, before.Row.LightReason, now.Row.LightReason), (ServicesTexts.FieldAddress, before.Row.Address, now.Row.Address),
            (ServicesTexts.FieldNote, before.Row.Note, now.Row.Note), (ServicesTexts.FieldOffice, before.Row.Office, now.Row.Office),
        })
        {
            if (old != present) yield return Change(label, old, present);
        }
    }

    /// <summary>What became of a text.</summary>
    public static string Change(string label, string? before, string? now) => (before, now) switch
    {
        (null, _) => ServicesTexts.ChangeTextAdded.With(label, now),
        (_, null) => ServicesTexts.ChangeTextRemoved.With(label, before),
        _ => ServicesTexts.ChangeText.With(label, before, now),
    };

    private static string Text(string prefix, Maturity maturity)
    {
        var group = maturity.Model is MaturityModel.V11 ? maturity.Level : maturity.Level switch { 0 => 0, <= 3 => 3, <= 6 => 6, _ => 7 };
        var key = string.Create(CultureInfo.InvariantCulture, $"{prefix}_{maturity.Model}_{group}");
        return ServicesTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"ServicesTexts has no text for {key}.");
    }
}
