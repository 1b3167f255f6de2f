namespace Kps.Audit;

/// <summary>
/// What a reader of the log should notice about a call, known when it was written. Stored as 32 bits in audit entries; a bit never changes its meaning.
/// </summary>
[Flags]
public enum AuditMarks
{
    /// <summary>Nothing to notice.</summary>
    None = 0,

    /// <summary>The number asked for starts with 9 and fails the checksum; it was forwarded all the same.</summary>
    ForeignNumberFailsChecksum = 1 << 0,

    /// <summary>SorgulayanKimlikNo is not the number of the authenticated user.</summary>
    AskerDiffersFromUser = 1 << 1,

    /// <summary>SorgulayanKimlikNo is the very number asked for.</summary>
    AskerIsSubject = 1 << 2,

    /// <summary>One SorgulayanKimlikNo stands on the calls of a whole institution.</summary>
    OneAskerForInstitution = 1 << 3,

    /// <summary>The application code is missing or not registered.</summary>
    ApplicationUnknown = 1 << 4,

    /// <summary>The application's registration has ended.</summary>
    ApplicationLapsed = 1 << 5,

    /// <summary>The call stated a purpose; its text is in the sealed criteria.</summary>
    PurposeGiven = 1 << 6,

    /// <summary>The call stated a protocol (başvuru) number; its text is in the sealed criteria.</summary>
    ProtocolNoGiven = 1 << 7,

    /// <summary>The call carried no SorgulayanKimlikNo.</summary>
    AskerMissing = 1 << 8,

    /// <summary>KurumKodu of the message is not the institution of the user.</summary>
    KurumKoduDiffers = 1 << 9,

    /// <summary>The answer came from the double-click cache, not from NVİ.</summary>
    FromCache = 1 << 10,

    /// <summary>The call belongs to an approved batch (TOPLU).</summary>
    Batch = 1 << 11,

    /// <summary>SorgulayanKimlikNo of the message is not the one the presented token is bound to.</summary>
    AskerDiffersFromToken = 1 << 12,
}
