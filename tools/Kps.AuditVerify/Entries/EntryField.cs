namespace Kps.AuditVerify.Entries;

/// <summary>Tags the verifier itself looks at (audit-row-format.md).</summary>
internal static class EntryField
{
    public const byte Salt = 1;
    public const byte Kind = 2;
    public const byte IslemNo = 3;
    public const byte RecordedAt = 10;
    public const byte BodySha256 = 70;
    public const byte Act = 80;
    public const byte TreeSize = 83;
    public const byte TreeRoot = 84;
    public const byte PublishedSize = 85;
    public const byte PublishedRoot = 86;
    public const byte ActTarget = 88;
    public const byte ActRows = 91;
}
