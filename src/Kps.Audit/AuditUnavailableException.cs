namespace Kps.Audit;

/// <summary>
/// The row is not known to be durable: the database did not confirm it in time, the queue is full, or the log is stopping. The caller must
/// withhold the query or the answer (fail closed). The row may exist all the same when the connection broke during the commit.
/// </summary>
public sealed class AuditUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed; never holds personal data.</param>
    /// <param name="innerException">The database's error, if any.</param>
    public AuditUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
