using Participation.Domain;
using Participation.Domain.Uploads;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Participation.Web.Uploads.Documents;

/// <summary>
/// Whether a file is a PDF and nothing else: from its first byte to its last, readable throughout, not encrypted, without scripts, actions that start something,
/// and files inside. Names are compared as they are read, so writing <c>/#4A#53</c> for <c>/JS</c> does not help.
/// </summary>
internal static class PdfCheck
{
    private const int MaxDepth = 100;
    private const int LastBytes = 1024;

    /// <summary>Keys of dictionaries that carry a script or another file.</summary>
    private static readonly HashSet<string> ActiveKeys = new(["JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent", "RichMediaSettings"], StringComparer.Ordinal);

    /// <summary>Actions (ISO 32000-1, 12.6.4) that do more than show another place, and annotations that play something.</summary>
    private static readonly HashSet<string> ActiveKinds =
        new(["JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition", "Movie", "Sound", "RichMedia", "RichMediaExecute", "Screen", "3D", "FileAttachment", "EmbeddedFile"], StringComparer.Ordinal);

    public static Refusal? Check(byte[] file)
    {
        if (!file.AsSpan().StartsWith("%PDF-"u8) || !EndsAsPdf(file)) return new FileIsNoPdf();
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = false, MaxStackDepth = MaxDepth });
            if (document.IsEncrypted) return new PdfIsEncrypted();
            if (document.NumberOfPages == 0) return new FileIsNoPdf();
            return IsActive(document) ? new PdfIsActive() : null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The reader throws many kinds of exceptions; each of them means that this cannot be read.
            return failure.GetType().Name.Contains("Encrypt", StringComparison.Ordinal) ? new PdfIsEncrypted() : new FileIsNoPdf();
        }
    }

    /// <summary>Nothing but white space follows the last end mark.</summary>
    private static bool EndsAsPdf(ReadOnlySpan<byte> file)
    {
        var tail = file[^Math.Min(LastBytes, file.Length)..];
        var end = tail.LastIndexOf("%%EOF"u8);
        return end >= 0 && tail[(end + "%%EOF"u8.Length)..].IndexOfAnyExcept(" \r\n\t\0"u8) < 0 && tail[..end].LastIndexOf("startxref"u8) >= 0;
    }

    private static bool IsActive(PdfDocument document)
    {
        if (IsActive(document.Structure.Catalog.CatalogDictionary, 0)) return true;
        return document.Structure.CrossReferenceTable.ObjectOffsets.Keys.Any(reference => IsActive(Read(document, reference)?.Data, 0));
    }

    private static ObjectToken? Read(PdfDocument document, IndirectReference reference) => document.Structure.TokenScanner.Get(reference);

    private static bool IsActive(IToken? token, int depth) => depth > MaxDepth || token switch
    {
        DictionaryToken dictionary => dictionary.Data.Any(pair => ActiveKeys.Contains(pair.Key) || IsActiveKind(pair.Key, pair.Value) || IsActive(pair.Value, depth + 1)),
        StreamToken stream => IsActive(stream.StreamDictionary, depth + 1),
        ArrayToken array => array.Data.Any(item => IsActive(item, depth + 1)),
        ObjectToken inner => IsActive(inner.Data, depth + 1),
        _ => false,
    };

    private static bool IsActiveKind(string key, IToken value) => key is "S" or "Subtype" or "Type" && value is NameToken name && ActiveKinds.Contains(name.Data);
}
