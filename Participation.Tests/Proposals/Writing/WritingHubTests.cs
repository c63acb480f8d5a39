using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Proposals.Writing;
using Participation.Tests.Support;
using Participation.Web.Accounts.Organisations;
using Participation.Web.Proposals.Writing;

namespace Participation.Tests.Proposals.Writing;

/// <summary>Who gets what over the hub, and for how long.</summary>
public sealed class WritingHubTests
{
    [Fact]
    public async Task Editors_see_each_other_and_what_is_written_and_strangers_see_nothing()
    {
        await using var site = await TestSite.ListenAsync();
        var texts = await GivenTexts.InAsync(site);
        var (one, two, stranger) = (await texts.EditorAsync(), await texts.EditorAsync(), texts.Editor(await new Given(site).PersonAsync()));
        await using var first = await OpenAsync(one);
        await using var second = await OpenAsync(two);
        await using var third = await OpenAsync(stranger);
        await using var visitor = await OpenAsync(null, site);
        Assert.NotNull(await first.JoinAsync(texts));
        Assert.NotNull(await second.JoinAsync(texts));
        Assert.Null(await third.JoinAsync(texts));
        Assert.Null(await visitor.JoinAsync(texts));

        await first.Hub.InvokeAsync("Cursor", texts.Text.Value, 0, 0, true);
        var present = await second.Here.Task.WaitAsync(Patience);
        Assert.Equal((texts.Organisation.Name, true), (present.Organisation, present.Asks));
        var answer = await first.PushAsync(texts, 0, one.Client, """[[0,"Mehr Radwege"]]""");
        Assert.Equal((1, null), (answer.Version, answer.Refusal));
        Assert.Equal("""[[0,"Mehr Radwege"]]""", Assert.Single((await second.News.Task.WaitAsync(Patience)).Updates).Changes.ToJson());
        Assert.Equal(nameof(NotAllowed), (await visitor.PushAsync(texts, 1, one.Client, """[12]""")).Refusal);
        Assert.Equal(nameof(TextIsClosed), (await third.PushAsync(texts, 1, stranger.Client, """[12]""")).Refusal);

        await first.Hub.StopAsync();
        Assert.Equal(present.Key, await second.Gone.Task.WaitAsync(Patience));
        Assert.False(third.News.Task.IsCompleted || visitor.News.Task.IsCompleted || third.Here.Task.IsCompleted);
    }

    [Fact]
    public async Task Whoever_is_no_member_any_more_is_out_with_the_next_message_and_receives_no_more()
    {
        await using var site = await TestSite.ListenAsync();
        var texts = await GivenTexts.InAsync(site);
        var (one, two) = (await texts.EditorAsync(), await texts.EditorAsync());
        await using var first = await OpenAsync(one);
        await using var second = await OpenAsync(two);
        await first.JoinAsync(texts);
        await second.JoinAsync(texts);
        await site.WithDbAsync(db => db.Memberships.Where(membership => membership.PersonId == two.Actor.Person).ExecuteDeleteAsync());
        Assert.Equal(nameof(TextIsClosed), (await second.PushAsync(texts, 0, two.Client, """[[0,"x"]]""")).Refusal);
        await site.UseAsync<WritingDoor>(door => door.RecheckAsync(default));
        Assert.Equal(texts.Text.Value, await second.Closed.Task.WaitAsync(Patience));
        Assert.Equal(1, (await first.PushAsync(texts, 0, one.Client, """[[0,"x"]]""")).Version);
        await first.News.Task.WaitAsync(Patience);
        Assert.Null(await second.Hub.InvokeAsync<TextNews?>("Pull", texts.Text.Value, 0));
        Assert.False(second.News.Task.IsCompleted);
    }

    [Fact]
    public async Task Whoever_is_removed_by_an_owner_is_put_out_at_once()
    {
        await using var site = await TestSite.ListenAsync();
        var texts = await GivenTexts.InAsync(site);
        var (owner, editor) = (await texts.EditorAsync(MembershipRole.Owner), await texts.EditorAsync());
        await using var removed = await OpenAsync(editor);
        await removed.JoinAsync(texts);
        Assert.Null(await site.UseAsync<RemoveMember, Refusal?>(remove => remove.ExecuteAsync(texts.Organisation.Slug, editor.Actor.Person, owner.Actor, default)));
        Assert.Equal(texts.Text.Value, await removed.Closed.Task.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Public_drafts_are_read_along_by_anyone_without_the_names_of_those_present()
    {
        await using var site = await TestSite.ListenAsync();
        var texts = await GivenTexts.InAsync(site, readAlong: true);
        var editor = await texts.EditorAsync();
        await using var visitor = await OpenAsync(null, site);
        await using var first = await OpenAsync(editor);
        Assert.NotNull(await visitor.JoinAsync(texts));
        await first.JoinAsync(texts);
        await first.Hub.InvokeAsync("Cursor", texts.Text.Value, 0, 0, true);
        await first.PushAsync(texts, 0, editor.Client, """[[0,"x"]]""");
        await visitor.News.Task.WaitAsync(Patience);
        Assert.False(visitor.Here.Task.IsCompleted);
    }

    [Fact]
    public async Task Too_many_messages_are_refused_and_a_page_elsewhere_gets_no_connection()
    {
        await using var site = await TestSite.ListenAsync();
        var texts = await GivenTexts.InAsync(site);
        var editor = await texts.EditorAsync();
        await using var hasty = await OpenAsync(editor);
        await hasty.JoinAsync(texts);
        var answers = await Task.WhenAll(Enumerable.Range(0, 700).Select(_ => hasty.PushAsync(texts, 5, editor.Client, """[9]""")));
        Assert.Contains(answers, answer => answer.Refusal == nameof(WritingTooFast));
        Assert.Contains(answers, answer => answer.Message!.Length > 10);
        await using var elsewhere = await OpenAsync(editor, origin: "https://boese.example");
        await Assert.ThrowsAnyAsync<Exception>(() => elsewhere.JoinAsync(texts));
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static Task<HubUser> OpenAsync(TextEditor editor, string? origin = null) => OpenAsync(editor, editor.Site, origin);

    private static async Task<HubUser> OpenAsync(TextEditor? editor, TestSite site, string? origin = null)
    {
        var (name, value) = editor is null ? ("", "") : await Browsing.CookieAsync(site, editor.Actor);
        var hub = new HubConnectionBuilder().WithUrl(site.Address + "/hub/schreiben?sprache=de", http =>
        {
            if (editor is not null) http.Headers["Cookie"] = $"{name}={value}";
            if (origin is not null) http.Headers["Origin"] = origin;
        }).Build();
        var user = new HubUser(hub);
        await hub.StartAsync();
        return user;
    }

    private sealed class HubUser : IAsyncDisposable
    {
        public HubUser(HubConnection hub)
        {
            Hub = hub;
            hub.On<TextNews>(WritingHub.News, news => News.TrySetResult(news));
            hub.On<Present>(WritingHub.Here, here => Here.TrySetResult(here));
            hub.On<Guid, string>(WritingHub.Gone, (_, key) => Gone.TrySetResult(key));
            hub.On<Guid>(WritingHub.Closed, text => Closed.TrySetResult(text));
        }

        public HubConnection Hub { get; }

        public TaskCompletionSource<TextNews> News { get; } = new();

        public TaskCompletionSource<Present> Here { get; } = new();

        public TaskCompletionSource<string> Gone { get; } = new();

        public TaskCompletionSource<Guid> Closed { get; } = new();

        public Task<TextNews?> JoinAsync(GivenTexts texts) => Hub.InvokeAsync<TextNews?>("Join", texts.Text.Value, 0);

        public Task<PushAnswer> PushAsync(GivenTexts texts, int version, string client, string changes) =>
            Hub.InvokeAsync<PushAnswer>("Push", texts.Text.Value, version, client, System.Text.Json.JsonElement.Parse($"[{changes}]"));

        public ValueTask DisposeAsync() => Hub.DisposeAsync();
    }
}
