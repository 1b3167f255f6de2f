namespace Kps.Evidence.Stamps;

/// <summary>What <see cref="TimeStamp.Verify"/> found.</summary>
/// <param name="Fault"><see cref="TimeStampFault.None"/> when the stamp holds.</param>
/// <param name="Detail">For people; null when it holds.</param>
public readonly record struct TimeStampVerdict(TimeStampFault Fault, string? Detail = null)
{
    /// <summary>Whether the stamp holds.</summary>
    public bool IsValid => Fault == TimeStampFault.None;
}
