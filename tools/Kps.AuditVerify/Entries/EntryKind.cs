namespace Kps.AuditVerify.Entries;

/// <summary>Kinds of rows (audit-row-format.md, column kind).</summary>
internal enum EntryKind : byte
{
    None = 0,
    Intent = 1,
    Outcome = 2,
    Refused = 3,
    RegistryEvent = 4,
    PortalEvent = 5,
    Act = 6,
    TokenIssued = 7,
}
