namespace Kps.Audit.Retention;

/// <summary>A month that is gone.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Rows">Rows it had.</param>
/// <param name="IslemNo">Number of the act.</param>
public sealed record DestroyedMonth(DateOnly Month, long Rows, IslemNo IslemNo);
