using Kps.Gateway.Call.Tokens;
using Kps.Registry.Institutions;
using Kps.Registry.Users;

namespace Kps.Gateway.Call.Verifying;

/// <summary>A genuine token and those it names. That it is genuine does not yet mean that it is honoured.</summary>
/// <param name="Claims">What it says.</param>
/// <param name="User">Its user as the registry has him now.</param>
/// <param name="Institution">Its institution as the registry has it now.</param>
internal sealed record PresentedToken(TokenClaims Claims, RegisteredUser User, RegisteredInstitution Institution)
{
    /// <summary>Registry numbers only.</summary>
    public override string ToString() => Claims.ToString();
}
