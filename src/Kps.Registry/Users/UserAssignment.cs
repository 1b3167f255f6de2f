namespace Kps.Registry.Users;

/// <summary>
/// A görevlendirme (requirements D-12): for some days the user also works for another institution. One row of
/// <c>registry.user_assignment</c>.
/// </summary>
public sealed class UserAssignment
{
    /// <summary>Key given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>The user.</summary>
    public required int UserId { get; set; }

    /// <summary>The other institution.</summary>
    public required int InstitutionId { get; set; }

    /// <summary>First day, in Europe/Istanbul.</summary>
    public required DateOnly FromDate { get; set; }

    /// <summary>Last day, inclusive. Ending early means moving it.</summary>
    public required DateOnly ToDate { get; set; }

    /// <summary>When the row was written.</summary>
    public required DateTimeOffset CreatedAt { get; set; }
}
