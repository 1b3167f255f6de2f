namespace Kps.Registry.Entitlements;

/// <summary>An open row of <c>registry.field_right</c> as the gateway keeps it in memory.</summary>
/// <param name="Kind">Of the request or of the result.</param>
/// <param name="Path">Member names joined by <c>/</c>.</param>
/// <param name="Izin">Given or withheld.</param>
/// <param name="Bitis">Last day, in Europe/Istanbul; null = no end.</param>
public sealed record RegisteredFieldRight(FieldKind Kind, string Path, bool Izin, DateOnly? Bitis);
