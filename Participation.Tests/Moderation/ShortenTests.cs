using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Moderation;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Tests.Uploads;
using Participation.Web.Discussions;
using Participation.Web.Shared;

namespace Participation.Tests.Moderation;

/// <summary>Personal data goes out of a text, out of its history and out of the whole database.</summary>
public sealed class ShortenTests
{
    private const string Phone = "02102 550 4711";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_passage_is_gone_from_the_text_its_versions_and_every_table(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var comment = await site.CommentAsync(idea, author, $"Rufen Sie Herrn Müller an: {Phone}.");
        Assert.Null(await EditAsync(site, idea, comment, $"Rufen Sie Herrn Müller an, **{Phone}**, am besten abends.", 1, author));
        Assert.True(await FoundAsync(site));

        var desk = await Browsing.AsAsync(site, moderator);
        await desk.SubmitAsync(Links.ShortenText(idea, comment), "#kuerzen", new() { ["Input.Passages"] = Phone, ["Input.Facts"] = "Telefonnummer eines Dritten." });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, desk.Last.StatusCode);

        Assert.False(await FoundAsync(site));
        var shorter = await site.WithDbAsync(db => db.Comments.Include(c => c.Versions).SingleAsync(c => c.Number == comment));
        Assert.Equal($"Rufen Sie Herrn Müller an, **{Redaction.Mark}**, am besten abends.", shorter.Body.Markdown);
        Assert.Contains($"<strong>{Redaction.Mark}</strong>", shorter.Body.Html, StringComparison.Ordinal);
        Assert.Equal($"Rufen Sie Herrn Müller an: {Redaction.Mark}.", Assert.Single(shorter.Versions).Body);
        // A form that was opened before would bring the number back.
        Assert.IsType<ChangedMeanwhile>(await EditAsync(site, idea, comment, $"Rufen Sie an: {Phone}", 2, author));
        var statement = await (await Browsing.AsAsync(site, author)).GetAsync(Links.Decision(1));
        Assert.Contains("persönliche Daten herausgenommen", statement.QuerySelector("#massnahme")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(statement.QuerySelector("#beschweren"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_idea_is_shortened_in_title_summary_and_text(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var idea = await given.IdeaAsync(title: $"Anruf bei {Phone}", body: $"Unter {Phone} meldet sich Herr Müller nie.");
        var desk = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        await desk.SubmitAsync(Links.ShortenText(idea, null), "#kuerzen", new() { ["Input.Passages"] = $"{Phone}\nherr müller", ["Input.Facts"] = "Nummer und Name eines Dritten." });
        Assert.False(await FoundAsync(site));
        Assert.Equal($"Unter {Redaction.Mark} meldet sich {Redaction.Mark} nie.", await site.WithDbAsync(db => db.Ideas.Where(i => i.Number == idea).Select(i => i.Body.Markdown).SingleAsync()));
        Assert.Contains(Redaction.Mark, (await Browsing.Visitor(site).GetAsync(Links.Idea(idea, $"Anruf bei {Redaction.Mark}"))).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_old_title_goes_from_every_inbox_and_the_hits_are_shown_before(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync();
        var idea = await given.IdeaAsync(author, title: $"Anruf bei {Phone}");
        await site.CommentAsync(idea, await given.PersonAsync(), "Ein Beitrag, von dem die Verfasserin erfährt.");
        Assert.True(await FoundAsync(site));
        var desk = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        var fields = new Dictionary<string, string> { ["Input.Passages"] = Phone, ["Input.Facts"] = "Nummer eines Dritten." };
        var preview = await desk.SubmitAsync(Links.ShortenText(idea, null), "#kuerzen", fields, "button[formaction]");
        Assert.Contains("2 Stellen", preview.QuerySelector("section[aria-labelledby=vorschau] [role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Anruf bei {Redaction.Mark}", preview.QuerySelector("section[aria-labelledby=vorschau]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Phone, preview.QuerySelector("#Input_Passages")!.TextContent.Trim());
        Assert.True(await FoundAsync(site));

        await desk.SubmitAsync(Links.ShortenText(idea, null), "#kuerzen", fields);
        Assert.False(await FoundAsync(site));
    }

    [Theory]
    [InlineData("Gestern heute Ute morgen", "Ute", "Gestern heute ‹…› morgen")]
    [InlineData("Ute, UTE und Uteschka", "ute", "‹…›, ‹…› und Uteschka")]
    [InlineData("(0172) 55 und 0172", "(0172) 55", "‹…› und 0172")]
    public void Passages_are_taken_out_as_whole_words(string text, string passage, string shorter) => Assert.Equal(shorter, Redaction.Read(passage)!.Apply(text));

    [Fact]
    public async Task Nothing_happens_when_the_passage_is_not_there_or_stands_in_the_reasons()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var comment = await site.CommentAsync(idea, await given.PersonAsync(), $"Rufen Sie an: {Phone}");
        var desk = await Browsing.AsAsync(site, await given.PersonAsync(Role.Moderator));
        foreach (var (passages, facts) in new[] { ("02102 999", "Telefonnummer."), (Phone, $"Es war {Phone}."), ("ab", "Zu kurz."), ("", "Nichts.") })
        {
            var page = await desk.SubmitAsync(Links.ShortenText(idea, comment), "#kuerzen", new() { ["Input.Passages"] = passages, ["Input.Facts"] = facts });
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, desk.Last.StatusCode);
            Assert.Equal(facts, page.QuerySelector("#Input_Facts")!.TextContent.Trim());
        }

        Assert.True(await FoundAsync(site));
        Assert.Equal(0, await site.WithDbAsync(db => db.Decisions.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_an_image_is_said_to_show_is_shortened_and_an_image_that_goes_is_nobody_elses_any_more(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator, idea) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator), await given.IdeaAsync());
        var (card, letter) = (await site.ImageAsync(author, $"Karte mit {Phone}"), await site.ImageAsync(author, "Brief von Herrn Müller"));
        var desk = await Browsing.AsAsync(site, moderator);
        foreach (var (image, passage) in new[] { (card, Phone), (letter, UploadSteps.Written(letter)) })
        {
            var comment = await site.CommentAsync(idea, author, $"Siehe hier:\n\n{UploadSteps.Written(image)}");
            await desk.SubmitAsync(Links.ShortenText(idea, comment), "#kuerzen", new() { ["Input.Passages"] = passage, ["Input.Facts"] = "Daten eines Dritten." });
            Assert.Equal(System.Net.HttpStatusCode.Redirect, desk.Last.StatusCode);
        }

        Assert.False(await FoundAsync(site));
        Assert.Equal($"Karte mit {Redaction.Mark}", (await site.UploadAsync(card.Id)).Alt);
        Assert.Null((await site.UploadAsync(letter.Id)).UsedById);
        var visitor = Browsing.Visitor(site);
        await visitor.GetAsync(Links.Image(letter.Id.Value, Domain.Uploads.UploadFile.Large));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, visitor.Last.StatusCode);
        await visitor.GetAsync(Links.Image(card.Id.Value, Domain.Uploads.UploadFile.Large));
        Assert.Equal(System.Net.HttpStatusCode.OK, visitor.Last.StatusCode);
    }

    private static Task<Refusal?> EditAsync(TestSite site, int idea, int comment, string body, int from, Actor author) =>
        site.UseAsync<EditComment, Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, comment, body, CommentLabel.None, from, SharesPersonalData: true), author, default));

    /// <summary>Whether the number stands in any text column of any table.</summary>
    private static Task<bool> FoundAsync(TestSite site) => site.WithDbAsync(async db =>
    {
        foreach (var column in db.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns).Where(column => column.ProviderClrType == typeof(string)))
        {
#pragma warning disable EF1002, EF1003 // Names come from the model.
            if (await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{column.Table.Name}\" WHERE CAST(\"{column.Name}\" AS TEXT) LIKE '%550 4711%'").SingleAsync() > 0) return true;
#pragma warning restore EF1002, EF1003
        }

        return false;
    });
}
