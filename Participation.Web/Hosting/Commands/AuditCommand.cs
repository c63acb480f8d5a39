using System.CommandLine;
using System.Globalization;
using Participation.Domain.Moderation;
using Participation.Web.Moderation.Audit;

namespace Participation.Web.Hosting.Commands;

/// <summary><c>audit verify</c>: whether the audit log is what was written. Exit code 0 when it is, 2 when it is not, 1 when it could not be looked at.</summary>
internal static class AuditCommand
{
    private const int Broken = 2;

    public static Command Build() => new("audit", "The log of who did what to which item.") { Verify() };

    private static Command Verify()
    {
        var known = new Option<string?>("--known") { Description = "POSITION:HASH as an earlier run printed it; finds a log that was written anew as a whole." };
        var data = CommandHost.Data();
        var command = new Command("verify", "Walks along the whole log and finds any change or gap. Ends with 0 when there is none, with 2 when there is one, with 1 when it could not look.") { known, data };
        command.SetAction(async (result, cancel) =>
        {
            var (output, noted) = (result.InvocationConfiguration, result.GetValue(known));
            if (noted is not null && Read(noted) is null)
            {
                await output.Error.WriteLineAsync($"--known {noted} is no position with its hash: write it as an earlier run printed it, as 1234:9f86d0….");
                return 1;
            }

            return await CommandHost.RunAsync(result.GetValue(data), async (services, stop) =>
            {
                var report = await services.GetRequiredService<VerifyAudit>().ExecuteAsync(noted is null ? null : Read(noted), stop);
                await (report.Broken is null ? output.Output : output.Error).WriteLineAsync(Sentence(report));
                return report.Broken is null ? 0 : Broken;
            }, cancel);
        });
        return command;
    }

    private static string Sentence(AuditReport report) => string.Create(CultureInfo.InvariantCulture, $"{report.Broken switch
    {
        null => $"The audit log is intact: {report.At.Position} entries. Note down, and keep elsewhere:\n{report.At.Position}:{report.At.Hash}",
        AuditBreak.Changed => $"BROKEN at entry {report.At.Position}: it was changed after it was written.",
        AuditBreak.Missing => $"BROKEN at entry {report.At.Position}: it is missing.",
        AuditBreak.Reordered => $"BROKEN at entry {report.At.Position}: it does not follow the one before; entries were exchanged, inserted or written anew.",
        AuditBreak.CutOff => $"BROKEN at entry {report.At.Position}: it and all later ones are missing.",
        AuditBreak.HeadChanged => $"BROKEN at the end: the head of the chain does not fit its last entry {report.At.Position}.",
        _ => $"BROKEN: the log is another one than was noted; entry {report.At.Position} had the hash {report.At.Hash}.",
    }}");

    private static AuditMark? Read(string noted) =>
        noted.Split(':') is [var position, { Length: AuditChain.HashLength } hash] && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && hash.All(char.IsAsciiHexDigit)
            ? new AuditMark(at, hash.ToLowerInvariant()) : null;
}
