namespace Nvi.Simulator.Router.Bilesik;

/// <summary>What differs between the versions of BilesikKutukSorgulaKimlikNoServis (wire contracts b.6, b.8).</summary>
/// <param name="Version">As in the namespace.</param>
/// <param name="HasNewBlueCard">True since 2023/02/01: the three YeniMaviKart components.</param>
/// <param name="ArePersonPartsCommon">True before 2024/04/01: the types of DurumBilgisi, TemelBilgisi and KayitYeriBilgisi live in the common namespace.</param>
/// <param name="HasGuardian">True since 2024/04/01: VeliVasiTur and VeliVasiVar. Their types are not public; here a code and a truth value.</param>
internal sealed record BilesikVersion(string Version, bool HasNewBlueCard, bool ArePersonPartsCommon, bool HasGuardian)
{
    /// <summary>2021/04/01.</summary>
    public static BilesikVersion V2021 { get; } = new("2021/04/01", false, true, false);

    /// <summary>2023/02/01.</summary>
    public static BilesikVersion V2023 { get; } = new("2023/02/01", true, true, false);

    /// <summary>2024/04/01; no public WSDL, rebuilt from a published answer.</summary>
    public static BilesikVersion V2024 { get; } = new("2024/04/01", true, false, true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<BilesikVersion> All { get; } = [V2021, V2023, V2024];
}
