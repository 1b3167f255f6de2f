using Kps.Contracts;

namespace Kps.Registry.Applications;

/// <summary>A hospital software product registered in KTS (requirements A-13, C-22): one row of <c>registry.application</c>.</summary>
public sealed class Application
{
    /// <summary>Key given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>The GUID the software sends as <c>UygulamaKodu</c> (wire contracts a.2).</summary>
    public required Guid Kod { get; set; }

    /// <summary>Vendor, 1 … 200 characters.</summary>
    public required string Firma { get; set; }

    /// <summary>Product, 1 … 200 characters.</summary>
    public required string Urun { get; set; }

    /// <summary>Version, at most 50 characters; may be empty.</summary>
    public required string Surum { get; set; }

    /// <summary>KTS registration number, at most 50 characters; may be empty.</summary>
    public required string KtsNo { get; set; }

    /// <summary>Last day on which the code is honoured, in Europe/Istanbul; null = no end.</summary>
    public DateOnly? Bitis { get; set; }

    /// <summary>The answer shape it reads.</summary>
    public required ContractGeneration Nesil { get; set; }

    /// <summary>When the row was written.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was disabled; null while it is honoured.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
