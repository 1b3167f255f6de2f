using Kps.Audit;
using Kps.Contracts;
using Kps.Registry.Institutions;
using Kps.Registry.Live;
using Kps.Registry.Users;

namespace Kps.Gateway.Call.Identifying;

/// <summary>Who the caller says he is, before anything has been proven. A look-up in memory; costs no hash.</summary>
internal sealed class Claimant
{
    /// <summary>The registry as this call sees it from here to its end.</summary>
    public required RegistrySnapshot Registry { get; init; }

    /// <summary>The user name as sent; empty when a token came instead.</summary>
    public required string UserName { get; init; }

    /// <summary>The password as sent; empty when a token came instead.</summary>
    public required Secret Password { get; init; }

    /// <summary>The assertion as sent, when that is the credential: then nothing else is known until it is verified.</summary>
    public byte[]? Assertion { get; init; }

    /// <summary>How it was sent.</summary>
    public required AuditCredential Credential { get; init; }

    /// <summary>Null when the registry knows no such user.</summary>
    public required RegisteredUser? User { get; init; }

    /// <summary>The institution the call is made for, if everything claimed is true; null for an unknown user.</summary>
    public required RegisteredInstitution? Institution { get; init; }

    /// <summary>KurumKodu names an institution the user may not call for. Told only after the right password.</summary>
    public required bool ClaimsForeignInstitution { get; init; }

    /// <summary>Written by CheckAddress: the address lies in the ranges of the user's institution.</summary>
    public bool IsInsideRanges { get; set; }

    /// <summary>No content: it holds a password.</summary>
    public override string ToString() => nameof(Claimant);
}
