using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Ideas;
using Participation.Domain.Moderation.Guards;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Moderation.Guards;

namespace Participation.Tests.Moderation.Guards;

/// <summary>Limits, repetitions and links inside the use cases that all ways of writing share.</summary>
public sealed class WritingGuardTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_twenty_comments_at_once_one_passes_the_pause_and_ten_the_first_day(string database)
    {
        await using var site = await GivenGuards.StartAsync(database);
        var idea = await new Given(site).IdeaAsync();
        var hasty = await new Given(site).PersonAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => site.SayAsync(idea, hasty, $"Gedanke {i}")));
        Assert.Equal(1, outcomes.Count(outcome => outcome.Done));
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.IsType<WriteAgainIn>(outcome.Refusal));

        await site.WithoutPausesAsync();
        var newcomer = await site.NewcomerAsync();
        outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => site.SayAsync(idea, newcomer, $"Einfall {i}")));
        Assert.Equal(10, outcomes.Count(outcome => outcome.Done));
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.IsType<TooManyCommentsAtFirst>(outcome.Refusal));
        Assert.Equal(11, await site.WithDbAsync(db => db.Comments.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_twenty_ideas_at_once_a_new_person_submits_three_and_keeps_the_others_as_drafts(string database)
    {
        await using var site = await GivenGuards.StartAsync(database);
        await site.WithoutPausesAsync();
        var newcomer = await site.NewcomerAsync();
        await new Given(site).ProcessAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => site.SubmitAsync(newcomer, $"Mehr Bänke, Folge {i}")));
        Assert.Equal(3, outcomes.Count(outcome => outcome.Done));
        Assert.All(outcomes.Where(outcome => !outcome.Done), outcome => Assert.IsType<TooManyIdeasAtFirst>(outcome.Refusal));
        Assert.Equal(17, await site.WithDbAsync(db => db.Ideas.CountAsync(idea => idea.Status == IdeaStatus.Draft)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_text_is_taken_once_in_five_minutes_and_deleting_it_starts_nothing_anew(string database)
    {
        await using var site = await GivenGuards.StartAsync(database);
        await site.WithoutPausesAsync();
        var (idea, author) = (await new Given(site).IdeaAsync(), await new Given(site).PersonAsync());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.SayAsync(idea, author, "Immer **dasselbe**!")));
        Assert.Equal(1, outcomes.Count(outcome => outcome.Done));
        Assert.Null(await site.UseAsync<DeleteComment, Domain.Refusal?>(delete => delete.ExecuteAsync(idea, 1, author, default)));
        Assert.Equal(new SameTextAgain(5), (await site.SayAsync(idea, author, "immer dasselbe")).Refusal);
        Assert.True((await site.SayAsync(idea, await new Given(site).PersonAsync(), "Immer dasselbe!")).Done);
    }

    [Fact]
    public async Task The_same_form_sent_again_is_still_the_same_contribution()
    {
        await using var site = await GivenGuards.StartAsync();
        var (idea, author) = (await new Given(site).IdeaAsync(), await new Given(site).PersonAsync());
        var first = await site.SayAsync(idea, author, "Einmal gesagt", key: "ein-formular");
        var again = await site.SayAsync(idea, author, "Einmal gesagt", key: "ein-formular");
        Assert.Equal(first.Value!.Number, again.Value!.Number);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Changes_are_counted_over_everything_one_wrote(string database)
    {
        await using var site = await GivenGuards.StartAsync(database);
        await site.RulesAsync((GuardLimit.EditsPerDay, 3), (GuardLimit.PauseSeconds, 0));
        var (idea, author) = (await new Given(site).IdeaAsync(), await new Given(site).PersonAsync());
        for (var i = 1; i <= 2; i++) Assert.True((await site.SayAsync(idea, author, $"Beitrag {i}")).Done);
        Domain.Refusal?[] refusals = new Domain.Refusal?[5];
        for (var i = 0; i < refusals.Length; i++)
            refusals[i] = await site.UseAsync<EditComment, Domain.Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, 1 + (i % 2), $"geändert {i}", CommentLabel.None, 1 + (i / 2)), author, default));
        Assert.Equal([null, null, null, new TooManyEditsToday(3, 24), new TooManyEditsToday(3, 24)], refusals);
    }

    [Fact]
    public async Task New_people_set_two_links_and_others_as_many_as_they_like()
    {
        await using var site = await GivenGuards.StartAsync();
        const string Three = "Siehe https://a.example, http://b.example und www.c.example";
        var idea = await new Given(site).IdeaAsync();
        Assert.Equal(new TooManyLinks(2), (await site.SayAsync(idea, await site.NewcomerAsync(), Three)).Refusal);
        Assert.True((await site.SayAsync(idea, await site.NewcomerAsync(), "https://a.example und www.b.example")).Done);
        Assert.True((await site.SayAsync(idea, await new Given(site).PersonAsync(), Three)).Done);
    }

    [Fact]
    public async Task Links_are_counted_as_they_are_shown_however_they_are_written()
    {
        await using var site = await GivenGuards.StartAsync();
        var idea = await new Given(site).IdeaAsync();
        string[] three =
        [
            "[a](//a.example) [b](//b.example) [c](//c.example)", "[a](https&#58;//a.example) [b](https&#x3a;//b.example) [c](HTTPS&colon;//c.example)", "[a][1] [b][1] [c][1]\n\n[1]: https://a.example",
            "<https://a.example> <http://b.example> www.c.example", "![a](https://a.example/a.png) ![b](https://b.example/b.png) ![c](//c.example/c.png)",
            "x[^1] https://a.example\n\n[^1]: [b](//b.example) [c](//c.example)",
        ];
        foreach (var text in three) Assert.Equal((text, new TooManyLinks(2)), (text, (await site.SayAsync(idea, await site.NewcomerAsync(), text)).Refusal));
        string[] none = ["`https://a.example` `https://b.example`\n\n    https://c.example\n\n```\nhttps://d.example\n```", "[a](/ideen) [b](/netiquette) [c](#d) #1 #2", "https:// und noch einmal https:// und www. und www."];
        foreach (var text in none) Assert.Equal((text, null), (text, (await site.SayAsync(idea, await site.NewcomerAsync(), text)).Refusal));
    }

    [Fact]
    public async Task Links_of_an_idea_are_counted_once_and_a_title_hides_none()
    {
        await using var site = await GivenGuards.StartAsync();
        Assert.Equal(new TooManyLinks(2), (await site.SubmitAsync(await site.NewcomerAsync(), "``` Mehr Bänke am Markt", "[a](//a.example) [b](//b.example) [c](//c.example)")).Refusal);
        Assert.Equal(new TooManyLinks(2), (await site.SubmitAsync(await site.NewcomerAsync(), "Mehr auf www.a.example", "Dazu https://b.example und www.c.example")).Refusal);
        Assert.True((await site.SubmitAsync(await site.NewcomerAsync(), "Mehr Bänke am Markt", "Wie in https://a.example zu lesen ist und auch in https://b.example steht.")).Done);
    }

    [Fact]
    public async Task Staff_and_those_who_speak_for_an_organisation_are_not_guarded()
    {
        await using var site = await GivenGuards.StartAsync();
        var given = new Given(site);
        var (idea, moderator, member) = (await given.IdeaAsync(), await given.PersonAsync(Role.Moderator), await given.PersonAsync(Role.Partner));
        var organisation = await site.WithDbAsync(async db =>
        {
            var works = Organisation.Found(OrganisationId.New(A.Moment), "stadtwerke", "Stadtwerke Ratingen", "utility", null, Domain.FormattedText.Empty);
            db.Organisations.Add(works);
            db.Memberships.Add(Membership.Grant(works.Id, member.Person, MembershipRole.Editor));
            await db.SaveChangesAsync();
            return works.Id.Value;
        });
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await site.SayAsync(idea, moderator, "Bitte sachlich bleiben, Arschloch sagt man nicht.")).Value is { Held: false });
            Assert.True((await site.SayAsync(idea, member, "Das bauen wir.", organisation)).Value is { Held: false });
        }

        Assert.True((await site.SayAsync(idea, member, "Unter eigenem Namen.")).Done);
        Assert.IsType<WriteAgainIn>((await site.SayAsync(idea, member, "Und noch einmal.")).Refusal);
        Assert.Equal(1, await site.WithDbAsync(db => db.Writings.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_counted_is_forgotten_after_a_day(string database)
    {
        await using var site = await GivenGuards.StartAsync(database);
        var (idea, author) = (await new Given(site).IdeaAsync(), await new Given(site).PersonAsync());
        Assert.True((await site.SayAsync(idea, author, "Ein Gedanke")).Done);
        Assert.Equal(0, await site.UseAsync<ForgetWritings, int>(forget => forget.ExecuteAsync(default)));
        var past = TimeProvider.System.GetUtcNow().AddDays(-1);
        await site.WithDbAsync(db => db.Writings.ExecuteUpdateAsync(set => set.SetProperty(writing => writing.At, past)));
        Assert.Equal(1, await site.UseAsync<ForgetWritings, int>(forget => forget.ExecuteAsync(default)));
    }
}
