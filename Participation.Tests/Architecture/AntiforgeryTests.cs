using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Participation.Web.Hosting;
using Participation.Web.Shared;

namespace Participation.Tests.Architecture;

/// <summary>Which pages check the token of their form themselves, so that a long text is not lost with it.</summary>
public sealed class AntiforgeryTests
{
    [Fact]
    public void Only_pages_with_long_texts_or_posts_from_applications_check_their_token_themselves() => Assert.Equal(
        [
            "Accounts.OpenId.AuthorizeModel", "Accounts.OpenId.LogoutModel", "Accounts.Organisations.EditModel", "Council.Desk.EditAgendaModel", "Council.Desk.EditBodyModel", "Council.Desk.EditMeetingModel", "Council.Desk.EditPaperModel", "Council.Desk.EditPersonModel", "Council.Desk.EditPlaceModel", "Council.Desk.EditResolutionModel", "Council.Desk.EditTermModel", "Council.Desk.ImportedModel", "Council.Live.AskModel", "Discussions.EditModel", "Discussions.WriteModel", "Hosting.ErrorModel", "Ideas.Assisted.EnterModel", "Ideas.EditIdeaModel", "Ideas.NewModel", "Moderation.AnswerModel", "Moderation.Guards.RulesModel", "Moderation.MergeModel", "Moderation.Notices.FileModel",
            "News.Articles.EditModel", "News.TextPages.EditModel", "Outcomes.EditModel", "Processes.EditModel", "Proposals.Suggestions.PassageModel", "Proposals.Writing.WriteModel",
            "Strategy.EditModel", "Strategy.Measures.EditModel", "Strategy.Services.EditModel", "Texts.EditModel",
        ],
        Unchecked(typeof(FormGuard).Assembly.GetTypes()).Select(page => page.FullName!["Participation.Web.".Length..]).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_of_them_has_the_guard_that_does_it() =>
        Assert.Empty(Unguarded(Unchecked(typeof(FormGuard).Assembly.GetTypes())).Except([typeof(ErrorModel)]));

    [Fact]
    public void A_page_without_token_and_guard_would_be_found() =>
        Assert.Equal([typeof(CarelessModel)], Unguarded(Unchecked([typeof(CarelessModel), typeof(CarefulModel), typeof(GuardedModel)])));

    private static IEnumerable<Type> Unchecked(IEnumerable<Type> types) =>
        types.Where(type => type.IsSubclassOf(typeof(PageModel)) && type.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null);

    private static IEnumerable<Type> Unguarded(IEnumerable<Type> pages) => pages.Where(page =>
        !page.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Concat(page.GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).SelectMany(method => method.GetParameters()))
            .Any(parameter => parameter.ParameterType == typeof(FormGuard)));

    [IgnoreAntiforgeryToken]
    private sealed class CarelessModel : PageModel;

    private sealed class CarefulModel : PageModel;

    [IgnoreAntiforgeryToken]
    private sealed class GuardedModel(FormGuard guard) : PageModel
    {
        public Task<bool> OnPostAsync() => guard.IsGenuineAsync(this);
    }
}
