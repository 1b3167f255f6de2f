using Kps.Audit;
using Kps.Contracts;

namespace Kps.Gateway.Call.Criteria;

/// <summary>
/// What makes a number one that may be asked for. A checksum that fails is refused; but one that starts with 9 is forwarded all the same and marked, because
/// no source confirms the checksum for foreigners (design §4.7).
/// </summary>
internal static class KimlikNoRule
{
    /// <summary>Checks the number of a call.</summary>
    /// <param name="call">May be marked.</param>
    /// <param name="kimlikNo">As sent.</param>
    /// <returns>The fault, or null.</returns>
    public static CallFault? Check(KpsCall call, long kimlikNo)
    {
        if (!Tckn.TryCreate(kimlikNo, out var subject) || !subject.IsPlausible)
        {
            return new CallFault(FaultCode.InvalidNumber);
        }

        if (!subject.HasValidChecksum)
        {
            call.Marks |= AuditMarks.ForeignNumberFailsChecksum;
        }

        return null;
    }
}
