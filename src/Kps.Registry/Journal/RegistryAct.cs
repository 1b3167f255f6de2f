namespace Kps.Registry.Journal;

/// <summary>What can be done to the registry. Numbers are those of the audit log (docs/reference/audit-events.md) and never change.</summary>
public enum RegistryAct : short
{
    /// <summary>No act.</summary>
    None = 0,

    /// <summary>A key that signs tokens was made.</summary>
    TokenKeyRotated = 14,

    /// <summary>A key that signs tokens was withdrawn.</summary>
    TokenKeyWithdrawn = 15,

    /// <summary>An institution was registered.</summary>
    InstitutionAdded = 100,

    /// <summary>The state of an institution changed.</summary>
    InstitutionSwitched = 101,

    /// <summary>A user was registered.</summary>
    UserAdded = 110,

    /// <summary>The state of a user changed.</summary>
    UserSwitched = 111,

    /// <summary>A user got a new password.</summary>
    PasswordSet = 112,

    /// <summary>All tokens of a user were revoked.</summary>
    TokensRevoked = 113,

    /// <summary>A user also works for another institution for some days (görevlendirme).</summary>
    UserAssigned = 114,

    /// <summary>An address range was added.</summary>
    RangeAdded = 120,

    /// <summary>An address range was closed.</summary>
    RangeDisabled = 121,

    /// <summary>An application was registered.</summary>
    ApplicationAdded = 130,

    /// <summary>The state of an application changed.</summary>
    ApplicationSwitched = 131,

    /// <summary>An institution was given a right.</summary>
    EntitlementAdded = 140,

    /// <summary>A right was taken back.</summary>
    EntitlementDisabled = 141,

    /// <summary>How much of the answer a right covers was changed.</summary>
    EntitlementScoped = 142,

    /// <summary>A field was given.</summary>
    FieldGranted = 143,

    /// <summary>A field was withheld.</summary>
    FieldWithheld = 144,

    /// <summary>What was said of a field was taken back.</summary>
    FieldRevoked = 145,
}
