using System.CommandLine;
using Kps.Audit.Reading;

namespace Kps.Cli.AuditLog;

/// <summary><c>--reason</c>: why a person's data are opened; not asked for unless something else makes it necessary.</summary>
internal static class ViewReasonOption
{
    public static readonly string Missing = $"--reason en az {AuditDesk.FewestReasonLetters} harfle nedeni anlatmalı; denetim izine yazılır ve silinmez.";

    public static Option<string?> Create()
    {
        var reason = new Option<string?>("--reason") { Description = "Neden bakıldığı; denetim izine yazılır ve silinmez.", HelpName = "NEDEN" };
        reason.Validators.Add(result =>
        {
            if (!AuditDesk.IsReason(result.GetValueOrDefault<string?>()))
            {
                result.AddError(Missing);
            }
        });
        return reason;
    }
}
