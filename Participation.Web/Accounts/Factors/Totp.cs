using OtpNet;

namespace Participation.Web.Accounts.Factors;

/// <summary>Time-based one-time passwords as every authenticator app makes them: RFC 6238 with SHA-1, 30 seconds and 6 digits.</summary>
internal static class Totp
{
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private static readonly VerificationWindow OneStepEarlyOrLate = new(previous: 1, future: 1);

    /// <summary>A new secret of 160 bits in Base32, as RFC 4226 recommends.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1));

    /// <summary>The number of the time step.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step whose code this is, one step early or late allowed; null when it is none.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now) =>
        Of(secret).VerifyTotp(now.UtcDateTime, code, out var step, OneStepEarlyOrLate) ? step : null;

    /// <summary>The code of a step.</summary>
    public static string CodeAt(string secret, long step) => Of(secret).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * StepSeconds).UtcDateTime);

    /// <summary>What the QR code says.</summary>
    public static string Address(string secret, string account, string issuer) => new OtpUri(OtpType.Totp, secret, account, issuer, OtpHashMode.Sha1, Digits, StepSeconds).ToString();

    private static OtpNet.Totp Of(string secret) => new(Base32Encoding.ToBytes(secret), StepSeconds, OtpHashMode.Sha1, Digits);
}
