namespace Kps.Registry.Live;

/// <summary>
/// The registry as a call sees it: memory only, at most two seconds behind the database while that answers. When the database is away the
/// last snapshot stays, and <see cref="ConfirmedAt"/> shows its age.
/// </summary>
public interface IRegistry
{
    /// <summary>
    /// Raised after each new snapshot, on the follower's thread: keep handlers short. An exception is logged and the other handlers still run.
    /// </summary>
    event Action<RegistrySnapshot>? Changed;

    /// <summary>The latest snapshot. Take it once per call.</summary>
    /// <exception cref="RegistryUnavailableException">Nothing has been loaded yet.</exception>
    RegistrySnapshot Current { get; }

    /// <summary>False until the first load; until then every call is refused.</summary>
    bool IsLoaded { get; }

    /// <summary>When the database last confirmed that <see cref="Current"/> is the latest version; null before the first load.</summary>
    DateTimeOffset? ConfirmedAt { get; }
}
