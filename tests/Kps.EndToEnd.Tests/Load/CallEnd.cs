namespace Kps.EndToEnd.Tests.Load;

/// <summary>How a call ended as its caller saw it, and with that how many rows it is owed.</summary>
internal enum CallEnd
{
    /// <summary>The connection broke; nobody can say what was written.</summary>
    NoAnswer,

    /// <summary>The person NVİ told of, or its own business code: intent and outcome.</summary>
    Answered,

    /// <summary>NVİ was asked, or was about to be, and gave nothing (Kod 6001–7999): intent and outcome.</summary>
    Failed,

    /// <summary>Turned away before the intent: one refusal row.</summary>
    Refused,

    /// <summary>Fault 8001: the log did not confirm, so any number of rows may stand.</summary>
    Withheld,
}
