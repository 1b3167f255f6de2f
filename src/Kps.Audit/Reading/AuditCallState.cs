namespace Kps.Audit.Reading;

/// <summary>What became of a call, as the rows tell it.</summary>
public enum AuditCallState
{
    /// <summary>The intent has no outcome: the process died in between, or the outcome could not be written and the answer was withheld.</summary>
    Unknown = 0,

    /// <summary>Outcome 0.</summary>
    Answered = 1,

    /// <summary>An outcome with a fault code or Kod.</summary>
    Failed = 2,

    /// <summary>Turned away; nothing was forwarded.</summary>
    Refused = 3,

    /// <summary>A token was issued; nothing was forwarded. The queries made with it name its işlem no (<see cref="AuditEntry.TokenIslemNo"/>).</summary>
    TokenIssued = 4,
}
