using Kps.Gateway.Call;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Tokens;
using Kps.Gateway.Call.Verifying;
using Kps.Gateway.Tests.Fakes;
using Kps.Registry.Applications;
using Kps.Registry.Users;

namespace Kps.Gateway.Tests.Call.Callers;

/// <summary>Calls whose caller is proven, with the headers and the token a test wants.</summary>
internal static class TokenCalls
{
    public static RegisteredApplication Application(int id, DateOnly? bitis = null) => new()
    {
        Id = id,
        Kod = new Guid($"5a0c0de0-0000-4000-8000-{id:D12}"),
        Firma = "UYDURMA YAZILIM",
        Urun = "UYDURMA HBYS",
        Surum = "1.0",
        Nesil = default,
        Bitis = bitis,
        IsClosed = false,
    };

    public static KpsCall Proven(
        RegisteredUser user, string? sorgulayan = null, string? kurumKodu = null, string? uygulamaKodu = null, TokenSubject? token = null, params RegisteredApplication[] applications)
    {
        var registry = FakeRegistry.Of([user], applications).Current;
        var call = Calls.Parsed(callerHeaders: new CallerHeaders(sorgulayan, kurumKodu, uygulamaKodu));
        if (token is null)
        {
            call.Claimant = Calls.Claimed(registry, user).Claimant;
        }
        else
        {
            call.Claimant = new Claimant
            {
                Registry = registry,
                UserName = string.Empty,
                Password = default,
                Assertion = [],
                Credential = Kps.Audit.AuditCredential.SamlToken,
                User = null,
                Institution = null,
                ClaimsForeignInstitution = false,
            };
            var claims = new TokenClaims { AssertionId = "_", IssuedAt = Calls.Now, NotOnOrAfter = Calls.Now.AddMinutes(30), KeyId = 1, Subject = token };
            call.Token = new PresentedToken(claims, user, user.PrimaryInstitution);
        }

        call.Caller = new Caller(user, user.PrimaryInstitution);
        return call;
    }

    /// <summary>What a token of the user binds.</summary>
    public static TokenSubject Bound(RegisteredUser user, long? asker = null, int? applicationId = null) => new()
    {
        UserId = user.Id,
        PasswordVersion = user.PasswordVersion,
        InstitutionId = user.PrimaryInstitution.Id,
        ApplicationId = applicationId,
        Asker = asker,
        IssuedUnder = FakeAuditLog.Number(),
    };
}
