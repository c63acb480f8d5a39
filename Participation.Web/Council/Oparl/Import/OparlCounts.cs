namespace Participation.Web.Council.Oparl.Import;

/// <summary>What a run did.</summary>
internal sealed class OparlCounts
{
    private readonly Dictionary<string, int> _oddities = new(StringComparer.Ordinal);

    public int Read { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Deleted { get; set; }

    /// <summary>Objects that still name others which are nowhere.</summary>
    public int Waiting { get; set; }

    /// <summary>What was not as it should be and was passed over, by kind.</summary>
    public IReadOnlyDictionary<string, int> Oddities => _oddities;

    public void Odd(string what)
    {
        // A hostile source must not fill the memory with kinds.
        if (_oddities.Count >= 200 && !_oddities.ContainsKey(what)) what = "others";
        _oddities[what] = _oddities.GetValueOrDefault(what) + 1;
    }

    public override string ToString() => $"{Read} read, {Added} added, {Changed} changed, {Deleted} deleted, {Waiting} waiting for others";
}
