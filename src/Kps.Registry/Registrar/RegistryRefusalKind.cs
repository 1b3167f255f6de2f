namespace Kps.Registry.Registrar;

/// <summary>Why the Registrar did not act.</summary>
public enum RegistryRefusalKind
{
    /// <summary>A value is missing, too long or malformed.</summary>
    Invalid = 0,

    /// <summary>There is no such row.</summary>
    NotFound = 1,

    /// <summary>The key is taken, or the right or range already stands.</summary>
    AlreadyExists = 2,

    /// <summary>The row's state does not allow it: closed, deleted.</summary>
    WrongState = 3,

    /// <summary>The password breaks the policy.</summary>
    PasswordRefused = 4,

    /// <summary>The act needs what <see cref="RegistryRefusal.MissingConsents"/> or <see cref="RegistryRefusal.BreaksClients"/> says.</summary>
    ConsentNeeded = 5,
}
