using Kps.Contracts;

namespace Kps.Registry.Registrar;

/// <summary>An application to be added.</summary>
/// <param name="Firma">Vendor, 1 … 200 characters.</param>
/// <param name="Urun">Product, 1 … 200 characters.</param>
/// <param name="Surum">Version, at most 50 characters.</param>
/// <param name="KtsNo">KTS registration number, at most 50 characters.</param>
public sealed record NewApplication(string Firma, string Urun, string Surum = "", string KtsNo = "")
{
    /// <summary>The GUID the software sends; null draws one.</summary>
    public Guid? Kod { get; init; }

    /// <summary>Last day; null = no end.</summary>
    public DateOnly? Bitis { get; init; }

    /// <summary>The answer shape the software reads.</summary>
    /// <value><see cref="ContractGeneration.V2021"/>, which today's software reads.</value>
    public ContractGeneration Nesil { get; init; } = ContractGeneration.V2021;
}
