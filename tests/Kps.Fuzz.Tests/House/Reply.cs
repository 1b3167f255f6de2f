namespace Kps.Fuzz.Tests.House;

/// <summary>What one input led to.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body of the answer.</param>
/// <param name="Time">From the endpoint's start to its end.</param>
/// <param name="Trace">What the log was told.</param>
/// <param name="Queries">Queries that reached NVİ.</param>
/// <param name="Asked">The number in the last of them.</param>
internal sealed record Reply(int Status, byte[] Body, TimeSpan Time, AuditTrace Trace, int Queries, long? Asked);
