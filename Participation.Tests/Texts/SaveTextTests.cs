using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Domain;
using Participation.Domain.Accounts;
using Participation.Domain.Discussions;
using Participation.Domain.Editing;
using Participation.Domain.Notifications;
using Participation.Domain.Texts;
using Participation.Tests.Support;
using Participation.Web.Markdown;
using Participation.Web.Shared;
using Participation.Web.Texts;

namespace Participation.Tests.Texts;

/// <summary>Texts are saved, changed and struck on both databases.</summary>
public sealed class SaveTextTests
{
    private static readonly PublicationChange Publish = new(PublicationStep.Publish);
    private static readonly PublicationChange Keep = new(PublicationStep.Keep);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_text_is_changed_as_a_whole_and_its_passages_keep_their_numbers_and_comments(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var number = await SavedAsync(site, moderator, "# Eins\n\nDie Stadt baut bis 2027 Radwege an allen Schulen.\n\nWir messen die Luft.\n\nAlle Dienste sind online.");
        await CommentAsync(site, passage: 2);
        var plan = await PlanAsync(site, number, "# Eins\n\nGanz neu ist dieser Satz hier.\n\nDie Stadt baut bis 2028 Radwege an allen Schulen.\n\nAlle Dienste sind online.");
        Assert.Null((await SaveAsync(site, number, new TextOrder(plan, Keep), moderator)).Refusal);
        Assert.Equal([(1, 0, 0), (5, 1, 0), (2, 2, 1), (4, 3, 0)], await site.WithDbAsync(db => db.TextPassages.OrderBy(passage => passage.Order).Select(passage => new ValueTuple<int, int, int>(passage.Number, passage.Position, passage.CommentCount)).ToListAsync()));
        Assert.Equal(2, await site.WithDbAsync(db => db.ContentVersions.CountAsync(version => version.SubjectKind == SubjectKind.DiscussedText)));
        Assert.Equal(["text.publish", "text.change"], await site.WithDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Position).Select(entry => entry.Action).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_would_strike_what_was_discussed_is_asked_and_then_it_stays_readable(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var number = await SavedAsync(site, moderator, "Alpha eins.\n\nBeta zwei.\n\nGamma drei.");
        await CommentAsync(site, passage: 2);
        var plan = await PlanAsync(site, number, "Alpha eins.");
        Assert.Equal(new DiscussedPassagesWouldGo(1, 1), (await SaveAsync(site, number, new TextOrder(plan, Keep), moderator)).Refusal);
        Assert.Equal(new DiscussedPassagesWouldGo(1, 1), (await SaveAsync(site, number, new TextOrder(plan, Keep) { StrikesKnowingly = [3] }, moderator)).Refusal);
        Assert.Equal(3, await site.WithDbAsync(db => db.TextPassages.CountAsync(passage => passage.StruckAt == null)));
        Assert.Null((await SaveAsync(site, number, new TextOrder(plan, Keep) { StrikesKnowingly = [2] }, moderator)).Refusal);
        Assert.Equal([(1, false), (2, true)], await site.WithDbAsync(db => db.TextPassages.OrderBy(passage => passage.Number).Select(passage => new ValueTuple<int, bool>(passage.Number, passage.StruckAt != null)).ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_wrote_about_a_passage_is_told_when_it_reads_otherwise_and_not_again_before_that_was_read(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var given = new Given(site);
        var (moderator, both, one) = (await given.PersonAsync(Role.Moderator), await given.PersonAsync(), await given.PersonAsync());
        string[] whole = ["# Eins", "Die Stadt baut bis 2027 Radwege an allen Schulen.", "Wir messen die Luft.", "Alle Dienste sind online."];
        var number = await SavedAsync(site, moderator, string.Join("\n\n", whole));
        foreach (var (person, passage) in new[] { (moderator, 2), (both, 3), (both, 2), (one, 3) }) Assert.True((await PassageDiscussionTests.PostAsync(site, DiscussionKey.OfPassage(passage), $"Dazu sage ich etwas: {passage}.", person)).Done);

        await RewriteOneAsync(3, "Alle Dienste sind seit heute online.");
        Assert.Empty(await ToldAsync());
        await RewriteOneAsync(1, "Die Stadt baut bis 2028 Radwege an allen Schulen.");
        Assert.Equal([(both.Person, 2)], await ToldAsync());
        await RewriteOneAsync(1, "Die Stadt baut bis 2029 Radwege an allen Schulen.");
        Assert.Equal([(both.Person, 2)], await ToldAsync());
        await RewriteOneAsync(2, "Wir messen die Luft und den Lärm.");
        Assert.Equal(Sorted([(both.Person, 2), (one.Person, 3)]), await ToldAsync());
        var inbox = await Browsing.AsAsync(site, both);
        var entry = (await inbox.GetAsync(Links.Inbox)).QuerySelector($"main a[href='{Links.Passage(2)}']")!;
        Assert.Contains("neue Fassung", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("Weil es so ist.", entry.Closest("li")!.TextContent, StringComparison.Ordinal);

        await site.WithDbAsync(db => db.Notifications.ExecuteUpdateAsync(set => set.SetProperty(told => told.ReadAt, A.Moment)));
        whole = [.. whole[..2], whole[3]];
        Assert.Null((await SaveAsync(site, number, new TextOrder(await PlanAsync(site, number, string.Join("\n\n", whole)), Keep, ExpectedVersion: 4) { StrikesKnowingly = [3] }, moderator)).Refusal);
        Assert.Equal(Sorted([(both.Person, 2), (both.Person, 3), (one.Person, 3), (one.Person, 3)]), await ToldAsync());

        // What changes while the text is withdrawn is told when it is back.
        await site.WithDbAsync(db => db.Notifications.ExecuteUpdateAsync(set => set.SetProperty(told => told.ReadAt, A.Moment)));
        await StepAsync(new PublicationChange(PublicationStep.Withdraw, Reason: "Ein Fehler."));
        await RewriteOneAsync(1, "Die Stadt baut bis 2030 Radwege an allen Schulen.");
        Assert.Equal(4, (await ToldAsync()).Count);
        await StepAsync(Publish);
        Assert.Equal(Sorted([(both.Person, 2), (both.Person, 2), (both.Person, 3), (one.Person, 3), (one.Person, 3)]), await ToldAsync());

        async Task StepAsync(PublicationChange step)
        {
            var version = await site.WithDbAsync(db => db.DiscussedTexts.Select(stored => stored.Version).SingleAsync());
            Assert.Null((await SaveAsync(site, number, new TextOrder(await PlanAsync(site, number, string.Join("\n\n", whole)), step, ExpectedVersion: version), moderator)).Refusal);
        }

        async Task RewriteOneAsync(int part, string text)
        {
            whole[part] = text;
            await RewriteAsync(site, number, moderator, string.Join("\n\n", whole), "Weil es so ist.");
        }

        async Task<List<(PersonId, int)>> ToldAsync() => Sorted(await site.WithDbAsync(db => db.Notifications.Where(told => told.Kind == NotificationKind.TextRevised).Select(told => new ValueTuple<PersonId, int>(told.PersonId, told.IdeaNumber)).ToListAsync()));
        static List<(PersonId, int)> Sorted(IEnumerable<(PersonId Person, int Passage)> told) => [.. told.OrderBy(entry => entry.Person.Value).ThenBy(entry => entry.Passage)];
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_form_sent_twice_is_one_text(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var order = new TextOrder(await PlanAsync(site, null, "Alpha eins."), Publish, SubmissionKey: "einmal");
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SaveAsync(site, null, order, moderator)));
        Assert.All(sent, saved => Assert.Equal(1, saved.Value!.Number));
        Assert.Equal((1, 1), await site.WithDbAsync(async db => (await db.DiscussedTexts.CountAsync(), await db.AuditEntries.CountAsync())));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_who_change_the_same_one_is_told(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        var moderator = await new Given(site).PersonAsync(Role.Moderator);
        var number = await SavedAsync(site, moderator, "Alpha eins.");
        var plan = await PlanAsync(site, number, "Alpha eins.\n\nBeta zwei.");
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SaveAsync(site, number, new TextOrder(plan, Keep), moderator)));
        Assert.Single(sent, saved => saved.Done);
        Assert.All(sent.Where(saved => !saved.Done), saved => Assert.IsType<ChangedMeanwhile>(saved.Refusal));
        Assert.Equal(2, await site.WithDbAsync(db => db.TextPassages.CountAsync()));
    }

    [Fact]
    public async Task Nobody_but_the_staff_saves_and_a_process_has_to_be_there()
    {
        await using var site = await TestSite.StartAsync();
        var given = new Given(site);
        var plan = await PlanAsync(site, null, "Alpha eins.");
        Assert.IsType<NotAllowed>((await SaveAsync(site, null, new TextOrder(plan, Publish), await given.PersonAsync())).Refusal);
        Assert.IsType<TextNeedsProcess>((await SaveAsync(site, null, new TextOrder(plan with { ProcessId = Domain.Processes.ProcessId.New(A.Moment) }, Publish), await given.PersonAsync(Role.Moderator))).Refusal);
    }

    [Fact]
    public async Task What_cannot_be_discussed_is_refused_before_anything_is_saved()
    {
        await using var site = await TestSite.StartAsync();
        await new Given(site).ProcessAsync();
        Assert.IsType<TextIsTooLong>(await RefusedAsync(new string('x', DiscussedText.WholeMaxLength + 1)));
        Assert.IsType<TextIsTooIntricate>(await RefusedAsync(new string('>', 500)));
        Assert.IsType<TooManyPassages>(await RefusedAsync(string.Join("\n\n", Enumerable.Range(0, DiscussedText.MaxPassages + 1))));
        Assert.Equal(TextPassage.BodyMaxLength, Assert.IsType<PassageTooLong>(await RefusedAsync(string.Join(' ', Enumerable.Repeat("Wort", TextPassage.BodyMaxLength / 4)))).Limit);

        Task<Refusal?> RefusedAsync(string whole) => site.UseAsync<PassagePlanning, Refusal?>(async planning => (await planning.OfAsync(whole, [], default)).Refusal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Passages_and_introduction_are_rendered_anew_after_an_upgrade(string database)
    {
        await using var site = await TestSite.StartAsync(database);
        await SavedAsync(site, await new Given(site).PersonAsync(Role.Moderator), "Alpha **eins**.");
        await site.WithDbAsync(async db =>
        {
            await db.DiscussedTexts.ExecuteUpdateAsync(set => set.SetProperty(text => text.Lead.Html, "alt").SetProperty(text => text.Lead.PipelineVersion, 0));
            return await db.TextPassages.ExecuteUpdateAsync(set => set.SetProperty(passage => passage.Body.Html, "alt").SetProperty(passage => passage.Body.PipelineVersion, 0));
        });
        await site.UseAsync<RenderAnew, int?>(render => render.ExecuteAsync(default));
        Assert.Contains("<strong>eins</strong>", await site.WithDbAsync(db => db.TextPassages.Select(passage => passage.Body.Html).SingleAsync()), StringComparison.Ordinal);
        Assert.Contains("Worum", await site.WithDbAsync(db => db.DiscussedTexts.Select(text => text.Lead.Html).SingleAsync()), StringComparison.Ordinal);
    }

    /// <summary>Saves a new public text; returns its number.</summary>
    internal static async Task<int> SavedAsync(TestSite site, Actor moderator, string whole, PublicationChange? step = null, string title = "Leitlinien")
    {
        var saved = await SaveAsync(site, null, new TextOrder(await PlanAsync(site, null, whole) with { Title = title }, step ?? Publish), moderator);
        Assert.Null(saved.Refusal);
        return saved.Value!.Number;
    }

    /// <summary>Saves another wording.</summary>
    internal static async Task RewriteAsync(TestSite site, int number, Actor moderator, string whole, string? note)
    {
        var version = await site.WithDbAsync(db => db.DiscussedTexts.Where(text => text.Number == number).Select(text => text.Version).SingleAsync());
        Assert.Null((await SaveAsync(site, number, new TextOrder(await PlanAsync(site, number, whole), Keep, note, version), moderator)).Refusal);
    }

    /// <summary>Lets a passage have a comment, as far as the text knows.</summary>
    internal static Task<int> CommentAsync(TestSite site, int passage) => site.WithDbAsync(async db =>
    {
        var discussed = await db.TextPassages.SingleAsync(candidate => candidate.Number == passage);
        discussed.NextCommentNumber();
        discussed.CountComment(1, A.Moment);
        return await db.SaveChangesAsync();
    });

    private static Task<Outcome<SavedText>> SaveAsync(TestSite site, int? number, TextOrder order, Actor actor) => site.UseAsync<SaveText, Outcome<SavedText>>(save => save.ExecuteAsync(number, order, actor, default));

    private static async Task<TextPlan> PlanAsync(TestSite site, int? number, string whole)
    {
        await new Given(site).ProcessAsync();
        return await site.InScopeAsync(async services =>
        {
            var form = services.GetRequiredService<TextForm>();
            var existing = number is { } known ? await form.FindAsync($"{known}", default) : null;
            var plan = await form.PlanAsync(new TextInput { Title = "Leitlinien", Lead = "Worum es geht.", Process = "smart-city", Whole = whole }, existing, default);
            Assert.Null(plan.Refusal);
            return plan.Value!;
        });
    }
}
