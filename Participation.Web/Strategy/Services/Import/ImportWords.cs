using Participation.Domain.Strategy.Services;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services.Import;

/// <summary>Says what a row does.</summary>
public static class ImportWords
{
    /// <summary>Field by field, what was and what will be.</summary>
    public static IEnumerable<string> Of(ImportStep step)
    {
        if (step.Service is not { } service)
        {
            yield return $"{ServiceWords.Of(step.Plan.Light)}, {ServicesTexts.Model.With(ServiceWords.Of(step.Plan.Maturity.Model))}, {ServiceWords.Of(step.Plan.Maturity)}";
            yield break;
        }

        var before = service.Plan;
        if (service.Publication.From is null || service.Publication.WithdrawnAt is not null) yield return ServicesTexts.ChangeListedAgain;
        if (before.Light != step.Plan.Light) yield return ServicesTexts.ChangeLight.With(ServiceWords.Of(before.Light), ServiceWords.Of(step.Plan.Light));
        if (before.Maturity != step.Plan.Maturity) yield return ServicesTexts.ChangeLevel.With(Level(before.Maturity), Level(step.Plan.Maturity));
        foreach (var (label, old, now) in new[]
        {
            (ServicesTexts.FieldName, before.Name, step.Plan.Name), (ServicesTexts.FieldKey, before.Key, step.Plan.Key), (ServicesTexts.FieldDescription, before.Description, step.Plan.Description),
            (ServicesTexts.FieldLightReason, before.LightReason, step.Plan.LightReason), (ServicesTexts.FieldAddress, before.Address, step.Plan.Address),
            (ServicesTexts.FieldNote, before.Note, step.Plan.Note), (ServicesTexts.FieldOffice, before.Office, step.Plan.Office),
        })
        {
            if (old != now) yield return ServiceWords.Change(label, old, now);
        }
    }

    private static string Level(Maturity maturity) => $"{ServicesTexts.Model.With(ServiceWords.Of(maturity.Model))}, {ServiceWords.Of(maturity)}";
}
