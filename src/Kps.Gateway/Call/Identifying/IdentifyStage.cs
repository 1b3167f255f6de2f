using System.Globalization;
using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;
using Kps.Registry.Institutions;
using Kps.Registry.Live;
using Kps.Registry.Users;

namespace Kps.Gateway.Call.Identifying;

/// <summary>Does the call say who asks, in a form we take, within its time?</summary>
internal sealed class IdentifyStage(IRegistry registry, IstanbulClock clock) : ICallStage
{
    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) => new(Identify(call));

    private CallFault? Identify(KpsCall call)
    {
        var security = call.Request.Security;
        if (BasicCredential.Read(call.Http.Request.Headers.Authorization.ToString(), out var basic) is { } malformed)
        {
            return malformed;
        }

        if (security is { HasTimestamp: true } && MessageTimestamp.Check(security, clock.UtcNow) is { } late)
        {
            return late;
        }

        if (security is { Assertion: { } assertion } && call.Door != AuditDoor.Sts)
        {
            return security.HasUsernameToken || basic is not null
                ? new CallFault(FaultCode.InvalidSecurityHeader, "Assertion")
                : Present(call, assertion);
        }

        if (security is { HasUsernameToken: true })
        {
            return IdentifyByPassword(call, security, basic);
        }

        return basic is { } credential
            ? Claim(call, credential.UserName, credential.Password, AuditCredential.Basic)
            : new CallFault(FaultCode.CredentialsMissing);
    }

    private CallFault? IdentifyByPassword(KpsCall call, SecurityHeader security, BasicCredential? basic)
    {
        if (security.PasswordType is SoapNamespaces.PasswordDigest or "PasswordDigest")
        {
            return new CallFault(FaultCode.PasswordDigestUnsupported);
        }

        if (security.PasswordType is not (null or "" or SoapNamespaces.PasswordText or "PasswordText"))
        {
            return new CallFault(FaultCode.InvalidSecurityHeader, "Password");
        }

        if (string.IsNullOrEmpty(security.UserName) || security.Password is not { } password)
        {
            return new CallFault(FaultCode.InvalidSecurityHeader, "UsernameToken");
        }

        // Two credentials that disagree name two persons; the log must name one.
        if (basic is { } other && (other.UserName != security.UserName || other.Password != password))
        {
            return new CallFault(FaultCode.InvalidSecurityHeader, "Authorization");
        }

        return Claim(call, security.UserName, password, AuditCredential.UsernameToken);
    }

    /// <summary>An assertion says who its bearer is only once it is verified, which an address nobody has named is not worth.</summary>
    private CallFault? Present(KpsCall call, byte[] assertion)
    {
        call.Claimant = new Claimant
        {
            Registry = registry.Current,
            UserName = string.Empty,
            Password = default,
            Assertion = assertion,
            Credential = AuditCredential.SamlToken,
            User = null,
            Institution = null,
            ClaimsForeignInstitution = false,
        };
        return null;
    }

    private CallFault? Claim(KpsCall call, string userName, Secret password, AuditCredential credential)
    {
        var snapshot = registry.Current;
        var user = snapshot.FindUser(userName);
        var (institution, isForeign) = user is null ? (null, false) : FindInstitution(call, user);
        call.Claimant = new Claimant
        {
            Registry = snapshot,
            UserName = userName,
            Password = password,
            Credential = credential,
            User = user,
            Institution = institution,
            ClaimsForeignInstitution = isForeign,
        };
        return null;
    }

    /// <summary>
    /// KurumKodu decides where it is sent; otherwise the first institution of the user (primary first, then görevlendirme) whose ranges
    /// hold the address.
    /// </summary>
    private (RegisteredInstitution Institution, bool IsForeign) FindInstitution(KpsCall call, RegisteredUser user)
    {
        if (call.Request.CallerHeaders.KurumKodu is { Length: > 0 } text)
        {
            var named = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var kurumKodu)
                ? user.FindInstitution(kurumKodu, clock.Today)
                : null;
            return (named ?? user.PrimaryInstitution, named is null);
        }

        foreach (var institution in user.InstitutionsOn(clock.Today))
        {
            if (institution.Ranges.Contains(call.CallerAddress))
            {
                return (institution, false);
            }
        }

        return (user.PrimaryInstitution, false);
    }
}
