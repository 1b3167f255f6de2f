using Kps.Audit;
using Kps.Contracts;

namespace Kps.Gateway.Call.Criteria;

/// <summary>
/// Can the number be anybody's? A checksum that fails is answered here and costs NVİ nothing; one that starts with 9 is forwarded
/// all the same and marked, because no source confirms the checksum for foreigners (design §4.7).
/// </summary>
internal sealed class CheckCriteriaStage : ICallStage
{
    /// <inheritdoc />
    public ValueTask<CallFault?> RunAsync(KpsCall call, CancellationToken cancellationToken)
    {
        if (!Tckn.TryCreate(call.Request.Criteria!.KimlikNo, out var subject) || !subject.IsPlausible)
        {
            return new(new CallFault(FaultCode.InvalidNumber));
        }

        if (!subject.HasValidChecksum)
        {
            call.Marks |= AuditMarks.ForeignNumberFailsChecksum;
        }

        call.Subject = subject;
        return new((CallFault?)null);
    }
}
