namespace Kps.Registry.Registrar;

/// <summary>What an operator must say explicitly before an unusual address range is taken (requirements D-08).</summary>
[Flags]
public enum RangeConsents
{
    /// <summary>Nothing said: ordinary ranges only.</summary>
    None = 0,

    /// <summary>The range may touch private, loopback, link-local or otherwise special addresses (KamuNet, tests).</summary>
    Private = 1,

    /// <summary>The range may be wider than an IPv4 /24 or an IPv6 /64.</summary>
    Wide = 2,

    /// <summary>The range may overlap another institution's (a shared HBYS data centre, requirements D-11).</summary>
    Overlap = 4,
}
