namespace Participation.Domain.Uploads;

/// <summary>No file was chosen, or an empty one.</summary>
public sealed record FileIsMissing : Refusal;

/// <summary>One file at a time.</summary>
public sealed record OneFileAtATime : Refusal;

/// <summary>The file is larger than is taken.</summary>
public sealed record FileIsTooLarge(int Megabytes) : Refusal;

/// <summary>The bytes are none of the kinds of image that are taken, whatever the file is called.</summary>
public sealed record ImageTypeNotAllowed : Refusal;

/// <summary>The image cannot be read to its end.</summary>
public sealed record ImageIsDamaged : Refusal;

/// <summary>The image has more pixels than anyone needs.</summary>
public sealed record ImageHasTooManyPixels(int Megapixels, int Side) : Refusal;

/// <summary>Reading the image takes longer than any honest one.</summary>
public sealed record ImageTakesTooLong : Refusal;

/// <summary>Nobody said what the image shows.</summary>
public sealed record AltTextIsMissing : Refusal;

/// <summary>The description is longer than fits.</summary>
public sealed record AltTextIsTooLong(int Limit) : Refusal;

/// <summary>More images in a day than anyone needs.</summary>
public sealed record TooManyUploadsToday(int Limit) : Refusal;

/// <summary>The site has no room for more.</summary>
public sealed record UploadsAreFull : Refusal;

/// <summary>Too many images are being made at this moment.</summary>
public sealed record UploadsAreBusy : Refusal;

/// <summary>More images than one text may have.</summary>
public sealed record TooManyImages(int Limit) : Refusal;

/// <summary>More images than somebody who just joined may put into one text.</summary>
public sealed record TooManyImagesAtFirst(int Limit, int Days) : Refusal;

/// <summary>An image in the text is somebody else's, stands in another text, or is not there any more.</summary>
public sealed record ImageIsNotThere : Refusal;

/// <summary>The virus scanner found something.</summary>
public sealed record FileIsInfected : Refusal;

/// <summary>The virus scanner does not answer, so nothing is taken.</summary>
public sealed record ScannerIsAway : Refusal;

/// <summary>The document has no title.</summary>
public sealed record DocumentNeedsTitle(int Limit) : Refusal;

/// <summary>The file is no PDF from its first byte to its last.</summary>
public sealed record FileIsNoPdf : Refusal;

/// <summary>The PDF is encrypted, so nobody can tell what is in it.</summary>
public sealed record PdfIsEncrypted : Refusal;

/// <summary>The PDF does something by itself, or carries other files.</summary>
public sealed record PdfIsActive : Refusal;
