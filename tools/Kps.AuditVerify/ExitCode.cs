namespace Kps.AuditVerify;

/// <summary>Exit codes, for scripts around the verifier.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was checked holds.</summary>
    public const int Good = 0;

    /// <summary>The evidence does not hold; the places are named.</summary>
    public const int Bad = 1;

    /// <summary>Misused, or what was given cannot be read; nothing is said about the evidence.</summary>
    public const int Unreadable = 2;
}
