namespace Participation.Web.Accounts.Levels;

/// <summary>The fonts that letters and other printed files embed; the build cuts them from the site's own (Client/build.mjs), with the alphabets of Europe and its neighbours.</summary>
public sealed class LetterFonts(IWebHostEnvironment site)
{
    private readonly Lazy<byte[]> _plain = new(() => Read(site, "FiraSans-Regular.ttf"));
    private readonly Lazy<byte[]> _bold = new(() => Read(site, "FiraSans-SemiBold.ttf"));

    private readonly Lazy<byte[]> _italic = new(() => Read(site, "FiraSans-Italic.ttf"));

    public byte[] Plain => _plain.Value;

    public byte[] Bold => _bold.Value;

    public byte[] Italic => _italic.Value;

    private static byte[] Read(IWebHostEnvironment site, string name)
    {
        using var file = site.WebRootFileProvider.GetFileInfo($"built/fonts/{name}").CreateReadStream();
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
