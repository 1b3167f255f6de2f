using Npgsql;

namespace Kps.Audit.Retention;

/// <summary>The database refused; nothing was changed and no act written.</summary>
/// <param name="refusal">Why.</param>
/// <param name="message">In the database's words.</param>
/// <param name="innerException">Its error.</param>
public sealed class RetentionRefusedException(RetentionRefusal refusal, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Why.</summary>
    public RetentionRefusal Refusal { get; } = refusal;

    /// <summary>What an error of the database says about a refusal; null when it is another kind of trouble.</summary>
    internal static RetentionRefusedException? From(PostgresException error)
    {
        var refusal = error.SqlState switch
        {
            "KPS00" or "KPS07" => RetentionRefusal.NotFound,
            "KPS01" => RetentionRefusal.NotDue,
            "KPS02" => RetentionRefusal.OnHold,
            "KPS03" => RetentionRefusal.NotSealed,
            "KPS04" => RetentionRefusal.NotStamped,
            "KPS05" => RetentionRefusal.ActDiffers,
            "KPS06" => RetentionRefusal.KeysChanged,
            PostgresErrorCodes.LockNotAvailable => RetentionRefusal.Busy,
            _ => RetentionRefusal.None,
        };
        return refusal == RetentionRefusal.None ? null : new RetentionRefusedException(refusal, error.MessageText, error);
    }
}
