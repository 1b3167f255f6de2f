namespace Kps.Audit.Acts;

/// <summary>A row of an act, ready to be inserted.</summary>
/// <param name="IslemNo">Its number.</param>
/// <param name="At">Its time.</param>
/// <param name="Entry">Its canonical entry.</param>
internal readonly record struct ActRow(IslemNo IslemNo, DateTimeOffset At, byte[] Entry);
