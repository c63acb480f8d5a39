using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Participation.Tests.Accounts;

/// <summary>A passkey without a device: answers as a browser with an authenticator would, or lies as an attacker would.</summary>
internal sealed class SoftwareKey : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HasKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _user = "";
    private uint _count;

    /// <summary>Whose page asks, as the browser says.</summary>
    public string Origin { get; set; } = "https://localhost";

    /// <summary>Whether finger, face or PIN were right.</summary>
    public bool IsPersonVerified { get; set; } = true;

    /// <summary>Answers the question for a new passkey.</summary>
    public string Create(string options)
    {
        using var question = JsonDocument.Parse(options);
        _user = question.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var domain = question.RootElement.GetProperty("rp").GetProperty("id").GetString()!;
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(Data(domain, withKey: true))];
        return Answer(new { clientDataJSON = Encode(Client("webauthn.create", question)), attestationObject = Encode(attestation), transports = new[] { "internal" } });
    }

    /// <summary>Answers the question of a sign-in.</summary>
    public string Get(string options, string? challenge = null)
    {
        using var question = JsonDocument.Parse(options);
        var data = Data(question.RootElement.GetProperty("rpId").GetString()!, withKey: false);
        var client = Client("webauthn.get", question, challenge);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { clientDataJSON = Encode(client), authenticatorData = Encode(data), signature = Encode(signature), userHandle = _user });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(object response) => JsonSerializer.Serialize(new
    {
        id = Encode(_id), rawId = Encode(_id), type = "public-key", authenticatorAttachment = "platform", clientExtensionResults = new { }, response,
    });

    private byte[] Client(string type, JsonDocument question, string? challenge = null) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type, challenge = challenge ?? question.RootElement.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = false,
    });

    private byte[] Data(string domain, bool withKey)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        var flags = (byte)(Present | (IsPersonVerified ? Verified : 0) | (withKey ? HasKey : 0));
        byte[] data = [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), flags, .. count];
        if (!withKey) return data;
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        // COSE: elliptic curve, ES256, P-256, x, y.
        byte[] key = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
        return [.. data, .. new byte[16], 0, (byte)_id.Length, .. _id, .. key];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => bytes.Length < 256 ? [0x58, (byte)bytes.Length, .. bytes] : [0x59, (byte)(bytes.Length >> 8), (byte)bytes.Length, .. bytes];

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
