using System.Globalization;
using System.Text;

namespace Participation.Tests.Uploads;

/// <summary>PDF files object by object (ISO 32000-1, 7.5).</summary>
internal static class PdfBytes
{
    /// <summary>A page with nothing on it; words go into catalogue, page and trailer.</summary>
    public static byte[] Of(string catalogue = "", string page = "", string trailer = "", params string[] more)
    {
        string[] objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R {catalogue} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> {page} >>", .. more,
        ];
        var (text, offsets) = (new StringBuilder("%PDF-1.7\n"), new List<int>());
        for (var index = 0; index < objects.Length; index++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var start = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
