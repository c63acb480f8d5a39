using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Uploads;
using Participation.Tests.Support;
using Participation.Web.Shared;
using Participation.Web.Uploads.Documents;

#pragma warning disable CA2000 // Forms dispose their parts.

namespace Participation.Tests.Uploads;

/// <summary>PDFs of the staff: what is one, who publishes it, how it is handed out.</summary>
public sealed class DocumentTests
{
    public static TheoryData<string, Type> Refused => new()
    {
        { "HTML", typeof(FileIsNoPdf) }, { "something before it", typeof(FileIsNoPdf) }, { "something behind it", typeof(FileIsNoPdf) }, { "no end", typeof(FileIsNoPdf) }, { "head and end alone", typeof(FileIsNoPdf) }, { "half", typeof(FileIsNoPdf) },
        { "a script at opening", typeof(PdfIsActive) }, { "a script under another name", typeof(PdfIsActive) }, { "a script in an object", typeof(PdfIsActive) }, { "a program", typeof(PdfIsActive) }, { "a form that sends itself", typeof(PdfIsActive) },
        { "a file inside", typeof(PdfIsActive) }, { "a form of XFA", typeof(PdfIsActive) }, { "a script of a page", typeof(PdfIsActive) }, { "a password", typeof(PdfIsEncrypted) },
    };

    [Fact]
    public void An_honest_document_is_one() => Assert.Null(PdfCheck.Check(PdfBytes.Of()));

    [Theory, MemberData(nameof(Refused))]
    public void What_is_more_or_less_than_a_document_is_refused(string name, Type refusal) => Assert.IsType(refusal, PdfCheck.Check(Make(name)));

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_staff_publishes_a_document_once_and_takes_it_down(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await PublishAsync(browsing, "Gutachten „Brunnen“ <2026>", PdfBytes.Of());
        await PublishAsync(browsing, "Noch einmal dasselbe", PdfBytes.Of());
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        var document = await site.WithDbAsync(db => db.Documents.AsNoTracking().SingleAsync());
        var address = Links.Document(document.Number, document.Title);

        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(address);
        Assert.Equal("application/pdf", visitor.Last.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=\"gutachten-brunnen-2026.pdf\"", visitor.Last.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("nosniff", Assert.Single(visitor.Last.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(visitor.Last.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        var refused = await browsing.SubmitAsync(Links.ManageDocuments, $"#umbenennen-{document.Number}", new() { ["titel"] = " " });
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.NotNull(refused.QuerySelector($"#titel-{document.Number}[aria-invalid=true]"));
        await browsing.SubmitAsync(Links.ManageDocuments, $"#umbenennen-{document.Number}", new() { ["titel"] = "Gutachten zum Brunnen" });
        Assert.Equal("Gutachten zum Brunnen", await site.WithDbAsync(db => db.Documents.Select(one => one.Title).SingleAsync()));
        await visitor.GetAsync(address);
        Assert.Equal("attachment; filename=\"gutachten-zum-brunnen.pdf\"", visitor.Last.Content.Headers.ContentDisposition?.ToString());

        await browsing.SubmitAsync(Links.ManageDocuments, $"#loeschen-{document.Number}", []);
        Assert.Equal(HttpStatusCode.Redirect, browsing.Last.StatusCode);
        await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, visitor.Last.StatusCode);
        Assert.Equal(["document.publish", "document.delete"], await site.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Action == "document.publish" || entry.Action == "document.delete").OrderBy(entry => entry.At).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task What_is_wrong_stands_under_its_field_and_nothing_is_stored()
    {
        await using var site = await TestSite.StartAsync();
        var browsing = await Browsing.AsAsync(site, await new Given(site).PersonAsync(Role.Moderator));
        await PublishAsync(browsing, "Gutachten", "<script>"u8.ToArray());
        Assert.Contains(RefusalTexts.FileIsNoPdf, await browsing.Last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await PublishAsync(browsing, "", PdfBytes.Of());
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        await PublishAsync(browsing, "Gutachten", null);
        Assert.Contains(RefusalTexts.FileIsMissing, await browsing.Last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await PublishAsync(browsing, "Gutachten", PdfBytes.Of(), token: "forged");
        Assert.Equal(HttpStatusCode.BadRequest, browsing.Last.StatusCode);
        Assert.Equal(0, await site.WithDbAsync(db => db.Documents.CountAsync()));
    }

    private static byte[] Make(string name) => name switch
    {
        "HTML" => "<html></html>"u8.ToArray(),
        "something before it" => [.. "PK\x03\x04"u8, .. PdfBytes.Of()],
        "something behind it" => [.. PdfBytes.Of(), .. "<script>alert(1)</script>"u8],
        "no end" => Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(PdfBytes.Of()).Replace("%%EOF", "", StringComparison.Ordinal)),
        "head and end alone" => "%PDF-1.7\nstartxref\n0\n%%EOF"u8.ToArray(),
        "half" => PdfBytes.Of()[..200],
        "a script at opening" => PdfBytes.Of(catalogue: "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        "a script under another name" => PdfBytes.Of(catalogue: "/OpenAction << /S /J#61vaScript /#4a#53 (app.alert\\(1\\)) >>"),
        "a script in an object" => PdfBytes.Of(catalogue: "/OpenAction 4 0 R", more: ["<< /S /JavaScript /JS (app.alert\\(1\\)) >>"]),
        "a program" => PdfBytes.Of(catalogue: "/OpenAction << /S /Launch /F (calc.exe) >>"),
        "a form that sends itself" => PdfBytes.Of(page: "/AA << /O << /S /SubmitForm /F (https://example.org) >> >>"),
        "a file inside" => PdfBytes.Of(catalogue: "/Names << /EmbeddedFiles << /Names [] >> >>"),
        "a form of XFA" => PdfBytes.Of(catalogue: "/AcroForm << /XFA [] /Fields [] >>"),
        "a script of a page" => PdfBytes.Of(page: "/AA << /O << /S /JavaScript /JS (x) >> >>"),
        _ => PdfBytes.Of(trailer: "/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >> /ID [(1234567890123456) (1234567890123456)]"),
    };

    private static async Task PublishAsync(Browsing browsing, string title, byte[]? file, string? token = null)
    {
        token ??= (await browsing.GetAsync(Links.ManageDocuments)).QuerySelector("#dokument input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(title), "Input.Title" }, { new StringContent(token), "__RequestVerificationToken" } };
        using var part = new ByteArrayContent(file ?? []);
        if (file is not null) form.Add(part, "Input.File", "gutachten.pdf");
        await browsing.SendFormAsync(Links.ManageDocuments, form);
    }
}
