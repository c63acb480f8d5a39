namespace Participation.Domain.Accounts;

/// <summary>The same person is confirmed in another account already.</summary>
public sealed record ConfirmedElsewhere : Refusal;

/// <summary>The person is not old enough.</summary>
public sealed record TooYoung(int MinimumAge) : Refusal;

/// <summary>The electronic identity was not checked well enough: its level has to be substantial or high.</summary>
public sealed record AssuranceTooLow : Refusal;

/// <summary>The electronic identity does not say that the person lives in the city.</summary>
public sealed record NotAResident : Refusal;

/// <summary>Neither name and birth date nor a lasting pseudonym is known: the person cannot be told from others.</summary>
public sealed record IdentityIsIncomplete : Refusal;

/// <summary>A level that is already reached needs no proof.</summary>
public sealed record AlreadyConfirmed : Refusal;

/// <summary>A letter is on its way; there is one at a time.</summary>
public sealed record LetterIsUnderway : Refusal;

/// <summary>The last letter was asked for a short while ago.</summary>
public sealed record LetterMustWait(int Days) : Refusal;

/// <summary>No letter with a code that still counts was asked for.</summary>
public sealed record NoLetterCode : Refusal;

/// <summary>The code of the letter is wrong.</summary>
public sealed record WrongLetterCode(int TriesLeft) : Refusal;

/// <summary>The code was entered wrongly too often; only a new letter helps.</summary>
public sealed record LetterCodeUsedUp : Refusal;

/// <summary>The code of the letter is too old.</summary>
public sealed record LetterCodeExpired : Refusal;

/// <summary>No account shows this code now.</summary>
public sealed record UnknownDeskCode : Refusal;

/// <summary>Staff does not confirm itself.</summary>
public sealed record OwnResidence : Refusal;

/// <summary>No letters wait.</summary>
public sealed record NoLettersWait : Refusal;

/// <summary>The batch was marked as sent; addresses and codes are gone.</summary>
public sealed record BatchIsSent : Refusal;

/// <summary>Letters go to addresses in the city only.</summary>
public sealed record AddressNotInCity : Refusal;
