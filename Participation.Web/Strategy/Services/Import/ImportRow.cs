using System.Globalization;
using Participation.Domain.Strategy.Services;
using Participation.Web.Shared;

namespace Participation.Web.Strategy.Services.Import;

/// <summary>A row as a plan for a service, checked cell by cell.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Number">The number of the service, if the row names one.</param>
/// <param name="Plan">Everything about it.</param>
internal sealed record ImportRow(int Line, int? Number, ServicePlan Plan)
{
    /// <summary>Reads a row; null when something is wrong with it.</summary>
    public static ImportRow? Of(TableRow row, ImportErrors errors)
    {
        var sound = true;
        var number = NumberOf(row, Wrong);
        var (name, description) = (Text(row, "name", OnlineService.NameMaxLength, needed: true, Wrong), Text(row, "beschreibung", OnlineService.DescriptionMaxLength, needed: true, Wrong));
        var key = ServiceInput.Digits(row["leistungsschluessel"]);
        if (key is not null && !ServicePlan.IsKey(key)) Wrong("leistungsschluessel", ImportTexts.BadKey);
        var maturity = Level(row, Wrong);
        var light = Light(row, Wrong);
        var reason = Text(row, "ampel_grund", OnlineService.LightReasonMaxLength, needed: false, Wrong);
        if (light is { } set && maturity is { } level && set != level.Light && reason is null) Wrong("ampel_grund", ImportTexts.ReasonMissing);
        var address = ServiceInput.Line(row["adresse"]);
        if (address is not null && !WebAddress.IsOne(address, OnlineService.AddressMaxLength)) Wrong("adresse", ImportTexts.BadAddress);
        var (note, office) = (Text(row, "hinweis", OnlineService.NoteMaxLength, needed: false, Wrong), Text(row, "zustaendig", OnlineService.OfficeMaxLength, needed: false, Wrong));
        return !sound ? null : new ImportRow(row.Line, number, new ServicePlan(ServiceInput.OneLine(name)!, key, description!, maturity!.Value, light, reason, WebAddress.Stored(address), note, ServiceInput.OneLine(office)).Simplest());

        void Wrong(string column, string text)
        {
            sound = false;
            errors.Add(row.Line, column, text);
        }
    }

    private static int? NumberOf(TableRow row, Action<string, string> wrong)
    {
        if (row["nummer"] is not { Length: > 0 } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        wrong("nummer", ImportTexts.BadNumber);
        return null;
    }

    private static string? Text(TableRow row, string column, int limit, bool needed, Action<string, string> wrong)
    {
        var text = ServiceInput.Line(row[column]);
        if (text is null && needed) wrong(column, ImportTexts.Missing);
        if (text?.Length > limit) wrong(column, ImportTexts.TooLong.With(limit));
        return text;
    }

    private static Maturity? Level(TableRow row, Action<string, string> wrong)
    {
        // German Excel makes a number of 2.0 and writes 2 or 2,0.
        MaturityModel? model = row["reifegradmodell"].Replace(',', '.') switch { "1.1" => MaturityModel.V11, "2.0" or "2" => MaturityModel.V20, _ => null };
        if (model is not { } known)
        {
            wrong("reifegradmodell", ImportTexts.BadModel);
            return null;
        }

        if (int.TryParse(row["stufe"], NumberStyles.None, CultureInfo.InvariantCulture, out var level) && new Maturity(known, level) is { IsPossible: true } maturity) return maturity;
        wrong("stufe", ImportTexts.BadLevel.With(Maturity.Highest(known)));
        return null;
    }

    private static TrafficLight? Light(TableRow row, Action<string, string> wrong)
    {
        if (row["ampel"].ToLowerInvariant() is not { Length: > 0 } word) return null;
        if (word == "gruen") return TrafficLight.Green;
        foreach (var (light, known) in ServiceFiles.Lights)
        {
            if (known == word) return light;
        }

        wrong("ampel", ImportTexts.BadLight);
        return null;
    }
}
