namespace Kps.Mernis;

/// <summary>A business answer of NVİ about the whole query, for example Kod 10 "Sorgu kriteri boş geçilemez." Always with HTTP 200.</summary>
/// <param name="Kod">Known codes: wire contracts b.6. Null when NVİ sent a text alone.</param>
/// <param name="Aciklama">Turkish text as NVİ sent it.</param>
public sealed record MernisHata(int? Kod, string? Aciklama);
