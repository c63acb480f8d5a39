using ArchUnitNET.Loader;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain.Discussions;
using Participation.Tests.Support;
using Participation.Web.Uploads.Documents;

namespace Participation.Tests.Uploads;

/// <summary>Rooms that put documents beside something say what of it is public.</summary>
public sealed class AttachmentHomeTests
{
    [Fact]
    public void Every_room_that_has_attachments_has_a_home_for_them()
    {
        var site = new ArchLoader().LoadAssembly(typeof(Program).Assembly).Build();
        var rooms = site.Classes.Where(type => type.Dependencies.Any(dependency => dependency.Target.FullName == typeof(Attachments).FullName)).Select(type => Room(type.FullName)).Distinct().ToList();
        var homes = typeof(Program).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IAttachmentHome))).Select(type => Room(type.FullName!)).Distinct().ToList();
        Assert.Contains("Council", rooms);
        Assert.Empty(rooms.Except(homes).Except(["Uploads", "Hosting"]).ToList());
    }

    [Fact]
    public async Task A_kind_has_one_home_and_a_kind_without_one_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        await site.InScopeAsync(async services =>
        {
            var kinds = services.GetServices<IAttachmentHome>().Select(home => home.Kind).ToList();
            Assert.Equal(kinds.Distinct().Order(), kinds.Order());
            Assert.Contains(SubjectKind.Paper, kinds);
            return await Assert.ThrowsAsync<InvalidOperationException>(() => services.GetRequiredService<Attachments>().SetAsync(new Subject(SubjectKind.Comment, Guid.Empty), [], CancellationToken.None));
        });
    }

    private static string Room(string type) => type.StartsWith("Participation.Web.", StringComparison.Ordinal) ? type.Split('.')[2] : type.Replace("AspNetCoreGeneratedDocument.", "", StringComparison.Ordinal).Split('_')[0];
}
