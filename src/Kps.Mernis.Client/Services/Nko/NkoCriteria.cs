namespace Kps.Mernis.Services.Nko;

/// <summary>What of an extract is asked besides the number.</summary>
internal sealed record NkoCriteria(string Tur, bool Vukuatli, bool EskiEsListele)
{
    public static NkoCriteria Of(NkoTur tur, bool vukuatli, bool eskiEsListele) =>
        new(Enum.GetName(tur) ?? throw new ArgumentOutOfRangeException(nameof(tur)), vukuatli, eskiEsListele);
}
