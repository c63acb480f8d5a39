using Microsoft.EntityFrameworkCore;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Support;
using Participation.Web.Proposals.Writing;

namespace Participation.Tests.Proposals.Writing;

/// <summary>What is written becomes part of the text once, in one order, or not at all.</summary>
public sealed class TextAuthorityTests
{
    public static TheoryData<string> All => Databases.All;

    [Theory, MemberData(nameof(All))]
    public async Task What_comes_late_is_moved_over_what_came_first(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var texts = await GivenTexts.InAsync(site);
        var (one, two) = (await texts.EditorAsync(), await texts.EditorAsync());
        Assert.Equal(1, (await one.PushAsync(0, """[[0,"Mehr Radwege"]]""")).Value);
        Assert.Equal(2, (await one.PushAsync(1, """[4,[0," sichere"],8]""")).Value);
        Assert.Equal(3, (await two.PushAsync(1, """[[4,"Bessere"],8]""")).Value);
        Assert.Equal("Bessere sichere Radwege", (await texts.NowAsync()).Text);
        Assert.Equal((3, "Bessere sichere Radwege", 0), await texts.StoredAsync());

        var missed = await site.UseAsync<PullUpdates, TextNews?>(pull => pull.ExecuteAsync(texts.Text, 1, two.Actor, default));
        Assert.Equal([(one.Client, """[4,[0," sichere"],8]"""), (two.Client, """[[4,"Bessere"],16]""")], missed!.Updates.Select(update => (update.Client, update.Changes.ToJson())));
    }

    [Theory, MemberData(nameof(All))]
    public async Task What_is_sent_again_after_a_lost_answer_is_stored_once(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var texts = await GivenTexts.InAsync(site);
        var (one, two) = (await texts.EditorAsync(), await texts.EditorAsync());
        Assert.Equal(2, (await one.PushAsync(0, """[[0,"a"]]""", """[1,[0,"b"]]""")).Value);
        Assert.Equal(3, (await two.PushAsync(2, """[[0,"vorn "],2]""")).Value);
        // The same again, with one more that was typed meanwhile.
        Assert.Equal(4, (await one.PushAsync(0, """[[0,"a"]]""", """[1,[0,"b"]]""", """[2,[0,"c"]]""")).Value);
        Assert.Equal(4, (await one.PushAsync(0, """[[0,"a"]]""", """[1,[0,"b"]]""", """[2,[0,"c"]]""")).Value);
        Assert.Equal((4, "vorn abc", 0), await texts.StoredAsync());
    }

    [Theory, MemberData(nameof(All))]
    public async Task Many_at_once_lose_nothing_and_snapshots_say_the_same_as_the_updates(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var texts = await GivenTexts.InAsync(site);
        var editors = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => texts.EditorAsync()));
        await Task.WhenAll(editors.Select(async (editor, who) =>
        {
            for (var i = 0; i < 50; i++)
            {
                var now = await texts.NowAsync();
                var changes = ChangeSet.Of(now.Text.Length, new TextEdit(0, 0, $"{who}-{i}\n")).ToJson();
                Assert.Null((await editor.PushAsync(now.Version, changes)).Refusal);
            }
        }));
        var (version, text, snapshot) = await texts.StoredAsync();
        Assert.Equal((300, 300), (version, text.TrimEnd().Split('\n').Distinct().Count()));
        Assert.InRange(snapshot, SharedText.SnapshotEvery, 300);
        Assert.Equal(text, (await texts.NowAsync()).Text);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""[[[0,"x"],3]]""")]
    [InlineData("""[[[0,"x"],99999]]""")]
    [InlineData("""[[[-4,"x"],4]]""")]
    [InlineData("""[[1,[1],2]]""")]
    [InlineData("""[[[0,"\ud83d"],4]]""")]
    [InlineData("""[[[0,"x"],4],[[0,"y"],4]]""")]
    [InlineData("""[[[0,"x"],4],["kaputt"]]""")]
    [InlineData("""[["kaputt"]]""")]
    [InlineData("null")]
    public async Task Hostile_updates_are_refused_and_change_nothing(string json)
    {
        await using var site = await TestSite.StartAsync();
        var texts = await GivenTexts.InAsync(site);
        var editor = await texts.EditorAsync();
        Assert.Equal(1, (await editor.PushAsync(0, """[[0,"a🚲b"]]""")).Value);
        Assert.NotNull((await editor.PushAsAsync(editor.Client, 1, json)).Refusal);
        Assert.Equal((1, "a🚲b", 0), await texts.StoredAsync());
        Assert.Equal(2, (await editor.PushAsync(1, """[[0,"x"],4]""")).Value);
    }

    [Fact]
    public async Task Too_many_too_long_too_new_and_in_somebody_elses_name_is_refused()
    {
        await using var site = await TestSite.StartAsync();
        var texts = await GivenTexts.InAsync(site);
        var (one, two) = (await texts.EditorAsync(), await texts.EditorAsync());
        Assert.IsType<TooManyUpdates>((await one.PushAsync(0, [.. Enumerable.Repeat("[]", PendingUpdate.MostPerPush + 1)])).Refusal);
        Assert.IsType<ChangesDoNotFit>((await one.PushAsync(1, """[[0,"x"]]""")).Refusal);
        Assert.IsType<ChangesDoNotFit>((await one.PushAsync(-1, """[[0,"x"]]""")).Refusal);
        Assert.IsType<ChangesDoNotFit>((await two.PushAsAsync(one.Client, 0, """[[[0,"x"]]]""")).Refusal);
        var half = new string('x', SharedText.MaxLength / 2);
        Assert.IsType<SharedTextTooLong>((await one.PushAsync(0, ChangeSet.Of(0, new TextEdit(0, 0, half)).ToJson(), ChangeSet.Of(half.Length, new TextEdit(0, 0, half + "x")).ToJson())).Refusal);
        Assert.Equal((0, "", 0), await texts.StoredAsync());
    }

    [Theory, MemberData(nameof(All))]
    public async Task Whoever_lost_the_right_or_finds_the_text_frozen_writes_nothing_any_more(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var texts = await GivenTexts.InAsync(site);
        var (editor, viewer, stranger) = (await texts.EditorAsync(), await texts.EditorAsync(MembershipRole.Viewer), texts.Editor(await new Given(site).PersonAsync()));
        Assert.Equal(1, (await editor.PushAsync(0, """[[0,"a"]]""")).Value);
        Assert.IsType<TextIsClosed>((await viewer.PushAsync(1, """[1,[0,"b"]]""")).Refusal);
        Assert.IsType<TextIsClosed>((await stranger.PushAsync(1, """[1,[0,"b"]]""")).Refusal);
        Assert.Null(await site.UseAsync<PullUpdates, TextNews?>(pull => pull.ExecuteAsync(texts.Text, 0, stranger.Actor, default)));

        await site.UseAsync<WritingDoor>(door => door.CloseAsync(texts.Proposal.Id, default));
        Assert.IsType<TextIsClosed>((await editor.PushAsync(1, """[1,[0,"b"]]""")).Refusal);
        await site.UseAsync<WritingDoor>(door => door.OpenAsync(texts.Proposal.Id, default));
        Assert.Equal(2, (await editor.PushAsync(1, """[1,[0,"b"]]""")).Value);

        await site.WithDbAsync(db => db.Memberships.Where(membership => membership.PersonId == editor.Actor.Person).ExecuteDeleteAsync());
        Assert.IsType<TextIsClosed>((await editor.PushAsync(2, """[2,[0,"c"]]""")).Refusal);
        Assert.Equal((2, "ab", 0), await texts.StoredAsync());
    }

    [Fact]
    public async Task Two_nodes_on_one_database_keep_one_order()
    {
        await using var first = await TestSite.StartAsync(Databases.PostgreSql);
        var connection = await first.WithDbAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        await using var second = await TestSite.StartAsync(Databases.PostgreSql, settings: settings => settings["Data:ConnectionString"] = connection);
        var texts = await GivenTexts.InAsync(first);
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => texts.EditorAsync()));
        var editors = people.Select((editor, i) => i % 2 == 0 ? editor : editor with { Site = second }).ToList();
        await Task.WhenAll(editors.Select(async (editor, who) =>
        {
            var version = 0;
            for (var i = 0; i < 40; i++)
            {
                var now = await texts.NowAsync();
                var pushed = await editor.PushAsync(now.Version, ChangeSet.Of(now.Text.Length, new TextEdit(now.Text.Length, now.Text.Length, $"{who}-{i}\n")).ToJson());
                Assert.True(pushed.Value > version, $"{pushed.Refusal}");
                version = pushed.Value;
            }
        }));
        var (total, text, _) = await texts.StoredAsync();
        Assert.Equal((240, 240), (total, text.TrimEnd().Split('\n').Distinct().Count()));
        for (var who = 0; who < 6; who++) Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{who}-{i}"), text.Split('\n').Where(line => line.StartsWith($"{who}-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_node_that_is_behind_takes_what_was_made_to_a_newer_version()
    {
        await using var first = await TestSite.StartAsync(Databases.PostgreSql);
        var connection = await first.WithDbAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        await using var second = await TestSite.StartAsync(Databases.PostgreSql, settings: settings => settings["Data:ConnectionString"] = connection);
        var texts = await GivenTexts.InAsync(first);
        var here = await texts.EditorAsync();
        var there = (await texts.EditorAsync()) with { Site = second };
        Assert.Equal(1, (await here.PushAsync(0, """[[0,"a"]]""")).Value);
        Assert.Equal(2, (await there.PushAsync(1, """[1,[0,"b"]]""")).Value);
        Assert.Equal(3, (await here.PushAsync(2, """[2,[0,"c"]]""")).Value);
        Assert.IsType<ChangesDoNotFit>((await there.PushAsync(4, """[3,[0,"d"]]""")).Refusal);
        Assert.Equal((3, "abc", 0), await texts.StoredAsync());
    }
}
