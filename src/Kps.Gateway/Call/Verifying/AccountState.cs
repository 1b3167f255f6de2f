using Kps.Registry.Institutions;
using Kps.Registry.Users;

namespace Kps.Gateway.Call.Verifying;

/// <summary>Whether an account may call now that its owner is proven, and why not: each state has its own text (design §4.8).</summary>
internal static class AccountState
{
    /// <summary>Looks at user and institution.</summary>
    /// <param name="user">The proven user.</param>
    /// <param name="institution">Whom the call is for.</param>
    /// <param name="isForeign">The call names an institution the user may not call for.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Null when the account may call.</returns>
    public static CallFault? FaultOf(RegisteredUser user, RegisteredInstitution institution, bool isForeign, DateTimeOffset now)
    {
        FaultCode? code = user.Durum switch
        {
            UserDurum.Aktif when user.PasswordExpiresAt <= now => FaultCode.PasswordExpired,
            UserDurum.Aktif when isForeign => FaultCode.ForeignInstitution,
            UserDurum.Aktif when institution.Durum != InstitutionDurum.Aktif => FaultCode.InstitutionClosed,
            UserDurum.Aktif => null,
            UserDurum.Pasif => FaultCode.UserPassive,
            UserDurum.OnayBekliyor => FaultCode.UserAwaitingApproval,
            UserDurum.Red => FaultCode.UserRejected,
            UserDurum.SuresiDoldu => FaultCode.UserExpired,
            _ => FaultCode.UnknownUser,
        };
        return code is { } found ? new CallFault(found) : null;
    }
}
