namespace Kps.Registry;

/// <summary>How a gateway node reaches and follows the registry.</summary>
public sealed class RegistryOptions
{
    /// <summary>Npgsql connection string of the role <c>kps_gateway</c>, which may read the registry and count wrong passwords.</summary>
    /// <value>None; required.</value>
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>How often the version is asked, besides LISTEN. With the load itself it must stay within the two seconds promised for a change.</summary>
    /// <value>1 s; 100 ms … 2 s.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one small statement (version, locks, counting) may take. The load of everything has ten times as long.</summary>
    /// <value>3 s; 1 … 30 s, whole seconds.</value>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Wrong passwords within <see cref="FailureWindow"/> that lock a name.</summary>
    /// <value>10; 3 … 100.</value>
    public int FailureLimit { get; set; } = 10;

    /// <summary>The window wrong passwords are counted in; it starts with the first.</summary>
    /// <value>15 minutes; 1 minute … 1 day.</value>
    public TimeSpan FailureWindow { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a lock lasts.</summary>
    /// <value>15 minutes; 1 minute … 1 day.</value>
    public TimeSpan LockDuration { get; set; } = TimeSpan.FromMinutes(15);
}
