using System.Collections.Concurrent;
using Kps.Gateway.Call.Identifying;
using Kps.Registry.Passwords;
using Kps.Registry.Users;

namespace Kps.Gateway.Call.Verifying;

/// <summary>
/// Where a password came: is it the right one, from the right place, of an account that may call? Until the right password has come from inside the
/// range every refusal sounds and lasts the same (design §4.8); after that the account's state has its own text.
/// </summary>
internal sealed class VerifyPasswordStage(
    VerifierCache cache,
    HashingLane lane,
    IPasswordFailures failures,
    TimeProvider time) : ICallStage
{
    private readonly ConcurrentDictionary<string, Task<bool?>> _inFlight = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        var claimant = call.Claimant;
        if (claimant.Assertion is not null)
        {
            return null;
        }

        if (claimant is not { User: { } user, IsInsideRanges: true })
        {
            return await SpendAsync(claimant, claimant.User is null ? FaultCode.UnknownUser : FaultCode.AddressOutsideRanges);
        }

        if (failures.IsLocked(claimant.UserName, time.GetUtcNow()))
        {
            return await SpendAsync(claimant, FaultCode.NameLocked);
        }

        if (!cache.Contains(user, claimant.Password))
        {
            switch (await VerifyAsync(user, claimant))
            {
                case null:
                    return new CallFault(FaultCode.HashingBusy);
                case false:
                    await failures.RecordAsync(claimant.UserName, time.GetUtcNow(), CancellationToken.None);
                    return new CallFault(FaultCode.WrongPassword);
                default:
                    cache.Add(user, claimant.Password);
                    break;
            }
        }

        if (AccountState.FaultOf(user, claimant.Institution!, claimant.ClaimsForeignInstitution, time.GetUtcNow()) is { } fault)
        {
            return fault;
        }

        call.Caller = new Caller(user, claimant.Institution!);
        return null;
    }

    /// <summary>Spends one slow hash on a dummy, so that the caller's clock tells him no more than the text does.</summary>
    private async ValueTask<CallFault?> SpendAsync(Claimant claimant, FaultCode code) =>
        new(await lane.VerifyAsync(stored: null, claimant.Password) is null ? FaultCode.HashingBusy : code);

    /// <summary>The same password of the same user waits for one hash, however many calls bring it at once.</summary>
    private async Task<bool?> VerifyAsync(RegisteredUser user, Claimant claimant)
    {
        var key = $"{user.Id}:{user.PasswordVersion}:{Convert.ToBase64String(cache.Fingerprint(user.Id, claimant.Password))}";
        var verification = _inFlight.GetOrAdd(key, _ => lane.VerifyAsync(user.PasswordHash, claimant.Password));
        try
        {
            return await verification;
        }
        finally
        {
            _inFlight.TryRemove(new KeyValuePair<string, Task<bool?>>(key, verification));
        }
    }
}
