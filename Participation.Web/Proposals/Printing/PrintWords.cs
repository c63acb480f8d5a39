namespace Participation.Web.Proposals.Printing;

/// <summary>Cuts text into the pieces between which a line may break: words with the space behind them.</summary>
internal static class PrintWords
{
    /// <summary>Stands for the end of a line that somebody typed.</summary>
    public const string Break = "\n";

    public static IEnumerable<PrintRun> Of(PrintRun run)
    {
        var start = 0;
        for (var i = 0; i < run.Text.Length; i++)
        {
            if (run.Text[i] is '\n')
            {
                if (i > start) yield return run with { Text = run.Text[start..i] };
                yield return run with { Text = Break };
                start = i + 1;
            }
            else if (run.Text[i] is ' ')
            {
                yield return run with { Text = run.Text[start..(i + 1)] };
                start = i + 1;
            }
        }

        if (start < run.Text.Length) yield return run with { Text = run.Text[start..] };
    }
}
