namespace Kps.Evidence.Stamps;

/// <summary>Why a stamp proves nothing. In the order in which it is checked; the first that holds is told.</summary>
public enum TimeStampFault
{
    /// <summary>It proves what it says.</summary>
    None = 0,

    /// <summary>It was made over other bytes.</summary>
    OtherData,

    /// <summary>It rests on a hash or signature digest that is no longer taken: only SHA-256, SHA-384 and SHA-512 are.</summary>
    WeakHash,

    /// <summary>The certificate in it is not one that may stamp: extended key usage is not critical and time-stamping alone (RFC 3161 §2.3).</summary>
    WrongPurpose,

    /// <summary>The signature does not hold, or was not made with the certificate the stamp names (RFC 5816), or that certificate was not valid at the time.</summary>
    BadSignature,

    /// <summary>At the time it names, the certificate led to none of the trusted roots.</summary>
    Untrusted,

    /// <summary>A later stamp over this one came too late: this one's certificate had expired by then, or the later one claims an earlier time.</summary>
    RenewedTooLate,
}
