namespace Kps.Audit;

/// <summary>The kind of credential a call carried, whether or not it was accepted. Stored in audit entries; numbers never change.</summary>
public enum AuditCredential : byte
{
    /// <summary>None was found.</summary>
    None = 0,

    /// <summary>wsse:UsernameToken with the password on the call.</summary>
    UsernameToken = 1,

    /// <summary>HTTP Basic.</summary>
    Basic = 2,

    /// <summary>A SAML assertion issued by the token door.</summary>
    SamlToken = 3,

    /// <summary>A session of the panel.</summary>
    Session = 4,
}
