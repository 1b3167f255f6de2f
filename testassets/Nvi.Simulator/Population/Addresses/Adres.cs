using Kps.Contracts;

namespace Nvi.Simulator.Population.Addresses;

/// <summary>An address of a person, <c>KimlikNoileKisiAdresBilgisi</c> on the wire.</summary>
public sealed record Adres
{
    /// <summary>Number of the address; one household has one.</summary>
    public required long AdresNo { get; init; }

    /// <summary>Kind.</summary>
    public required AdresTip Tip { get; init; }

    /// <summary>The address as one line.</summary>
    public required string AcikAdres { get; init; }

    /// <summary>Its parts in the country; null abroad.</summary>
    public YurtIciAdres? YurtIci { get; init; }

    /// <summary>Its parts abroad; null in the country.</summary>
    public YurtDisiAdres? YurtDisi { get; init; }

    /// <summary>Day of the move.</summary>
    public required NviTarih TasinmaTarihi { get; init; }

    /// <summary>Day the move was declared.</summary>
    public required NviTarih BeyanTarihi { get; init; }

    /// <summary>Day it was entered.</summary>
    public required NviTarih TescilTarihi { get; init; }

    /// <summary>Who declared it.</summary>
    public required Tckn BeyandaBulunanKimlikNo { get; init; }

    /// <summary>Why they moved.</summary>
    public required NviParametre TasinmaNeden { get; init; }

    /// <summary>Why, in their own words; set only where the code says nothing.</summary>
    public string? TasinmaNedenAciklama { get; init; }

    /// <summary>The kind and nothing else: an address says too much about a person to stand in a log line.</summary>
    public override string ToString() => Tip.ToString();
}
