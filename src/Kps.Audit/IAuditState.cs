namespace Kps.Audit;

/// <summary>What a health page may ask of the log.</summary>
public interface IAuditState
{
    /// <summary>True while the writer holds a connection; false means calls are being refused or will be soon.</summary>
    bool IsConnected { get; }

    /// <summary>Rows accepted and not yet committed or failed.</summary>
    int QueuedRows { get; }
}
