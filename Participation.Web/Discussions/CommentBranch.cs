namespace Participation.Web.Discussions;

/// <summary>A comment with its replies as a tree.</summary>
public sealed record CommentBranch(CommentView Comment, IReadOnlyList<CommentBranch> Replies)
{
    /// <summary>Builds the tree of a thread. A reply whose parent is not in the window hangs under the nearest one above it.</summary>
    public static CommentBranch Of(ThreadView thread) => new(thread.Root, Children(thread.Replies));

    private static List<CommentBranch> Children(IReadOnlyList<CommentView> below)
    {
        var children = new List<CommentBranch>();
        for (var i = 0; i < below.Count;)
        {
            var child = below[i];
            var end = i + 1;
            while (end < below.Count && below[end].Path.StartsWith(child.Path, StringComparison.Ordinal)) end++;
            children.Add(new CommentBranch(child, Children([.. below.Skip(i + 1).Take(end - i - 1)])));
            i = end;
        }

        return children;
    }
}
