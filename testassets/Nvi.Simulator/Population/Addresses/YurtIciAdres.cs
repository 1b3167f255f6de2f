namespace Nvi.Simulator.Population.Addresses;

/// <summary>An address in the country: the members that <c>KimlikNoileIlIlceMerkezi</c>, <c>KimlikNoileBeldeAdresi</c> and <c>KimlikNoileKoyAdresi</c> share.</summary>
public sealed record YurtIciAdres
{
    /// <summary>Province.</summary>
    public required NviParametre Il { get; init; }

    /// <summary>District.</summary>
    public required NviParametre Ilce { get; init; }

    /// <summary>Quarter, with the town or village it is part of.</summary>
    public required UavtMahalle Mahalle { get; init; }

    /// <summary>Street.</summary>
    public required UavtCsbm Csbm { get; init; }

    /// <summary>Number of the house.</summary>
    public required string DisKapiNo { get; init; }

    /// <summary>Number of the flat; null in a house of one.</summary>
    public string? IcKapiNo { get; init; }

    /// <summary>Storey; null in a house of one flat.</summary>
    public string? KatNo { get; init; }

    /// <summary>Code of the building.</summary>
    public required long BinaKodu { get; init; }

    /// <summary>Number of the building on its plot.</summary>
    public required int BinaNo { get; init; }

    /// <summary>Block of a housing estate.</summary>
    public string? BinaBlokAdi { get; init; }

    /// <summary>Housing estate.</summary>
    public string? BinaSiteAdi { get; init; }

    /// <summary>Section of the land register.</summary>
    public required string BinaAda { get; init; }

    /// <summary>Sheet of the land register.</summary>
    public required string BinaPafta { get; init; }

    /// <summary>Parcel of the land register.</summary>
    public required string BinaParsel { get; init; }

    /// <summary>Number of the flat in the land register.</summary>
    public string? TapuBagimsizBolumNo { get; init; }

    /// <summary>Storeys below the road.</summary>
    public required int YolAltiKatSayisi { get; init; }

    /// <summary>Storeys above the road.</summary>
    public required int YolUstuKatSayisi { get; init; }

    /// <summary>State of the flat.</summary>
    public required NviParametre BagimsizBolumDurum { get; init; }

    /// <summary>Kind of the flat.</summary>
    public required NviParametre BagimsizBolumTipi { get; init; }

    /// <summary>State of the building.</summary>
    public required NviParametre BinaDurum { get; init; }

    /// <summary>How the number was given.</summary>
    public required NviParametre BinaNumaratajTipi { get; init; }

    /// <summary>Kind of the building.</summary>
    public required NviParametre BinaYapiTipi { get; init; }

    /// <summary>What the building is used for.</summary>
    public required NviParametre YapiKullanimAmac { get; init; }
}
