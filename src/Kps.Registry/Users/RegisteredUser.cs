using Kps.Registry.Applications;
using Kps.Registry.Institutions;

namespace Kps.Registry.Users;

/// <summary>
/// A user as the gateway keeps it in memory: what a call needs to know, no personal names. Immutable; deliberately no record,
/// since a printed record would show the TCKN and the hash.
/// </summary>
public sealed class RegisteredUser
{
    /// <summary>Key in the registry; stable over the life of the account, fit for audit rows and logs.</summary>
    public required int Id { get; init; }

    /// <summary>The name on the wire.</summary>
    public required string UserName { get; init; }

    /// <summary>The institution taken when the call names none.</summary>
    public required RegisteredInstitution PrimaryInstitution { get; init; }

    /// <summary>All görevlendirme rows, past and future included.</summary>
    public IReadOnlyList<RegisteredAssignment> Assignments { get; init; } = [];

    /// <summary>State of the account.</summary>
    public required UserDurum Durum { get; init; }

    /// <summary>Text for <see cref="Passwords.PasswordHash.Verify"/>; null = no password set.</summary>
    public required string? PasswordHash { get; init; }

    /// <summary>Verifiers and tokens cut under another version are void.</summary>
    public required int PasswordVersion { get; init; }

    /// <summary>When the password expires; null = never.</summary>
    public required DateTimeOffset? PasswordExpiresAt { get; init; }

    /// <summary>The application taken when the call names none; may be closed or lapsed, ask it.</summary>
    public required RegisteredApplication? DefaultApplication { get; init; }

    /// <summary>The institutions the user may call for: the primary one first, then those of a current görevlendirme.</summary>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <returns>At least the primary one; closed institutions are not left out.</returns>
    public IEnumerable<RegisteredInstitution> InstitutionsOn(DateOnly today) =>
        Assignments.Where(assignment => assignment.From <= today && today <= assignment.To)
            .Select(assignment => assignment.Institution)
            .Prepend(PrimaryInstitution)
            .Distinct();

    /// <summary>The institution of a call that names one.</summary>
    /// <param name="kurumKodu">The number the caller sent.</param>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <returns>Null when the user may not call for it on that day.</returns>
    public RegisteredInstitution? FindInstitution(int kurumKodu, DateOnly today) =>
        PrimaryInstitution.KurumKodu == kurumKodu
            ? PrimaryInstitution
            : InstitutionsOn(today).FirstOrDefault(institution => institution.KurumKodu == kurumKodu);
}
