using System.Globalization;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Tokens;
using Kps.Registry.Institutions;

namespace Kps.Gateway.Call.Verifying;

/// <summary>
/// Where a token came: is it ours, in time, shown from an address of its institution, and does what it was issued on still hold? A
/// password changed since, a revocation and a görevlendirme that has ended void it at once; nothing but the signature is remembered.
/// </summary>
internal sealed class VerifyTokenStage(TokenVerifier verifier, IstanbulClock clock) : ICallStage
{
    private const int MostMinutes = 999_999;

    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken) =>
        call.Claimant.Assertion is { } assertion ? VerifyAsync(call, assertion, cancellationToken) : new((CallFault?)null);

    private async ValueTask<CallFault?> VerifyAsync(KpsCall call, byte[] assertion, CancellationToken cancellationToken)
    {
        var (flaw, claims) = await verifier.VerifyAsync(assertion, cancellationToken);
        if (claims is not null)
        {
            var registry = call.Claimant.Registry;
            if (registry.FindUser(claims.Subject.UserId) is not { } user || registry.FindInstitution(claims.Subject.InstitutionId) is not { } institution)
            {
                return new CallFault(FaultCode.TokenRevoked);
            }

            call.Token = new PresentedToken(claims, user, institution);
        }

        return flaw switch
        {
            TokenFlaw.None => Honour(call, call.Token),
            TokenFlaw.Expired => new CallFault(FaultCode.TokenExpired, Minutes(clock.UtcNow - claims!.NotOnOrAfter)),
            TokenFlaw.NotYetValid => new CallFault(FaultCode.TokenNotYetValid, Minutes(claims!.IssuedAt - clock.UtcNow)),
            TokenFlaw.WrongAudience => new CallFault(FaultCode.TokenForAnotherService),
            TokenFlaw.NoKeys => new CallFault(FaultCode.TokenKeysUnavailable),
            TokenFlaw.Busy => new CallFault(FaultCode.HashingBusy),
            _ => new CallFault(FaultCode.TokenInvalid),
        };
    }

    private CallFault? Honour(KpsCall call, PresentedToken token)
    {
        var (claims, user, institution) = token;
        if (!institution.Ranges.Contains(call.CallerAddress))
        {
            return new CallFault(FaultCode.AddressOutsideRanges);
        }

        // The state first: its text says more than that the token is void, which a change of state makes it too.
        if (AccountState.FaultOf(user, institution, IsForeign(call, institution), clock.UtcNow) is { } fault)
        {
            return fault;
        }

        if (user.PasswordVersion != claims.Subject.PasswordVersion || !user.InstitutionsOn(clock.Today).Contains(institution))
        {
            return new CallFault(FaultCode.TokenRevoked);
        }

        call.Caller = new Caller(user, institution);
        return null;
    }

    /// <summary>The message names another institution than the token was taken for.</summary>
    private static bool IsForeign(KpsCall call, RegisteredInstitution institution) =>
        call.Request.CallerHeaders.KurumKodu is { Length: > 0 } text
        && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var kurumKodu) && kurumKodu == institution.KurumKodu);

    private static string Minutes(TimeSpan time) =>
        Math.Clamp((long)Math.Ceiling(time.TotalMinutes), 0, MostMinutes).ToString(CultureInfo.InvariantCulture);
}
