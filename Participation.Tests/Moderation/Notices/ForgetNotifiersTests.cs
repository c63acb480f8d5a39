using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Participation.Domain.Accounts;
using Participation.Tests.Support;
using Participation.Web.Moderation;
using Participation.Web.Moderation.Complaints;
using Participation.Web.Moderation.Notices;

namespace Participation.Tests.Moderation.Notices;

public sealed class ForgetNotifiersTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Name_and_address_are_kept_while_something_can_come_of_a_notice(string database)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(database, services: services => services.AddSingleton<TimeProvider>(clock));
        var given = new Given(site);
        var (idea, moderator) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator));
        var (settled, open, disputed) = (await site.CommentAsync(idea, await given.PersonAsync()), await site.CommentAsync(idea, await given.PersonAsync()), await site.CommentAsync(idea, await given.PersonAsync()));
        foreach (var comment in new[] { settled, open, disputed }) await site.ReportAsync(idea, comment, null);
        foreach (var comment in new[] { settled, disputed }) Assert.Null(await site.StepAsync(CaseStep.Keep, idea, comment, moderator));
        var third = await site.WithDbAsync(db => db.Notices.Where(notice => notice.Number == 3).Select(notice => notice.Id).SingleAsync());
        Assert.Null(await site.UseAsync<FileComplaint, Domain.Refusal?>(complain => complain.ByNotifierAsync(third, "Doch.", default)));

        clock.SetUtcNow(clock.GetUtcNow().AddMonths(6));
        Assert.Equal(0, await site.UseAsync<ForgetNotifiers, int>(forget => forget.ExecuteAsync(default)));
        clock.SetUtcNow(clock.GetUtcNow().AddMinutes(1));
        // The site's own round may have been faster.
        await site.UseAsync<ForgetNotifiers, int>(forget => forget.ExecuteAsync(default));
        Assert.Equal([null, "erika@example.org", "erika@example.org"], await site.WithDbAsync(db => db.Notices.OrderBy(notice => notice.Number).Select(notice => notice.Email).ToListAsync()));
    }
}
