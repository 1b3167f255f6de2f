namespace Kps.Bench.Database;

/// <summary>The rows of the log.</summary>
/// <param name="All">Of every kind but acts and events.</param>
/// <param name="Intents">Queries written before they left.</param>
/// <param name="Answered">Outcomes with a person's record (outcome 0).</param>
internal sealed record LogRows(long All, long Intents, long Answered);
