using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Desk;

namespace Participation.Tests.Moderation.Desk;

/// <summary>The rules of the desk, in memory.</summary>
public sealed class DeskRuleTests
{
    private static readonly PersonId Anna = PersonId.New(A.Moment), Bert = PersonId.New(A.Moment), Clara = PersonId.New(A.Moment);

    [Fact]
    public void A_case_goes_on_with_who_has_it_and_to_another_only_from_the_one_they_saw()
    {
        var claim = CaseClaim.Take(CaseRef.OfComment(17, 5), Anna, A.Moment);
        var first = claim.Taking;
        Assert.Null(claim.TakeAgain(Anna, null, A.Moment.AddMinutes(10)));
        Assert.Equal((A.Moment.AddMinutes(25), first), (claim.Until, claim.Taking));
        Assert.IsType<CaseIsTaken>(claim.TakeAgain(Bert, null, A.Moment.AddMinutes(11)));

        Assert.Null(claim.TakeAgain(Bert, first, A.Moment.AddMinutes(11)));
        Assert.Equal(Bert, claim.HeldBy);
        Assert.IsType<CaseIsTaken>(claim.TakeAgain(Clara, first, A.Moment.AddMinutes(11)));
        Assert.Null(claim.TakeAgain(Clara, null, A.Moment.AddMinutes(26)));
    }

    [Theory]
    [InlineData("17", SubjectKind.Idea, 17, 0), InlineData("17:5", SubjectKind.Comment, 17, 5), InlineData("v3", SubjectKind.Proposal, 3, 0), InlineData("v3:2", SubjectKind.Suggestion, 3, 2), InlineData("v3:a2", SubjectKind.PassageComment, 3, 2)]
    public void A_place_is_read_as_it_is_written(string text, SubjectKind kind, int number, int part)
    {
        Assert.True(CaseRef.TryParse(text, null, out var place));
        Assert.Equal((kind, number, part, text), (place.Kind, place.Number, place.Part, place.ToString()));
        Assert.Equal(place, CaseRef.Of(kind, number, part));
    }

    [Theory]
    [InlineData(""), InlineData(null), InlineData("0"), InlineData("17:"), InlineData("17:0"), InlineData("17:5:1"), InlineData("-1"), InlineData(" 1"), InlineData("99999999999")]
    [InlineData("v"), InlineData("v0"), InlineData("v3:"), InlineData("v3:a"), InlineData("v3:a0"), InlineData("3:a2"), InlineData("v3:2:1"), InlineData("vv3")]
    public void Nothing_else_is_a_place(string? text) => Assert.False(CaseRef.TryParse(text, null, out _));

    [Theory]
    [InlineData("17:5@3", true), InlineData("17@0", true), InlineData("17:5", false), InlineData("17:5@", false), InlineData("@3", false), InlineData("17@3@3", false), InlineData("17@-3", false), InlineData("", false)]
    public void A_chosen_case_names_its_version(string text, bool valid)
    {
        Assert.Equal(valid, CaseVersion.TryParse(text, null, out var item));
        if (valid) Assert.Equal(text, item.ToString());
    }

    [Theory]
    [InlineData("Bitte @Anna Berg ansehen.", "Anna Berg")]
    [InlineData("@anna berg, @Anna und @ANNA", "Anna Berg,Anna")]
    [InlineData("(@Anna)", "Anna")]
    [InlineData("@Annalena oder mail@Anna", "")]
    [InlineData("Anna weiß es, @ Anna nicht", "")]
    [InlineData("@@Anna@Anna Berg", "Anna")]
    public void Whole_names_behind_an_at_are_mentions(string text, string expected)
    {
        var people = new Dictionary<PersonId, string> { [Anna] = "Anna", [Bert] = "Anna Berg" };
        var found = CaseNote.Mentioned(text, people.Select(person => (person.Key, person.Value))).Select(id => people[id]);
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), found);
    }

    [Fact]
    public void A_note_is_taken_back_by_its_writer_for_a_quarter_of_an_hour()
    {
        var note = CaseNote.Write(Subject.Of(CommentId.New(A.Moment)), Clara, Anna, " Kennt sich aus. ", "schluessel", A.Moment);
        Assert.Equal("Kennt sich aus.", note.Text);
        Assert.Null(note.CheckTakeBack(Anna, A.Moment + CaseNote.TakeBackTime));
        Assert.IsType<NoteStays>(note.CheckTakeBack(Anna, A.Moment + CaseNote.TakeBackTime + TimeSpan.FromSeconds(1)));
        Assert.IsType<NotAllowed>(note.CheckTakeBack(Bert, A.Moment));
    }

    [Fact]
    public void A_template_goes_behind_what_was_typed_and_keeps_a_chosen_ground()
    {
        var template = ReasonTemplate.Make(1, new TemplateText("Werbung", Ground.Advertising, "Das ist Werbung."), A.Moment);
        var empty = new CaseInput();
        empty.With(template);
        Assert.Equal((Ground.Advertising, "Das ist Werbung."), (empty.Ground, empty.Facts));

        var begun = new CaseInput { Ground = Ground.Law, Facts = "Schon getippt. " };
        begun.With(template);
        begun.With(template);
        Assert.Equal((Ground.Law, "Schon getippt.\n\nDas ist Werbung."), (begun.Ground, begun.Facts));
    }
}
