using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NetVips;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Uploads;
using Participation.Tests.Support;
using Participation.Web.Shared;
using Participation.Web.Uploads;

#pragma warning disable CA2000 // Forms dispose their parts.

namespace Participation.Tests.Uploads;

/// <summary>Files that mean no good are refused with a reason, or nothing but their pixels remains; the store is as clean as before.</summary>
public sealed class HostileImageTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string[] Plain = ["VP8 ", "VP8L", "VP8X", "ALPH"];

    public static TheoryData<string> Files => [.. HostileFiles.All.Keys];

    [Fact]
    public void There_are_more_than_sixty() => Assert.True(HostileFiles.All.Count > 60);

    [Theory, MemberData(nameof(Files))]
    public async Task It_is_refused_or_only_its_pixels_remain(string name)
    {
        var (file, ending) = (HostileFiles.All[name].Make(), HostileFiles.All[name].Ends);
        var owner = await new Given(site).PersonAsync();
        var browsing = await Browsing.AsAsync(site, owner);
        var watch = Stopwatch.StartNew();

        var answer = await browsing.SendImageAsync(file);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{name} took {watch.Elapsed}");
        if (ending.Refusal is { } refusal && !(ending.MayBeTaken && answer.Status is HttpStatusCode.OK))
        {
            Assert.Equal((HttpStatusCode.BadRequest, Text(refusal)), (answer.Status, answer.Message));
            Assert.Empty(await OwnAsync(owner));
            return;
        }

        Assert.True(answer.Status is HttpStatusCode.OK, $"{name}: {answer.Message}");
        var upload = Assert.Single(await OwnAsync(owner));
        Assert.Equal([UploadFile.Small, UploadFile.Large], upload.Files.Select(stored => stored.Width).Order());
        Assert.All(upload.Files, stored => AssertPlain(stored.Content, stored.Width, name));
        await AssertServedAsync(browsing, upload);
    }

    [Theory]
    [InlineData("../../wwwroot/evil.html", "text/html"), InlineData("..\\..\\evil.aspx", "application/x-msdownload"), InlineData("evil.php.jpg", "image/svg+xml"), InlineData("evil.jpg.php", "application/x-httpd-php")]
    [InlineData("evil\u202Egpj.exe", "image/jpeg"), InlineData("evil.jpg%00.php", "image/jpeg"), InlineData("CON", "image/jpeg"), InlineData("/etc/passwd", "image/jpeg"), InlineData("<img src=x onerror=alert(1)>.jpg", "image/jpeg"), InlineData("", "image/jpeg")]
    public async Task What_a_file_is_called_and_said_to_be_decides_nothing(string name, string type)
    {
        var owner = await new Given(site).PersonAsync();
        var browsing = await Browsing.AsAsync(site, owner);

        var taken = await browsing.SendImageAsync(Picture.Jpeg(120, 80), name: name, type: type);
        var refused = await browsing.SendImageAsync(Encoding.UTF8.GetBytes("<script>alert(1)</script>"), name: name, type: "image/jpeg");

        // A part without a name is no file.
        Assert.Equal(name.Length == 0 ? HttpStatusCode.BadRequest : HttpStatusCode.OK, taken.Status);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain("evil", taken.Markdown! + taken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(site.DataDirectory, "*", SearchOption.AllDirectories), file => !Path.GetFileName(file).StartsWith("participation.db", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_files_none_and_bodies_that_are_no_form_are_refused_with_words()
    {
        var owner = await new Given(site).PersonAsync();
        var browsing = await Browsing.AsAsync(site, owner);
        using var two = new MultipartFormDataContent();
        foreach (var name in new[] { "a.jpg", "b.jpg" })
        {
            two.Add(new ByteArrayContent(Picture.Jpeg(40, 30)), FormImages.FileField, name);
        }

        using var none = new MultipartFormDataContent { { new StringContent("Ein Brunnen"), FormImages.AltField } };
        Assert.Equal(new UploadAnswer(HttpStatusCode.BadRequest, Refusals.Text(new OneFileAtATime()), null), await browsing.SendAsync(two));
        Assert.Equal(new UploadAnswer(HttpStatusCode.BadRequest, Refusals.Text(new FileIsMissing()), null), await browsing.SendAsync(none));
        (string Type, string Body)[] bodies =
        [
            ("multipart/form-data", "--x\r\n"), ("multipart/form-data; boundary=x", ""), ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Bild\"; filename=\"a\"\r\n\r\nabc"),
            ("multipart/form-data; boundary=" + new string('x', 300), "--x--"), ("multipart/form-data; boundary=x", "--x\r\n" + new string('a', 40_000) + "\r\n--x--"), ("image/jpeg", "abc"), ("application/json", "{}"),
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Bild\"; filename=\"a\"\r\nContent-Disposition: form-data; name=\"Bildtext\"\r\n\r\nabc\r\n--x--\r\n"),
        ];
        foreach (var (type, body) in bodies)
        {
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await browsing.SendAsync(content);
            Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{type}: {answer.Status}");
        }

        Assert.Empty(await OwnAsync(owner));
    }

    [Fact]
    public async Task Nobody_uploads_without_an_account_or_a_token()
    {
        using var image = new ByteArrayContent(Picture.Jpeg(40, 30));
        using var form = new MultipartFormDataContent { { image, FormImages.FileField, "a.jpg" } };
        var visitor = await Browsing.Visitor(site).SendAsync(form);
        Assert.NotEqual(HttpStatusCode.OK, visitor.Status);

        var owner = await new Given(site).PersonAsync();
        var browsing = await Browsing.AsAsync(site, owner);
        using var again = new MultipartFormDataContent { { new ByteArrayContent(Picture.Jpeg(40, 30)), FormImages.FileField, "a.jpg" }, { new StringContent("Ein Brunnen"), FormImages.AltField } };
        using var answer = await browsing.Client.PostAsync(new Uri(Links.Images, UriKind.Relative), again);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await OwnAsync(owner));
    }

    private static string Text(Type refusal) => Refusals.Text(refusal.Name switch
    {
        nameof(FileIsTooLarge) => new FileIsTooLarge(Upload.MaxMegabytes),
        nameof(ImageHasTooManyPixels) => new ImageHasTooManyPixels(Upload.MaxMegapixels, Upload.MaxSide),
        _ => (Refusal)Activator.CreateInstance(refusal)!,
    });

    /// <summary>WebP of the right size, without a chunk for anything but pixels, and without what was hidden in the file.</summary>
    private static void AssertPlain(byte[] webp, int width, string name)
    {
        var chunks = RiffBytes.Chunks(webp);
        Assert.True(chunks.All(Plain.Contains), $"{name}: {string.Join(", ", chunks)}");
        Assert.True(webp.AsSpan().IndexOf(Encoding.ASCII.GetBytes(HostileFiles.Marker)) < 0, name);
        using var image = Image.WebploadBuffer(webp);
        Assert.True(image.Width <= width && image.Height <= width * 2, $"{name}: {image.Width} × {image.Height}");
        Assert.DoesNotContain(image.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field.StartsWith("xmp", StringComparison.Ordinal) || field.StartsWith("icc", StringComparison.Ordinal));
        Assert.True(image.Avg() >= 0);
    }

    private static async Task AssertServedAsync(Browsing browsing, Upload upload)
    {
        await browsing.GetAsync(Links.Image(upload.Id.Value, UploadFile.Large));
        Assert.Equal(HttpStatusCode.OK, browsing.Last.StatusCode);
        Assert.Equal("image/webp", browsing.Last.Content.Headers.ContentType?.ToString());
    }

    private Task<List<Upload>> OwnAsync(Actor owner) => site.WithDbAsync(db => db.Uploads.AsNoTracking().Include(upload => upload.Files).Where(upload => upload.OwnerId == owner.Person).ToListAsync());
}
