using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Validation;

namespace Participation.Web.Accounts.OpenId;

/// <summary>A key as the server uses it.</summary>
internal sealed record LiveKey(string Name, SigningCredentials Signing, EncryptingCredentials Sealing)
{
    public static LiveKey From(string name, byte[] signing, byte[] sealing)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(signing, out _);
        return new LiveKey(
            name,
            new SigningCredentials(new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: true)) { KeyId = name }, SecurityAlgorithms.RsaSha256),
            new EncryptingCredentials(new SymmetricSecurityKey(sealing) { KeyId = name }, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }
}

/// <summary>
/// The keys in memory, the one that signs first. Taking in others changes the running server: its own options are told before those
/// that validate, which copy the keys from it; the other way round the own API would refuse the first new tokens.
/// </summary>
internal sealed class KeyRing(OptionsChange<OpenIddictServerOptions> server, OptionsChange<OpenIddictValidationOptions> validation)
    : IConfigureOptions<OpenIddictServerOptions>, IPostConfigureOptions<OpenIddictServerOptions>
{
    private readonly Lock _turn = new();
    private readonly ConcurrentDictionary<string, bool> _unreadable = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<LiveKey> _keys = [];

    public IReadOnlyList<LiveKey> Keys => _keys;

    /// <summary>Whether a key that cannot be read was not complained about yet; the rotation looks every minute.</summary>
    public bool MayComplain(string name) => _unreadable.TryAdd(name, true);

    /// <summary>Uses these keys from now on.</summary>
    public void Hold(IReadOnlyList<LiveKey> keys)
    {
        lock (_turn)
        {
            if (keys.Select(key => key.Name).SequenceEqual(_keys.Select(key => key.Name))) return;
            _keys = keys;
            server.Fire();
            validation.Fire();
        }
    }

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var key in _keys)
        {
            options.SigningCredentials.Add(key.Signing);
            options.EncryptionCredentials.Add(key.Sealing);
        }
    }

    /// <summary>The server sorts its keys; raw ones are all alike to it, and the sort promises nothing about those. The first one signs.</summary>
    public void PostConfigure(string? name, OpenIddictServerOptions options)
    {
        options.SigningCredentials.Clear();
        options.EncryptionCredentials.Clear();
        Configure(options);
    }
}

/// <summary>Tells whoever reads these options that they changed.</summary>
internal sealed class OptionsChange<TOptions> : IOptionsChangeTokenSource<TOptions>, IDisposable
{
    private CancellationTokenSource _source = new();

    public string Name => Options.DefaultName;

    public Microsoft.Extensions.Primitives.IChangeToken GetChangeToken() => new Microsoft.Extensions.Primitives.CancellationChangeToken(_source.Token);

    /// <summary>Returns when every reader has taken note.</summary>
    public void Fire()
    {
        // Not disposed: whoever reads the token at this moment still may.
        var fired = Interlocked.Exchange(ref _source, new CancellationTokenSource());
        fired.Cancel();
    }

    public void Dispose() => _source.Dispose();
}
