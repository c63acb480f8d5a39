using System.Net;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Processes;
using Participation.Domain.Uploads;
using Participation.Tests.Accounts.OwnData;
using Participation.Tests.Moderation.Notices;
using Participation.Tests.Support;
using Participation.Web.Ideas;
using Participation.Web.Moderation;
using Participation.Web.Shared;
using Participation.Web.Uploads;

namespace Participation.Tests.Uploads;

/// <summary>Whoever may read a text sees its images, and nobody else.</summary>
public sealed class ImageReachTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_image_is_public_when_its_idea_is_and_gone_when_it_is_hidden(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, other, moderator) = (await given.PersonAsync(), await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var image = await site.ImageAsync(author);
        var (visitor, owner, stranger, staff) = (Browsing.Visitor(site), await Browsing.AsAsync(site, author), await Browsing.AsAsync(site, other), await Browsing.AsAsync(site, moderator));
        await AnswersAsync(image, (visitor, HttpStatusCode.NotFound), (stranger, HttpStatusCode.NotFound), (owner, HttpStatusCode.OK), (staff, HttpStatusCode.OK));

        var idea = (await site.IdeaWithAsync(author, image)).Value!.Number;
        await AnswersAsync(image, (visitor, HttpStatusCode.OK), (stranger, HttpStatusCode.OK));
        Assert.NotNull((await visitor.GetAsync(Links.Idea(idea, "Ein Brunnen am Bahnhof"))).QuerySelector($".prose img[src='{Links.Image(image.Id.Value, UploadFile.Large)}'][alt='Ein Brunnen']"));

        await site.ChangeAsync(idea, found => found.Hide("Werbung.", A.Moment));
        await AnswersAsync(image, (visitor, HttpStatusCode.Gone), (stranger, HttpStatusCode.Gone), (owner, HttpStatusCode.OK), (staff, HttpStatusCode.OK));
    }

    [Fact]
    public async Task An_image_is_served_as_what_it_is_and_can_do_nothing()
    {
        await using var site = await TestSite.StartAsync();
        var author = await new Given(site).PersonAsync();
        var image = await site.ImageAsync(author);
        await site.IdeaWithAsync(author, image);
        var visitor = Browsing.Visitor(site);

        await visitor.GetAsync(Links.Image(image.Id.Value, UploadFile.Small));

        Assert.Equal("image/webp", visitor.Last.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", Assert.Single(visitor.Last.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(visitor.Last.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("same-origin", Assert.Single(visitor.Last.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("inline; filename=\"bild.webp\"", visitor.Last.Content.Headers.ContentDisposition?.ToString());
        Assert.True(visitor.Last.Headers.CacheControl is { Private: true, MaxAge.TotalDays: > 300 });
        Assert.Contains("immutable", visitor.Last.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(Links.Image(image.Id.Value, UploadFile.Small), UriKind.Relative));
        again.Headers.IfNoneMatch.Add(visitor.Last.Headers.ETag!);
        using var unchanged = await visitor.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        foreach (var address in new[] { Links.Image(image.Id.Value, 481), $"/bilder/{image.Id.Value:N}/480.svg", $"/bilder/{Guid.Empty:N}/480.webp", "/bilder/x/480.webp" })
        {
            await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, visitor.Last.StatusCode);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_image_of_a_comment_shares_its_fate(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, moderator) = (await given.PersonAsync(), await given.PersonAsync(Role.Moderator));
        var idea = await given.IdeaAsync();
        var image = await site.ImageAsync(author);
        var comment = await site.PostAsync(idea, author, $"So sieht es aus: {UploadSteps.Written(image)}");
        var visitor = Browsing.Visitor(site);
        await AnswersAsync(image, (visitor, HttpStatusCode.OK));

        Assert.Null(await site.StepAsync(CaseStep.Hide, idea, comment, moderator));
        await AnswersAsync(image, (visitor, HttpStatusCode.Gone));
        Assert.Null(await site.StepAsync(CaseStep.Restore, idea, comment, moderator));
        await AnswersAsync(image, (visitor, HttpStatusCode.OK));
        await site.ChangeAsync(idea, found => found.Hide("Werbung.", A.Moment));
        await AnswersAsync(image, (visitor, HttpStatusCode.Gone));
    }

    [Fact]
    public async Task What_waits_for_a_moderator_is_not_served()
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).ProcessAsync(moderation: ModerationMode.PreModerateAll);
        var author = await new Given(site).PersonAsync();
        var image = await site.ImageAsync(author);
        await site.IdeaWithAsync(author, image);
        await AnswersAsync(image, (Browsing.Visitor(site), HttpStatusCode.NotFound), (await Browsing.AsAsync(site, author), HttpStatusCode.OK));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_image_belongs_to_its_owner_and_to_one_text(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (author, other) = (await given.PersonAsync(), await given.PersonAsync());
        var image = await site.ImageAsync(author);

        Assert.IsType<ImageIsNotThere>((await site.IdeaWithAsync(other, image)).Refusal);
        var idea = await site.IdeaWithAsync(author, image);
        Assert.True(idea.Done);
        Assert.IsType<ImageIsNotThere>((await site.IdeaWithAsync(author, image)).Refusal);
        Assert.IsType<ImageIsNotThere>((await site.IdeaWithAsync(author, new UploadedImage(UploadId.New(A.Moment), "Nichts"))).Refusal);
        var wordless = await site.ImageAsync(author, file: Picture.Jpeg(50, 50));
        Assert.IsType<AltTextIsMissing>((await site.IdeaWithAsync(author, wordless with { Alt = "" })).Refusal);

        // Taken out of the text, it is free for another one.
        var topic = (await site.ReadAsync(idea.Value!.Number)).TopicKey;
        Assert.Null(await site.UseAsync<ReviseIdea, Refusal?>(revise => revise.ExecuteAsync(
            idea.Value.Number, new IdeaInput("", "Ein Brunnen am Bahnhof", null, "Ohne Bild ist es auch eine Idee.", topic, null, null, null, null), 1, author, default)));
        Assert.Null((await site.UploadAsync(image.Id)).UsedById);
        Assert.True((await site.IdeaWithAsync(author, image)).Done);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_image_sent_twice_is_one_and_a_day_has_room_for_so_many(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var author = await new Given(site).PersonAsync();
        var file = Picture.Jpeg(60, 40);
        var both = await Task.WhenAll(site.ImageAsync(author, "Brunnen", file), site.ImageAsync(author, "Brunnen", file));
        Assert.Equal(both[0].Id, both[1].Id);
        Assert.Equal(1, await site.UploadCountAsync());
        for (var count = 1; count < Upload.MostPerDay; count++) await site.ImageAsync(author, file: Picture.Jpeg(60, 40));

        var refused = await site.UseAsync<UploadImage, Outcome<UploadedImage>>(upload => upload.ExecuteAsync(Picture.Jpeg(60, 40), "Eins zu viel", author, default));
        Assert.IsType<TooManyUploadsToday>(refused.Refusal);
        Assert.Equal(Upload.MostPerDay, await site.UploadCountAsync());
    }

    [Fact]
    public async Task A_full_site_says_so_and_stores_nothing()
    {
        await using var site = await TestSite.StartAsync(settings: settings => settings["Uploads:QuotaMegabytes"] = "0");
        var author = await new Given(site).PersonAsync();
        var refused = await site.UseAsync<UploadImage, Outcome<UploadedImage>>(upload => upload.ExecuteAsync(Picture.Jpeg(60, 40), "Brunnen", author, default));
        Assert.IsType<UploadsAreFull>(refused.Refusal);
        Assert.Equal(0, await site.UploadCountAsync());
    }

    private static async Task AnswersAsync(UploadedImage image, params (Browsing Who, HttpStatusCode Status)[] expected)
    {
        foreach (var (who, status) in expected)
        {
            await who.GetAsync(Links.Image(image.Id.Value, UploadFile.Large));
            Assert.Equal(status, who.Last.StatusCode);
            if (status is not HttpStatusCode.OK) Assert.NotEqual("image/webp", who.Last.Content.Headers.ContentType?.MediaType);
        }
    }
}
