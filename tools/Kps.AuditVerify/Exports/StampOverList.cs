using Kps.Evidence.Stamps;

namespace Kps.AuditVerify.Exports;

/// <summary>A stamp that renews others.</summary>
/// <param name="Token">The stamp.</param>
/// <param name="List">What it is over.</param>
internal sealed record StampOverList(TimeStamp Token, StampList List);
