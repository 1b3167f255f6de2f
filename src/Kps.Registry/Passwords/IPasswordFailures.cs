namespace Kps.Registry.Passwords;

/// <summary>
/// Counts wrong passwords per user name across all nodes (requirements D-04): by default 10 in 15 minutes lock the name for 15 minutes, and the lock
/// ends by itself. The caller decides what counts: only calls from inside the institution's ranges, or anybody could lock a hospital out.
/// A right password needs no write.
/// </summary>
public interface IPasswordFailures
{
    /// <summary>Whether the name is locked. From memory; a lock set by another node is seen at the next poll.</summary>
    /// <param name="userName">As received, known or not.</param>
    /// <param name="now">The present.</param>
    /// <returns>True until the lock's end.</returns>
    /// <exception cref="RegistryUnavailableException">Nothing has been loaded yet.</exception>
    bool IsLocked(string userName, DateTimeOffset now);

    /// <summary>Counts one wrong password; one statement in the database. This node knows of a lock it sets at once.</summary>
    /// <param name="userName">As received; kept only as a keyed hash.</param>
    /// <param name="now">The present, in UTC.</param>
    /// <param name="cancellationToken">Do not tie it to the caller's connection: hanging up must not save a wrong guess from being counted.</param>
    /// <exception cref="RegistryUnavailableException">The failure could not be counted; the call must not go on.</exception>
    ValueTask RecordAsync(string userName, DateTimeOffset now, CancellationToken cancellationToken);
}
