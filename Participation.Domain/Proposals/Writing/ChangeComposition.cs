namespace Participation.Domain.Proposals.Writing;

/// <summary>Makes one change of two that follow each other.</summary>
internal sealed class ChangeComposition
{
    private readonly ChangeBuilder _result = new();
    private readonly SectionCursor _first;
    private readonly SectionCursor _second;

    /// <summary>Whether what comes next continues the replacement that was added last.</summary>
    private bool _continues;

    public ChangeComposition(ChangeSet first, ChangeSet second)
    {
        if (first.NewLength != second.OldLength) throw new ArgumentException($"The first change ends with {first.NewLength} code units, the second begins with {second.OldLength}.", nameof(second));
        (_first, _second) = (SectionCursor.OverNew(first), SectionCursor.OverOld(second));
    }

    public ChangeSet Result()
    {
        while (!_first.AtEnd || !_second.AtEnd)
        {
            if (_first.IsDeletion)
            {
                _result.Add(_first.OldOfFirstPiece, "", _continues);
                _first.Next();
            }
            else if (_second.IsInsertion)
            {
                _result.Add(0, _second.Text, _continues);
                _second.Next();
            }
            else AddPiece(Math.Min(_first.Left, _second.Left));
        }

        return _result.ToChangeSet();
    }

    private void AddPiece(int length)
    {
        var count = _result.Count;
        if (_first.IsKept) _result.Add(length, _second.IsKept ? null : _second.TextOfFirstPiece, _continues);
        else _result.Add(_first.OldOfFirstPiece, _second.IsKept ? _first.Text.Substring(_first.Taken, length) : _second.TextOfFirstPiece, _continues);
        var oneGoesOn = (_first.IsChange && _first.Left > length) || (_second.IsChange && _second.Left > length);
        _continues = oneGoesOn && (_continues || _result.Count > count);
        _first.Take(length);
        _second.Take(length);
    }
}
