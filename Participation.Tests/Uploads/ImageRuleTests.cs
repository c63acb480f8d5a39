using Participation.Domain.Accounts;
using Participation.Domain.Uploads;
using Participation.Tests.Support;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Tests.Uploads;

/// <summary>What counts as an image of a text.</summary>
public sealed class ImageRuleTests
{
    private static readonly Guid Id = UploadId.New(A.Moment).Value;

    [Fact]
    public void Every_image_says_what_it_shows()
    {
        Assert.IsType<AltTextIsMissing>(Upload.CheckAlt(""));
        Assert.IsType<AltTextIsTooLong>(Upload.CheckAlt(new string('a', Upload.AltMaxLength + 1)));
        Assert.Null(Upload.CheckAlt("Ein Brunnen"));
    }

    [Fact]
    public void Who_just_joined_puts_one_image_into_a_text()
    {
        var person = A.Person();
        Assert.Null(Upload.CheckCount(1, person, A.Moment));
        Assert.IsType<TooManyImagesAtFirst>(Upload.CheckCount(2, person, A.Moment));
        Assert.Null(Upload.CheckCount(Upload.MostPerText, person, A.Moment.AddDays(Upload.FirstDays + 1)));
        Assert.IsType<TooManyImages>(Upload.CheckCount(Upload.MostPerText + 1, person, A.Moment.AddDays(Upload.FirstDays + 1)));
        Assert.Null(Upload.CheckCount(2, Person.Join(PersonId.New(A.Moment), "Amt", Role.Moderator, Verification.Email, A.Moment), A.Moment));
    }

    [Fact]
    public void An_uploaded_image_is_shown_with_its_words()
    {
        var html = new MarkdownText().Format($"Hier:\n\n{TextImages.Markdown(Id, "Ein *alter* [Brunnen] \\ <b>")}").Html;
        Assert.Equal(new TextImage(Id, "Ein *alter* [Brunnen] \\ <b>"), Assert.Single(TextImages.In(html)));
        Assert.Contains($"srcset=\"{Links.Image(Id, UploadFile.Small)} 480w, {Links.Image(Id, UploadFile.Large)} 1600w\"", html, StringComparison.Ordinal);
        Assert.Contains("loading=\"lazy\"", html, StringComparison.Ordinal);
        Assert.Null(Harmless.Offence(html));
    }

    [Fact]
    public void Images_from_anywhere_else_are_not_shown()
    {
        var own = Links.Image(Id, UploadFile.Large);
        string[] elsewhere =
        [
            "https://example.org/a.png", "//example.org/a.png", "/favicon.svg", "data:image/svg+xml;base64,PHN2Zz4=", "javascript:alert(1)", $"https://example.org{own}", $"{own}?x=1", $"{own}#x", $"/x/..{own}", own.ToUpperInvariant(),
            own.Replace("1600", "1601", StringComparison.Ordinal), own.Replace("webp", "svg", StringComparison.Ordinal), "/bilder/../konto/abmelden", $"/bilder/{Id:D}/1600.webp",
        ];
        Assert.All(elsewhere, address => Assert.Empty(TextImages.In(new MarkdownText().Format($"![Ein Brunnen]({address})").Html)));
        Assert.All(elsewhere, address => Assert.DoesNotContain("<img", new MarkdownText().Format($"![Ein Brunnen]({address})").Html, StringComparison.Ordinal));
        var sly = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(new MarkdownText().Format($"![x\" onerror=\"alert(1)]({own} \"y onerror=z\")").Html).QuerySelector("img")!;
        Assert.Equal(["alt", "decoding", "loading", "sizes", "src", "srcset"], sly.Attributes.Select(attribute => attribute.Name).Order());
    }

    [Fact]
    public void An_image_is_taken_out_wherever_it_stands()
    {
        var (other, written) = (UploadId.New(A.Moment).Value, TextImages.Markdown(Id, "Ein [Brunnen]"));
        var text = $"Vorher.\n\n{written}\n\nNachher {written} {TextImages.Markdown(other, "Bank")}";
        var left = TextImages.Without(text, Id);
        Assert.Equal(other, Assert.Single(TextImages.In(new MarkdownText().Format(left).Html)).Id);
        Assert.StartsWith("Vorher.\n\nNachher", left, StringComparison.Ordinal);
        Assert.Equal("Nichts.", TextImages.Without("Nichts.", Id));
    }

    [Fact]
    public async Task An_image_is_turned_upright_and_never_made_larger()
    {
        using var maker = new ImageMaker(Microsoft.Extensions.Options.Options.Create(new UploadOptions()));
        var sideways = await maker.ExecuteAsync(JpegBytes.With(Picture.Jpeg(400, 300), JpegBytes.App1, JpegBytes.Exif("Brunnen", orientation: 6)), default);
        Assert.Equal((300, 400), (sideways.Value!.Width, sideways.Value.Height));
        var wide = await maker.ExecuteAsync(Picture.Jpeg(3000, 1500), default);
        Assert.Equal((1600, 800), (wide.Value!.Width, wide.Value.Height));
        using var small = NetVips.Image.WebploadBuffer(wide.Value.Files[UploadFile.Small]);
        Assert.Equal((480, 240), (small.Width, small.Height));
    }

    [Fact]
    public async Task An_image_that_takes_too_long_is_given_up_and_a_full_house_says_so()
    {
        using var patient = new ImageMaker(Microsoft.Extensions.Options.Options.Create(new UploadOptions { AtOnce = 1 }));
        var many = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => patient.ExecuteAsync(Picture.Jpeg(600, 400), default)));
        Assert.All(many, made => Assert.Null(made.Refusal));
        using var hasty = new ImageMaker(Microsoft.Extensions.Options.Options.Create(new UploadOptions { SecondsPerImage = 0 }));
        Assert.IsType<ImageTakesTooLong>((await hasty.ExecuteAsync(Picture.Png(4000, 3000), default)).Refusal);
    }
}
