using CsCheck;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals;
using Participation.Domain.Proposals.Revisions;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Support;
using Participation.Web.Proposals.Revisions;

namespace Participation.Tests.Proposals.Revisions;

/// <summary>What is kept of a text, how much, and in which form.</summary>
public sealed class RevisionRuleTests
{
    private static readonly Gen<ProposalContent> Contents =
        from number in Gen.Int[1, 9999]
        from title in Gen.String
        from summary in Gen.String
        from signatories in Gen.Guid.Array[0, 4]
        from sections in Gen.String.Array[6]
        from costs in Gen.Select(Gen.String, Gen.Long[0, CostItem.LargestAmount].Nullable(), Gen.Long[0, CostItem.LargestAmount].Nullable(), (label, once, yearly) => new CostLine(Sound(label), once, yearly)).Array[0, 5]
        select new ProposalContent(number, Sound(title), Sound(summary), [.. signatories.Select(OrganisationId.From)],
            Enum.GetValues<SectionKind>().ToDictionary(section => section, section => Sound(sections[(int)section])), costs);

    [Fact]
    public void What_is_kept_reads_as_it_was_written_and_has_the_same_hash() => Contents.Sample(content =>
    {
        var again = ProposalContent.Read(content.ToBytes());
        return again.ToBytes().AsSpan().SequenceEqual(content.ToBytes()) && again.Hash() == content.Hash() && again.Title == content.Title && again.Costs.SequenceEqual(content.Costs)
            && again.Sections.OrderBy(section => section.Key).SequenceEqual(content.Sections.OrderBy(section => section.Key));
    });

    [Fact]
    public void Text_that_moves_from_one_part_to_another_has_another_hash() =>
        Assert.NotEqual(Content("ab", "c").Hash(), Content("a", "bc").Hash());

    [Fact]
    public void Old_automatic_revisions_give_way_and_named_ones_never()
    {
        var kept = Kept(RevisionKind.Named, 1, 3).Concat(Kept(RevisionKind.Automatic, 4, RevisionRoom.MostAutomatic)).ToList();
        var room = new RevisionRoom(kept);
        Assert.Equal([kept[3].Id], room.GiveWay(RevisionKind.Automatic, 1));
        Assert.Empty(room.GiveWay(RevisionKind.Named, 1));
        Assert.Null(room.Check(RevisionKind.Automatic, 1));
    }

    [Fact]
    public void Named_ones_are_limited_and_what_is_to_be_signed_always_has_room()
    {
        var full = new RevisionRoom([.. Kept(RevisionKind.Named, 1, RevisionRoom.MostNamed)]);
        Assert.Equal(new TooManyRevisions(RevisionRoom.MostNamed), full.Check(RevisionKind.Named, 1));
        Assert.Null(full.Check(RevisionKind.Frozen, 1));
        Assert.Null(full.Check(RevisionKind.Automatic, 1));
    }

    [Fact]
    public void Room_is_measured_in_bytes_too()
    {
        const int large = (int)(RevisionRoom.MostBytes / 10);
        var room = new RevisionRoom([.. Kept(RevisionKind.Named, 1, 5, large), .. Kept(RevisionKind.Automatic, 6, 5, large)]);
        Assert.Null(room.Check(RevisionKind.Named, large));
        Assert.Equal([room.Kept[5].Id], room.GiveWay(RevisionKind.Named, large));
        Assert.IsType<RevisionsTooLarge>(new RevisionRoom([.. Kept(RevisionKind.Named, 1, 10, large)]).Check(RevisionKind.Named, 1));
    }

    [Fact]
    public void A_revision_knows_the_version_of_each_text()
    {
        var revision = Revision.Keep(RevisionId.New(A.Moment), ProposalId.New(A.Moment), 1, new RevisionState(Content("a", "b"), [3, 0, 12, 1, 0, 7]), RevisionReason.Pause, [], A.Moment);
        Assert.Equal([3, 0, 12, 1, 0, 7], Enum.GetValues<SectionKind>().Select(revision.VersionOf));
    }

    [Fact]
    public void Whoever_types_owns_what_is_new_and_what_is_kept_stays_with_its_author()
    {
        var text = new Authorship<string>("Alle fahren.".Length, "Anna");
        text.Follow(ChangeSet.Of(12, new TextEdit(5, 5, "Kinder ")), "Ben");
        text.Follow(ChangeSet.Of(19, new TextEdit(0, 4, "Unsere")), "Cem");
        Assert.Equal([new(6, "Cem"), new(1, "Anna"), new(7, "Ben"), new(7, "Anna")], text.Parts);
        text.Follow(ChangeSet.Of(21, new TextEdit(6, 14, "")), "Dora");
        Assert.Equal([new(6, "Cem"), new(7, "Anna")], text.Parts);
    }

    [Fact]
    public void Every_letter_has_the_author_who_typed_it_last() => Gen.Select(Gen.Int[0, 100], Gen.Int[0, 20], Gen.String[Gen.Char['a', 'z'], 0, 8]).Array[0, 40].Sample(edits =>
    {
        var (text, authors, followed) = ("anfang", Enumerable.Repeat(-1, 6).ToList(), new Authorship<int>(6, -1));
        foreach (var (index, (at, length, insert)) in edits.Index())
        {
            var from = at % (text.Length + 1);
            var to = Math.Min(text.Length, from + length);
            var changes = ChangeSet.Of(text.Length, new TextEdit(from, to, insert));
            followed.Follow(changes, index);
            text = changes.Apply(text);
            authors.RemoveRange(from, to - from);
            authors.InsertRange(from, Enumerable.Repeat(index, insert.Length));
        }

        return authors.SequenceEqual(followed.Parts.SelectMany(part => Enumerable.Repeat(part.Author, part.Length)));
    });

    [Fact]
    public void Blank_passages_stand_with_what_is_before_them()
    {
        var (anna, ben) = (new TextAuthor(OrganisationId.New(A.Moment), null), new TextAuthor(OrganisationId.New(A.Moment), null));
        var section = WrittenSection.Of(SectionKind.Goal, "Eins\n\nZwei", [new(4, anna), new(2, ben), new(4, anna)]);
        Assert.Equal([new("Eins\n\nZwei", anna)], section.Passages);
        Assert.Equal([new("Eins\n\n", anna), new("Zwei", ben)], WrittenSection.Of(SectionKind.Goal, "Eins\n\nZwei", [new(4, anna), new(6, ben)]).Passages);
        Assert.Empty(WrittenSection.Of(SectionKind.Goal, "Eins", [new(3, anna)]).Passages);
        Assert.Equal(30, Enumerable.Range(1, 30).Select(number => new LegendEntry(number, "").Classes).Distinct().Count());
    }

    private static ProposalContent Content(string title, string summary) => new(1, title, summary, [], new Dictionary<SectionKind, string>(), []);

    private static IEnumerable<KeptRevision> Kept(RevisionKind kind, int first, int count, int size = 100) =>
        Enumerable.Range(first, count).Select(number => new KeptRevision(RevisionId.New(A.Moment), number, kind, size));

    /// <summary>Half characters do not arrive from any form.</summary>
    private static string Sound(string text) => string.Concat(text.EnumerateRunes());
}
