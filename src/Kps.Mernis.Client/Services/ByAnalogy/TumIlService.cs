using Kps.Mernis.Transport;

namespace Kps.Mernis.Services.ByAnalogy;

/// <summary>AksOkuTumIlServis 2011/01/01, by analogy: no public WSDL; a supplied one is checked against these names and takes their place.</summary>
internal sealed class TumIlService() : SorgulaService<IReadOnlyList<Il>>(new()
{
    Service = MernisService.AksOkuTumIlServis,
    Version = "2011/01/01",
    IsByAnalogy = true,
    Item = nameof(Il),
    ItemType = typeof(Il),
})
{
    /// <summary>Most entries of a code list.</summary>
    public const int MaxCodes = 10_000;

    public static readonly TumIlService Instance = new();

    public override void WriteCriterion(RequestBuffer message, in MernisQuery<IReadOnlyList<Il>> query)
    {
        // Asked without a criterion.
    }

    public override (IReadOnlyList<Il>? Value, MernisHata? Hata) ReadAnswer(ArraySegment<byte> document, in MernisQuery<IReadOnlyList<Il>> query) =>
        SorgulaAnswer.ReadList<Il>(document, nameof(Il), MaxCodes);
}
