using Kps.Evidence.Notes;

namespace Kps.Audit.Sequencing;

/// <summary>Takes each checkpoint to a place outside the database, so that a database that was set back or rewritten can be told.</summary>
public interface ICheckpointSink
{
    /// <summary>Keeps a checkpoint. Called after its commit, in order, by one caller at a time; a node that joins late begins with the newest.</summary>
    /// <param name="note">The signed checkpoint.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <exception cref="IOException">It could not be kept; the next checkpoint will be offered all the same.</exception>
    ValueTask PublishAsync(SignedNote note, CancellationToken cancellationToken);
}
