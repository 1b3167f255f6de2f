using System.Globalization;
using Kps.Audit;
using Kps.Contracts;

namespace Kps.Gateway.Call.Auditing;

/// <summary>What the log is told of a call, as far as the walk has come.</summary>
internal static class CallFactsOf
{
    /// <summary>Gathers the facts; works at any point of the walk.</summary>
    public static CallFacts Call(KpsCall call)
    {
        var request = call.RequestIfParsed;
        var claimant = call.ClaimantIfIdentified;
        var sent = request?.CallerHeaders;
        long? asker = long.TryParse(sent?.SorgulayanKimlikNo, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var application = Guid.TryParse(sent?.UygulamaKodu, out var code)
            ? claimant?.Registry.FindApplication(code)
            : claimant?.User?.DefaultApplication;
        return new CallFacts
        {
            IslemNo = call.IslemNo,
            ReceivedAt = call.ReceivedAt,
            Door = call.Door,
            SoapVersion = request is null ? (byte)0 : (byte)request.Version,
            Credential = claimant?.Credential ?? AuditCredential.None,
            PeerAddress = FrontDoor.PeerAddress.Of(call.Http),
            CallerAddress = call.CallerAddress,
            ClientStack = call.Http.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null,
            UserId = claimant?.User?.Id,
            InstitutionId = claimant?.Institution?.Id,
            KurumKodu = int.TryParse(sent?.KurumKodu, NumberStyles.None, CultureInfo.InvariantCulture, out var kurumKodu) ? kurumKodu : null,
            ApplicationId = application?.Id,
            AttemptedUserName = claimant is { User: null } ? claimant.UserName : null,
            Operation = request?.Operation.Operation ?? KpsOperation.None,
            Subject = request is not null && Tckn.TryCreate(request.Criteria.KimlikNo, out var subject) ? subject : null,
            Asker = asker,
            Marks = call.Marks | MarksOf(call, asker),
        };
    }

    private static AuditMarks MarksOf(KpsCall call, long? asker)
    {
        if (call.RequestIfParsed is not { } request)
        {
            return AuditMarks.None;
        }

        if (asker is null)
        {
            return AuditMarks.AskerMissing;
        }

        var marks = asker == request.Criteria.KimlikNo ? AuditMarks.AskerIsSubject : AuditMarks.None;
        var isUser = Tckn.TryParse(call.ClaimantIfIdentified?.UserName, out var user) && user.Value == asker;
        return isUser ? marks : marks | AuditMarks.AskerDiffersFromUser;
    }
}
