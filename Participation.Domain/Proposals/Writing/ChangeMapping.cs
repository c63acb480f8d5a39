namespace Participation.Domain.Proposals.Writing;

/// <summary>
/// Moves a change over another one of the same text. Who begins first at a place goes first; where both begin at one place, the one that spans less;
/// where they are alike, as asked for. Text inserted into a passage that the other one deleted stays, behind what the other one wrote instead.
/// </summary>
internal sealed class ChangeMapping
{
    private readonly ChangeBuilder _result = new();
    private readonly SectionCursor _own;
    private readonly SectionCursor _other;
    private readonly bool _before;

    public ChangeMapping(ChangeSet own, ChangeSet over, bool before)
    {
        if (own.OldLength != over.OldLength) throw new ArgumentException($"One change is of a text of {own.OldLength} code units, the other of {over.OldLength}.", nameof(over));
        (_own, _other, _before) = (SectionCursor.OverOld(own), SectionCursor.OverOld(over), before);
    }

    public ChangeSet Result()
    {
        while (!_own.AtEnd || !_other.AtEnd)
        {
            if (_own.IsKept && _other.IsKept) KeepWhatBothKeep();
            else if (_other.IsChange && OtherGoesFirst()) StepOverOther();
            else PlaceOwn();
        }

        return _result.ToChangeSet();
    }

    private bool OtherGoesFirst()
    {
        if (!_own.IsChange || _own.Placed) return true;
        return _own.Taken == 0 && (_other.Left < _own.Left || (_other.Left == _own.Left && !_before));
    }

    private void KeepWhatBothKeep()
    {
        var length = Math.Min(_own.Left, _other.Left);
        _result.Add(length, null);
        _own.Take(length);
        _other.Take(length);
    }

    /// <summary>What the other one wrote is kept; own text within what it spans comes behind.</summary>
    private void StepOverOther()
    {
        var left = _other.Left;
        _result.Add(_other.Text.Length, null);
        while (left > 0)
        {
            var piece = Math.Min(_own.Left, left);
            if (_own is { IsChange: true, Placed: false } && _own.Left <= piece) _result.Add(0, _own.Text);
            _own.Take(piece);
            left -= piece;
        }

        _other.Next();
    }

    /// <summary>Deletes what the other one left of the passage, up to where it wrote something new.</summary>
    private void PlaceOwn()
    {
        var (left, stillThere) = (_own.Left, 0);
        while (left > 0 && (_other.IsKept || (_other.IsDeletion && _other.Left < left)))
        {
            var piece = Math.Min(left, _other.Left);
            if (_other.IsKept) stillThere += piece;
            left -= piece;
            _other.Take(piece);
        }

        _result.Add(stillThere, _own.Placed ? "" : _own.Text);
        _own.Placed = true;
        _own.Take(_own.Left - left);
    }
}
