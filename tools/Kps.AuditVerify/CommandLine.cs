using System.CommandLine;
using Kps.AuditVerify.Exports;
using Kps.AuditVerify.Receipts;
using Kps.Evidence.Stamps;

namespace Kps.AuditVerify;

/// <summary>The commands. Neither network nor database is touched; what is trusted is given by the auditor.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">As the shell gave them.</param>
    /// <param name="output">Takes the verdict.</param>
    /// <param name="error">Takes what could not be read.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var key = new Option<string[]>("--key")
        {
            Description = "Verifier key of the log (name+id+base64), or a file that holds it; may be given again for a log whose key has changed.",
            Required = true,
        };
        var roots = new Option<string?>("--tsa-roots") { Description = "Certificates (PEM) of the time-stamping authorities that are trusted.", HelpName = "FILE" };
        var published = new Option<string?>("--published") { Description = "A copy of the published file, taken before the export was asked for.", HelpName = "FILE" };
        var directory = new Argument<string>("DIR") { Description = "The export." };
        var file = new Argument<string>("FILE") { Description = "The receipt." };

        var export = new Command("export", "Verifies an export of the log.") { directory, key, roots, published };
        export.SetAction(parsed =>
        {
            using var keys = Keys(parsed.GetValue(key)!);
            return Verdict(ExportVerification.Run(parsed.GetValue(directory)!, keys, Roots(parsed.GetValue(roots)), parsed.GetValue(published), output), output);
        });
        var receipt = new Command("receipt", "Verifies the receipt of one call.") { file, key, roots };
        receipt.SetAction(parsed =>
        {
            using var keys = Keys(parsed.GetValue(key)!);
            return Verdict(ReceiptVerification.Run(parsed.GetValue(file)!, keys, Roots(parsed.GetValue(roots)), output), output);
        });

        var parsed = new RootCommand("Verifies exports and receipts of a KpsGateway audit log. Exit codes: 0 it holds, 1 it does not, 2 it could not be read.") { export, receipt }.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                error.WriteLine(problem.Message);
            }

            return ExitCode.Unreadable;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (VerifyException e)
        {
            error.WriteLine(e.Message);
            return ExitCode.Unreadable;
        }
    }

    private static int Verdict(Findings findings, TextWriter output)
    {
        findings.Write(output);
        output.WriteLine(findings.AreNone ? "GOOD  everything that was checked holds" : "BAD   first: " + findings.Firsts[0].Text);
        return findings.AreNone ? ExitCode.Good : ExitCode.Bad;
    }

    private static TrustedKeys Keys(string[] given)
    {
        try
        {
            return new TrustedKeys([.. given.Select(one => one.Contains('+') && !File.Exists(one) ? one : File.ReadAllText(one).Trim())]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new VerifyException($"the key cannot be read: {e.Message}", e);
        }
    }

    private static TsaRoots? Roots(string? file)
    {
        try
        {
            return file is null ? null : TsaRoots.FromPem(File.ReadAllText(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new VerifyException($"{file} cannot be read: {e.Message}", e);
        }
    }
}
