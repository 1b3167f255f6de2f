using Kps.Audit;

namespace Kps.Fuzz.Tests.House;

/// <summary>What the log was told since it was last asked.</summary>
/// <param name="Intents">Intents written.</param>
/// <param name="Ends">Outcomes and refusals written.</param>
/// <param name="Cause">Cause of the last end; null for an answer.</param>
/// <param name="Intent">The last intent.</param>
/// <param name="Issue">The last issue of a token.</param>
internal sealed record AuditTrace(int Intents, int Ends, string? Cause, CallFacts? Intent, CallFacts? Issue);
