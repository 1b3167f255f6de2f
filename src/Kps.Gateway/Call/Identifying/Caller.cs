using Kps.Registry.Institutions;
using Kps.Registry.Users;

namespace Kps.Gateway.Call.Identifying;

/// <summary>Who the caller is, proven by password and address.</summary>
/// <param name="User">An active user.</param>
/// <param name="Institution">The institution the call is made for; active.</param>
internal sealed record Caller(RegisteredUser User, RegisteredInstitution Institution)
{
    /// <summary>Registry numbers only.</summary>
    public override string ToString() => $"user {User.Id} of {Institution.Id}";
}
