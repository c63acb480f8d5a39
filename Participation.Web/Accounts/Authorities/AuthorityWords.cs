using Participation.Domain.Accounts;

namespace Participation.Web.Accounts.Authorities;

/// <summary>Levels of assurance in the request's language.</summary>
internal static class AuthorityWords
{
    public static string Of(AssuranceLevel level) => level switch
    {
        AssuranceLevel.Basic => AuthoritiesTexts.LevelBasic,
        AssuranceLevel.Low => AuthoritiesTexts.LevelLow,
        AssuranceLevel.Substantial => AuthoritiesTexts.LevelSubstantial,
        AssuranceLevel.High => AuthoritiesTexts.LevelHigh,
        _ => AuthoritiesTexts.LevelNone,
    };

    /// <summary>What happened, and what to do; formatted with the authority's name.</summary>
    public static (string Title, string What, string Advice) Of(AuthorityProblem problem) => problem switch
    {
        AuthorityProblem.Cancelled => (AuthoritiesTexts.CancelledTitle, AuthoritiesTexts.CancelledWhat, AuthoritiesTexts.CancelledAdvice),
        AuthorityProblem.Unreachable => (AuthoritiesTexts.UnreachableTitle, AuthoritiesTexts.UnreachableWhat, AuthoritiesTexts.UnreachableAdvice),
        AuthorityProblem.Expired => (AuthoritiesTexts.ExpiredTitle, AuthoritiesTexts.ExpiredWhat, AuthoritiesTexts.ExpiredAdvice),
        AuthorityProblem.LevelNotMet => (AuthoritiesTexts.LevelNotMetTitle, AuthoritiesTexts.LevelNotMetWhat, AuthoritiesTexts.LevelNotMetAdvice),
        AuthorityProblem.NotAdmitted => (AuthoritiesTexts.NotAdmittedTitle, AuthoritiesTexts.NotAdmittedWhat, AuthoritiesTexts.NotAdmittedAdvice),
        AuthorityProblem.NoAccount => (AuthoritiesTexts.NoAccountTitle, AuthoritiesTexts.NoAccountWhat, AuthoritiesTexts.NoAccountAdvice),
        AuthorityProblem.Unconfirmed => (AuthoritiesTexts.UnconfirmedTitle, AuthoritiesTexts.UnconfirmedWhat, AuthoritiesTexts.UnconfirmedAdvice),
        AuthorityProblem.NotAnew => (AuthoritiesTexts.NotAnewTitle, AuthoritiesTexts.NotAnewWhat, AuthoritiesTexts.NotAnewAdvice),
        _ => (AuthoritiesTexts.InvalidTitle, AuthoritiesTexts.InvalidWhat, AuthoritiesTexts.InvalidAdvice),
    };
}
