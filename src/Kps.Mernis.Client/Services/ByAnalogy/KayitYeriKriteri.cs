namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>A place in the family register, which is one person. Shows nothing as text.</summary>
public sealed class KayitYeriKriteri
{
    public required int AileSiraNo { get; init; }
    public required int BireySiraNo { get; init; }
    public required int CiltKod { get; init; }
    public required int IlceKod { get; init; }
}
