namespace Kps.Audit;

/// <summary>What rows of kinds <see cref="AuditKind.RegistryEvent"/>, <see cref="AuditKind.PortalEvent"/> and <see cref="AuditKind.Act"/> tell of. Numbers never change.</summary>
public enum AuditAct : short
{
    /// <summary>No act.</summary>
    None = 0,

    /// <summary>After a loss the tree went on from what the database still had, under a new origin.</summary>
    TreeRebased = 1,

    /// <summary>After a restore the numbers of writing processes were moved on, beyond any that were given out before.</summary>
    PrefixesMoved = 2,

    /// <summary>A data key was made for a month or year.</summary>
    KeyMade = 10,

    /// <summary>Data keys were wrapped anew under another master key.</summary>
    KeysRewrapped = 11,

    /// <summary>The data key of a month or year was destroyed; what it sealed is gone.</summary>
    KeyDestroyed = 12,

    /// <summary>A key that signs checkpoints took over.</summary>
    SealingKeyChanged = 13,

    /// <summary>A key that signs tokens was made, or a switch was planned.</summary>
    TokenKeyRotated = 14,

    /// <summary>A key that signs tokens was withdrawn.</summary>
    TokenKeyWithdrawn = 15,

    /// <summary>A month of the log was destroyed after its term.</summary>
    MonthDestroyed = 20,

    /// <summary>A legal hold was placed on months of the log.</summary>
    HoldPlaced = 21,

    /// <summary>A legal hold was lifted.</summary>
    HoldLifted = 22,

    /// <summary>How long the log is kept was changed.</summary>
    TermChanged = 23,

    /// <summary>The log was searched.</summary>
    LogSearched = 30,

    /// <summary>Criteria and result of a call were opened.</summary>
    ResultViewed = 31,

    /// <summary>A part of the log was exported.</summary>
    LogExported = 32,

    /// <summary>A receipt for a call was made.</summary>
    ReceiptMade = 33,

    /// <summary>A node started with this configuration.</summary>
    NodeStarted = 40,

    /// <summary>The configuration of a running node changed.</summary>
    ConfigurationChanged = 41,

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
