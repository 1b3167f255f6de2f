namespace Kps.Audit.Exporting;

/// <summary>Why an export or a receipt cannot be made.</summary>
public enum ExportFault
{
    /// <summary>The log has no checkpoint yet, or none covers the call yet: wait for the seal.</summary>
    NotSealed,

    /// <summary>No row in the log has this number.</summary>
    NoSuchCall,

    /// <summary>The place to write to has something in it.</summary>
    NotEmpty,

    /// <summary>Row and tree contradict each other: the log was changed. Make an export and verify it.</summary>
    Contradiction,
}
