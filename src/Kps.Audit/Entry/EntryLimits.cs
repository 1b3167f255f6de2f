using System.Text;

namespace Kps.Audit.Entry;

/// <summary>Sizes of the canonical entry. Limits may be raised later; what is written stays readable.</summary>
internal static class EntryLimits
{
    public const byte Version = 1;
    public const int SaltBytes = 16;
    public const int HashBytes = 32;
    public const int AddressBytes = 16;
    public const int ClientStackBytes = 200;
    public const int ApplicationVersionBytes = 64;
    public const int CauseBytes = 64;
    public const int FieldListBytes = 4096;
    public const int ActReasonBytes = 1000;
    public const int ActByBytes = 100;
    public const int ActTargetBytes = 64;
    public const int ActDetailBytes = 1000;
    public const int Attempts = 16;
    public const int AttemptBytes = 14;

    /// <summary>Upper bound of everything in an entry but <see cref="CallOutcome.FieldsReturned"/> and <see cref="CallOutcome.FieldsWithheld"/>.</summary>
    public const int FixedBytes = 1024;

    /// <summary>Upper bound of an entry with these field lists.</summary>
    public static int MaxBytes(string? fieldsReturned, string? fieldsWithheld) =>
        FixedBytes + FieldListBound(fieldsReturned) + FieldListBound(fieldsWithheld);

    private static int FieldListBound(string? text) =>
        text is null ? 0 : Math.Min(FieldListBytes, Encoding.UTF8.GetMaxByteCount(text.Length)) + 3;
}
