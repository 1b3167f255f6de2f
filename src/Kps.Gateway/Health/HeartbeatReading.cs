namespace Kps.Gateway.Health;

/// <summary>What one beat found out.</summary>
/// <param name="ClockOffset">This machine's clock minus the database's, exact to half the time the statement took.</param>
/// <param name="PartitionMonthsAhead">Months after the present one with a partition; -1 when the present one has none.</param>
internal sealed record HeartbeatReading(TimeSpan ClockOffset, int PartitionMonthsAhead);
