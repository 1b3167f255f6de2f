using Kps.Contracts;
using Kps.Registry.Users;

namespace Kps.Registry.Registrar;

/// <summary>A user to be added. No record: its text would show the TCKN.</summary>
public sealed class NewUser
{
    /// <summary>1 … 64 characters without control characters or blanks; eleven digits must make a plausible TCKN.</summary>
    public required string UserName { get; init; }

    /// <summary>First name, 1 … 100 characters.</summary>
    public required string Ad { get; init; }

    /// <summary>Last name, 1 … 100 characters.</summary>
    public required string Soyad { get; init; }

    /// <summary>The institution the person belongs to; must be active.</summary>
    public required int KurumKodu { get; init; }

    /// <summary>Aktif when an operator vouches, OnayBekliyor for a registration.</summary>
    public required UserDurum Durum { get; init; }

    /// <summary>The application of calls that name none.</summary>
    public Guid? DefaultApplicationKod { get; init; }

    /// <summary>The password the person chose. When null and <see cref="GeneratePassword"/> is false, the user has none and cannot call.</summary>
    public Secret? Password { get; init; }

    /// <summary>Draw a password and return it once; not together with <see cref="Password"/>.</summary>
    public bool GeneratePassword { get; init; }
}
