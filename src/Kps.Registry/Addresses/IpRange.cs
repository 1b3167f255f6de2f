using System.Net;

namespace Kps.Registry.Addresses;

/// <summary>An address range an institution calls from (requirements A-60): one row of <c>registry.ip_range</c>.</summary>
public sealed class IpRange
{
    /// <summary>Key given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>The institution whose range it is.</summary>
    public required int InstitutionId { get; set; }

    /// <summary>Lowest address, inclusive.</summary>
    public required IPAddress FirstAddress { get; set; }

    /// <summary>Highest address, inclusive; of the same family.</summary>
    public required IPAddress LastAddress { get; set; }

    /// <summary>What the operator typed, at most 100 characters.</summary>
    public required string WrittenAs { get; set; }

    /// <summary>Why or where, at most 500 characters; may be empty.</summary>
    public required string Note { get; set; }

    /// <summary>When the row was written.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it stopped being honoured; null while it is.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
