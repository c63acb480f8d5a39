using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Uploads;
using Participation.Tests.Accounts.OwnData;
using Participation.Tests.Support;
using Participation.Web.Accounts.OwnData;
using Participation.Web.Discussions;
using Participation.Web.Uploads;

namespace Participation.Tests.Uploads;

/// <summary>Images that no text uses go after a day, those in use stay, and people take theirs along.</summary>
public sealed class RemoveUnusedTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_no_text_uses_goes_after_a_day(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var author = await new Given(site).PersonAsync();
        var (used, unused, young) = (await site.ImageAsync(author), await site.ImageAsync(author), await site.ImageAsync(author));
        Assert.True((await site.IdeaWithAsync(author, used)).Done);
        foreach (var image in new[] { used, unused }) await site.AgeAsync(image.Id, 25);
        await site.AgeAsync(young.Id, 23);

        Assert.Equal(1, await RemoveAsync(site));
        Assert.Equal(0, await RemoveAsync(site));
        Assert.Equal([used.Id, young.Id], (await site.WithDbAsync(db => db.Uploads.Select(upload => upload.Id).ToListAsync())).OrderBy(id => id.Value));
        Assert.Equal(4, await site.WithDbAsync(db => db.UploadFiles.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_deleted_text_used_goes_too(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var author = await given.PersonAsync();
        var idea = await given.IdeaAsync();
        var image = await site.ImageAsync(author);
        var number = await site.PostAsync(idea, author, $"Hier: {UploadSteps.Written(image)}");
        await site.AgeAsync(image.Id, 25);
        Assert.Equal(0, await RemoveAsync(site));
        Assert.Null(await site.UseAsync<DeleteComment, Refusal?>(delete => delete.ExecuteAsync(idea, number, author, default)));
        Assert.Equal(1, await RemoveAsync(site));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_text_that_is_saved_at_the_same_moment_has_its_image_or_is_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var author = await new Given(site).PersonAsync();
        for (var round = 0; round < 6; round++)
        {
            var image = await site.ImageAsync(author, file: Picture.Jpeg(40 + round, 30));
            await site.AgeAsync(image.Id, 25);
            var (saving, removing) = (site.IdeaWithAsync(author, image), RemoveAsync(site));
            await Task.WhenAll(saving, removing);
            var (saved, removed) = (await saving, await removing);
            Assert.Equal(saved.Done, await site.WithDbAsync(db => db.Uploads.AnyAsync(upload => upload.Id == image.Id && upload.UsedById != null)));
            Assert.Equal(saved.Done ? 0 : 1, removed);
            if (!saved.Done) Assert.IsType<ImageIsNotThere>(saved.Refusal);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_leaves_takes_the_images_along_and_had_them_in_the_copy(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (anna, ben) = (await given.PersonAsync(), await given.PersonAsync());
        await Browsing.AsAsync(site, anna);
        var (used, unused, bens) = (await site.ImageAsync(anna), await site.ImageAsync(anna, "Noch eins"), await site.ImageAsync(ben));
        Assert.True((await site.IdeaWithAsync(anna, used)).Done);

        var copy = await site.InScopeAsync(async services => await Part(services).ExportAsync(anna.Person, default));
        var images = copy.Single(section => section.Key == "images");
        Assert.Equal(["Ein Brunnen", "Noch eins"], images.Items.Select(item => item.Fields.Single(field => field.Key == "description").Value));
        Assert.All(images.Files, file => Assert.Contains("VP8 ", RiffBytes.Chunks(file.Content)));
        Assert.Equal(images.Items.Select(item => item.Fields.Single(field => field.Key == "file").Value), images.Files.Select(file => file.Name));

        await site.GoneAsync(anna, ErasureChoice.Anonymise);
        Assert.Equal([bens.Id], await site.WithDbAsync(db => db.Uploads.Select(upload => upload.Id).ToListAsync()));
        Assert.NotEqual(used.Id, unused.Id);
    }

    private static Task<int> RemoveAsync(TestSite site) => site.UseAsync<RemoveUnused, int>(remove => remove.ExecuteAsync(default));

    private static IPersonalData Part(IServiceProvider services) =>
        ((IEnumerable<IPersonalData>)services.GetService(typeof(IEnumerable<IPersonalData>))!).Single(part => part.Entities.Contains(typeof(Upload)));
}
