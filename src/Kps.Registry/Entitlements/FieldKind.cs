namespace Kps.Registry.Entitlements;

/// <summary>What a row of <c>registry.field_right</c> speaks of. Stored by number.</summary>
public enum FieldKind : short
{
    /// <summary>Fail-closed default; never stored.</summary>
    None = 0,

    /// <summary>A member of the request.</summary>
    Arguman = 1,

    /// <summary>A member of the result.</summary>
    Alan = 2,
}
