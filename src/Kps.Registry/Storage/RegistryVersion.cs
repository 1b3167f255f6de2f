namespace Kps.Registry.Storage;

/// <summary>The one row of <c>registry.registry_version</c>, raised by triggers whenever a registry table changes.</summary>
public sealed class RegistryVersion
{
    /// <summary>Always true: there is one row.</summary>
    public bool Id { get; private set; }

    /// <summary>Grows by at least one per changing statement.</summary>
    public long Version { get; private set; }
}
