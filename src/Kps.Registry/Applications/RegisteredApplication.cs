using Kps.Contracts;

namespace Kps.Registry.Applications;

/// <summary>An application as the gateway keeps it in memory. Immutable.</summary>
public sealed class RegisteredApplication
{
    /// <summary>Key in the registry.</summary>
    public required int Id { get; init; }

    /// <summary>The GUID on the wire.</summary>
    public required Guid Kod { get; init; }

    /// <summary>Vendor.</summary>
    public required string Firma { get; init; }

    /// <summary>Product.</summary>
    public required string Urun { get; init; }

    /// <summary>Version, as registered; may be empty.</summary>
    public required string Surum { get; init; }

    /// <summary>The answer shape it reads.</summary>
    public required ContractGeneration Nesil { get; init; }

    /// <summary>Last day, in Europe/Istanbul; null = no end.</summary>
    public required DateOnly? Bitis { get; init; }

    /// <summary>True once disabled.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Whether calls with this code are honoured.</summary>
    /// <param name="today">The date in Europe/Istanbul.</param>
    /// <returns>False for a disabled code and one whose last day has passed.</returns>
    public bool IsValidOn(DateOnly today) => !IsClosed && (Bitis is null || today <= Bitis);
}
