using Participation.Web.Shared;

namespace Participation.Web.Hosting.Api;

/// <summary>Collects what is wrong with the fields of a request; names are those of the JSON.</summary>
internal sealed class ApiFields
{
    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    public bool Any => _errors.Count > 0;

    public void Add(string name, string error)
    {
        if (!_errors.TryGetValue(name, out var list)) _errors.Add(name, list = []);
        list.Add(error);
    }

    /// <summary>A text within its limits, without zero characters, which no database of ours takes.</summary>
    public void Text(string name, string? value, int min, int max)
    {
        var length = value?.Trim().Length ?? 0;
        if (length == 0 && min > 0) Add(name, SharedTexts.FieldRequired.With(name));
        else if (length < min) Add(name, SharedTexts.FieldTooShort.With(name, min));
        if (value?.Length > max) Add(name, SharedTexts.FieldTooLong.With(name, max));
        if (value?.Contains('\0', StringComparison.Ordinal) == true) Invalid(name);
    }

    public void Invalid(string name) => Add(name, SharedTexts.FieldInvalid.With(name));

    public IResult Problem() => ApiProblems.Invalid(_errors.ToDictionary(error => error.Key, error => error.Value.ToArray(), StringComparer.Ordinal));
}
