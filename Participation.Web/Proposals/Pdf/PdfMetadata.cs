using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PdfSharp.Pdf;

namespace Participation.Web.Proposals.Pdf;

/// <summary>
/// Says in the file that it is PDF/UA. The library writes metadata of its own while it saves, without that and without escaping what it puts in, so
/// they are replaced as the format means it: by a newer object behind the end (ISO 32000-1, 7.5.6).
/// </summary>
internal static partial class PdfMetadata
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Ua = "http://www.aiim.org/pdfua/ns/id/";

    /// <param name="file">What the library saved.</param>
    /// <param name="document">What it was made from.</param>
    /// <param name="title">Title.</param>
    /// <param name="author">Who wrote it.</param>
    public static byte[] Replace(byte[] file, PdfDocument document, string title, string author)
    {
        var end = End().Match(Encoding.Latin1.GetString(file, Math.Max(0, file.Length - 2_000), Math.Min(2_000, file.Length)));
        if (!end.Success || document.Internals.Catalog.Elements.GetReference("/Metadata") is not { ObjectNumber: var number }) throw new InvalidOperationException("The file ends otherwise than expected.");
        using var all = new MemoryStream();
        all.Write(file);
        var at = all.Length + 1;
        var xmp = Encoding.UTF8.GetBytes(Packet(title, author, document.Info.CreationDate));
        Write(all, string.Create(CultureInfo.InvariantCulture, $"\n{number} 0 obj\n<</Type/Metadata/Subtype/XML/Length {xmp.Length}>>\nstream\n"));
        all.Write(xmp);
        Write(all, "\nendstream\nendobj\n");
        var table = all.Length;
        Write(all, string.Create(CultureInfo.InvariantCulture, $"xref\n{number} 1\n{at:0000000000} 00000 n \ntrailer\n<<{end.Groups["trailer"].Value}/Prev {end.Groups["start"].Value}>>\nstartxref\n{table}\n%%EOF\n"));
        return all.ToArray();
    }

    private static string Packet(string title, string author, DateTime made) => "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta.NamespaceName),
        new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName),
            new XElement(Rdf + "Description", new XAttribute(Rdf + "about", ""), new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName), new XAttribute(XNamespace.Xmlns + "xmp", Xmp.NamespaceName), new XAttribute(XNamespace.Xmlns + "pdfuaid", Ua.NamespaceName),
                new XElement(Ua + "part", "1"),
                new XElement(Dc + "title", new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), title))),
                new XElement(Dc + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", author))),
                new XElement(Xmp + "CreateDate", made.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))))).ToString() + "\n<?xpacket end=\"w\"?>";

    private static void Write(MemoryStream to, string text) => to.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"trailer\s*<<(?<trailer>.*)>>\s*(%[^\n]*\s*)?startxref\s*(?<start>[0-9]+)\s*%%EOF\s*\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex End();
}
