using Microsoft.EntityFrameworkCore;
using Participation.Domain.Editing;
using Participation.Domain.Texts;
using Participation.Tests.Support;
using Participation.Web.Data;

namespace Participation.Tests.Texts;

/// <summary>A text of a heading and three paragraphs in a site's database.</summary>
internal sealed record GivenPassages(int Text, IReadOnlyList<int> Numbers)
{
    public const string Title = "Leitlinien";

    /// <summary>The first paragraph.</summary>
    public int First => Numbers[0];

    public static async Task<GivenPassages> InAsync(TestSite site, Publication? publication = null, string process = "smart-city")
    {
        var home = await new Given(site).ProcessAsync(process);
        return await site.WithDbAsync(async db =>
        {
            var numbers = new Queue<int>();
            for (var i = 0; i < 4; i++) numbers.Enqueue(await db.NextNumberAsync(Counter.Passages, default));
            var all = numbers.ToList();
            var plan = new TextPlan(Title, A.Text("Was meinen Sie?"), home.Id, null, null, [new(null, 1, A.Text("# Wege")), new(null, 0, A.Text("Bänke stehen im Schatten.")), new(null, 0, A.Text("Wege sind eben.")), new(null, 0, A.Text("Licht ist warm."))]);
            var text = DiscussedText.Create(DiscussedTextId.New(A.Moment), await db.NextNumberAsync(Counter.Texts, default), plan, numbers.Dequeue, null, A.Moment);
            if (publication is null) Assert.Null(text.Publish(new PublicationChange(PublicationStep.Publish), A.Moment.AddYears(-1)));
            db.DiscussedTexts.Add(text);
            await db.SaveChangesAsync();
            return new GivenPassages(text.Number, [.. all.Skip(1)]);
        });
    }

    /// <summary>Changes what stands in it.</summary>
    public Task ChangeAsync(TestSite site, Action<DiscussedText> change) => site.WithDbAsync(async db =>
    {
        change(await db.DiscussedTexts.Include(text => text.Passages).SingleAsync(text => text.Number == Text));
        return await db.SaveChangesAsync();
    });
}
