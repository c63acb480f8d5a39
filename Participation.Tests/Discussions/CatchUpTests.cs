using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.SignalR.Client;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Tests.Support;
using Participation.Web.Discussions;
using Participation.Web.Realtime;

namespace Participation.Tests.Discussions;

/// <summary>What a client holds after an interruption equals what the server would show it, on either database.</summary>
public sealed class CatchUpTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_an_interruption_with_fifty_posts_five_edits_and_three_removals_a_client_holds_exactly_the_servers_state(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var author = await given.PersonAsync();
        var client = new Client(site, idea);
        await PostAsync(site, idea, author, "vor der Unterbrechung", null);
        await client.JoinAsync();

        for (var i = 0; i < 50; i++) await PostAsync(site, idea, author, $"Beitrag {i}", i % 3 == 2 ? i - 1 : null);
        for (var i = 2; i < 7; i++)
            Assert.Null(await site.UseAsync<EditComment, Domain.Refusal?>(edit => edit.ExecuteAsync(new CommentEdit(idea, i, $"geändert {i}", CommentLabel.None, 1), author, default)));
        foreach (var number in (int[])[3, 10, 51])
            Assert.Null(await site.UseAsync<DeleteComment, Domain.Refusal?>(delete => delete.ExecuteAsync(idea, number, author, default)));
        await client.JoinAsync();

        Assert.Equal(await client.ServerStateAsync(), client.State());
        Assert.Equal(58 + 1, client.Sequence);
    }

    [Fact]
    public async Task A_client_that_is_joined_gets_each_change_once_and_in_order()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var idea = await given.IdeaAsync();
        var author = await given.PersonAsync();
        await using var connection = await ConnectAsync(site);
        var received = System.Threading.Channels.Channel.CreateUnbounded<LiveChange>();
        connection.On<LiveChange>("Changed", change => received.Writer.TryWrite(change));
        await connection.InvokeAsync<CatchUp>("Join", $"idea:{idea}", 0L, "de");

        await PostAsync(site, idea, author, "Erster **Beitrag**", null);
        await PostAsync(site, idea, author, "Zweiter", null);

        var first = await received.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        var second = await received.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        Assert.Equal((1, 2), (first.Sequence, second.Sequence));
        Assert.Contains("<strong>Beitrag</strong>", first.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=", first.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_not_public_cannot_be_joined()
    {
        await using var site = await TestSite.StartAsync();
        await using var connection = await ConnectAsync(site);
        foreach (var channel in (string[])["idea:999", "moderation", "idea:x", "nonsense"])
            Assert.Null(await connection.InvokeAsync<CatchUp?>("Join", channel, 0L, "de"));
    }

    [Fact]
    public async Task A_number_from_the_future_means_reload()
    {
        await using var site = await TestSite.StartAsync();
        var idea = await new Given(site).IdeaAsync();
        var missed = await site.UseAsync<CatchUpQuery, CatchUp?>(query => query.ExecuteAsync($"idea:{idea}", 7, null, default));
        Assert.True(missed?.Reload);
    }

    private static async Task<HubConnection> ConnectAsync(TestSite site)
    {
        var connection = new HubConnectionBuilder().WithUrl("https://localhost/hub", options =>
        {
            options.HttpMessageHandlerFactory = _ => site.Server.CreateHandler();
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.LongPolling;
        }).Build();
        await connection.StartAsync();
        return connection;
    }

    private static async Task PostAsync(TestSite site, int idea, Actor author, string body, int? parent)
    {
        var posted = await site.UseAsync<PostComment, Web.Shared.Outcome<PostedComment>>(post =>
            post.ExecuteAsync(new CommentInput(idea, parent, CommentLabel.None, body, CommentId.New(TimeProvider.System.GetUtcNow()).Value.ToString("N")), author, default));
        Assert.True(posted.Done);
    }

    /// <summary>Applies changes as Client/thread.ts does: by number, the newest state wins.</summary>
    private sealed class Client(TestSite site, int idea)
    {
        private readonly SortedDictionary<string, (int Number, string Text)> _shown = new(StringComparer.Ordinal);

        public long Sequence { get; private set; }

        public async Task JoinAsync()
        {
            var missed = await site.UseAsync<CatchUpQuery, CatchUp?>(query => query.ExecuteAsync($"idea:{idea}", Sequence, null, default));
            Assert.NotNull(missed);
            Assert.False(missed.Reload);
            foreach (var change in missed.Changes)
            {
                if (change.Html is null) foreach (var path in _shown.Where(pair => pair.Value.Number == change.Number).Select(pair => pair.Key).ToList()) _shown.Remove(path);
                else _shown[change.Path!] = (change.Number, TextOf(change.Html));
            }

            Sequence = missed.Sequence;
        }

        public IEnumerable<string> State() => _shown.Select(pair => $"{pair.Key} {pair.Value.Number} {pair.Value.Text}");

        public async Task<IEnumerable<string>> ServerStateAsync() => await site.InScopeAsync(async services =>
        {
            var queries = (DiscussionQueries)services.GetService(typeof(DiscussionQueries))!;
            var renderer = (FragmentRenderer)services.GetService(typeof(FragmentRenderer))!;
            var subject = await queries.FindAsync(idea, default) ?? throw new InvalidOperationException();
            var shown = new List<string>();
            for (var page = 1; page <= await queries.PagesAsync(subject, default); page++)
                foreach (var thread in await queries.ThreadsAsync(subject, DiscussionSort.Oldest, page, default))
                    foreach (var comment in thread.Replies.Prepend(thread.Root))
                        shown.Add($"{comment.Path} {comment.Number} {TextOf(await renderer.RenderAsync<CommentItem>(new() { [nameof(CommentItem.Comment)] = comment }))}");
            return (IEnumerable<string>)shown.Order(StringComparer.Ordinal).ToList();
        });

        private static string TextOf(string html) => new HtmlParser().ParseDocument(html).Body!.TextContent.ReplaceLineEndings(" ").Trim();
    }
}
