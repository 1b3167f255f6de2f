namespace Kps.Audit.Retention;

/// <summary>Why the database does not do what retention asks of it (its SQLSTATE <c>KPS00</c> to <c>KPS07</c>, and a lock that was not to be had).</summary>
public enum RetentionRefusal
{
    /// <summary>It does it.</summary>
    None = 0,

    /// <summary>There is no such month, year key or hold.</summary>
    NotFound,

    /// <summary>The term has not passed.</summary>
    NotDue,

    /// <summary>A legal hold is on the month.</summary>
    OnHold,

    /// <summary>Rows wait for their seal.</summary>
    NotSealed,

    /// <summary>No outside time stamp covers the month.</summary>
    NotStamped,

    /// <summary>The act does not say what is done: somebody changed the log in between, or the clock is wrong.</summary>
    ActDiffers,

    /// <summary>Keys were made or wrapped anew in between.</summary>
    KeysChanged,

    /// <summary>The table was in use all the time.</summary>
    Busy,
}
