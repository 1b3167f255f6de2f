using Kps.Evidence.Notes;

namespace Kps.Audit.Anchoring;

/// <summary>Keeps checkpoints somewhere the administrators of the database have no say.</summary>
internal interface ISecondPlace
{
    /// <summary>Keeps one, and says so only when it is kept. The same one may come twice.</summary>
    /// <exception cref="IOException">It is not kept.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    Task KeepAsync(SignedNote note, CancellationToken ct);
}
