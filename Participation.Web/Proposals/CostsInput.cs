using Microsoft.AspNetCore.Mvc.ModelBinding;
using Participation.Domain.Proposals;
using Participation.Web.Shared;

namespace Participation.Web.Proposals;

/// <summary>The form of the table of costs.</summary>
public sealed class CostsInput
{
    private const int FreeRows = 3;

    public int Version { get; set; }

    public List<CostLineInput> Lines { get; set; } = [];

    /// <summary>What is stored, with room for more.</summary>
    public static CostsInput Of(int version, IReadOnlyList<CostLine> lines)
    {
        var input = new CostsInput { Version = version, Lines = [.. lines.Select(CostLineInput.Of)] };
        input.AddRows();
        return input;
    }

    /// <summary>Room for some more lines, as far as there may be.</summary>
    public void AddRows()
    {
        for (var i = 0; i < FreeRows && Lines.Count < CostItem.MostItems; i++) Lines.Add(new CostLineInput());
    }

    /// <summary>Notes what is wrong under each field.</summary>
    public void Check(ModelStateDictionary state)
    {
        foreach (var (line, i) in Lines.Select((line, i) => (line, i)).Where(at => !at.line.IsEmpty))
        {
            state.Require($"Input.Lines[{i}].Label", ProposalsTexts.CostLabel, line.Label, CostItem.LabelMaxLength);
            CheckAmount(state, $"Input.Lines[{i}].OneOff", line.OneOff);
            CheckAmount(state, $"Input.Lines[{i}].Yearly", line.Yearly);
        }
    }

    /// <summary>The lines that say something; checked before.</summary>
    public IReadOnlyList<CostLine> ToLines() => [.. Lines.Where(line => !line.IsEmpty).Select(line => new CostLine(line.Label!.Trim(), Cents(line.OneOff), Cents(line.Yearly)))];

    private static void CheckAmount(ModelStateDictionary state, string field, string? amount)
    {
        if (!Euros.TryParse(amount, out var cents)) state.AddModelError(field, ProposalsTexts.AmountUnclear);
        else if (cents > CostItem.LargestAmount) state.AddModelError(field, ProposalsTexts.AmountTooLarge.With(Euros.Show(CostItem.LargestAmount)));
    }

    private static long? Cents(string? amount) => Euros.TryParse(amount, out var cents) ? cents : null;
}

/// <summary>One line of it.</summary>
public sealed class CostLineInput
{
    /// <summary>Longest amount, in characters.</summary>
    public const int AmountMaxLength = 30;

    public string? Label { get; set; }

    public string? OneOff { get; set; }

    public string? Yearly { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(OneOff) && string.IsNullOrWhiteSpace(Yearly);

    public static CostLineInput Of(CostLine line) => new() { Label = line.Label, OneOff = line.OneOff is { } once ? Euros.Type(once) : null, Yearly = line.Yearly is { } yearly ? Euros.Type(yearly) : null };

    /// <summary>What stands in a field.</summary>
    public string? Of(string field) => field switch { nameof(Label) => Label, nameof(OneOff) => OneOff, _ => Yearly };
}
