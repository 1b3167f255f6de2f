namespace Kps.Registry.Entitlements;

/// <summary>How much of an operation's answer a right covers where no row of <c>registry.field_right</c> says otherwise. Stored by number.</summary>
public enum EntitlementKapsam : short
{
    /// <summary>Fail-closed default; never stored. Gives what <see cref="Secili"/> gives.</summary>
    None = 0,

    /// <summary>Every ordinary field.</summary>
    Tum = 1,

    /// <summary>No field but those given one by one.</summary>
    Secili = 2,
}
