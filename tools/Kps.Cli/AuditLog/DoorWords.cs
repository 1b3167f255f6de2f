using System.Globalization;
using Kps.Audit;

namespace Kps.Cli.AuditLog;

/// <summary>The door a call came in by, in words.</summary>
internal static class DoorWords
{
    /// <summary>The words; a door of a newer version keeps its number.</summary>
    /// <returns>Null for an unknown one.</returns>
    public static string? Of(AuditDoor door) => door switch
    {
        AuditDoor.Unknown => null,
        AuditDoor.Sts => "Sts (jeton kapısı)",
        AuditDoor.Router => "Router (sorgu kapısı)",
        AuditDoor.Portal => "Portal (panel)",
        AuditDoor.Ek => "Ek (ek sorgular kapısı)",
        _ => ((byte)door).ToString(CultureInfo.InvariantCulture),
    };
}
