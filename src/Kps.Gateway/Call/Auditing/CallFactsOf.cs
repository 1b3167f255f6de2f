using System.Globalization;
using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call.Callers;

namespace Kps.Gateway.Call.Auditing;

/// <summary>What the log is told of a call, as far as the walk has come.</summary>
internal static class CallFactsOf
{
    /// <summary>Gathers the facts; works at any point of the walk.</summary>
    public static CallFacts Call(KpsCall call)
    {
        var request = call.RequestIfParsed;
        var claimant = call.ClaimantIfIdentified;
        var token = call.TokenIfGenuine;
        var sent = request?.CallerHeaders;
        var statement = CallerStatement.Of(call);
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
            UserId = token?.User.Id ?? claimant?.User?.Id,
            InstitutionId = token?.Institution.Id ?? claimant?.Institution?.Id,
            KurumKodu = int.TryParse(sent?.KurumKodu, NumberStyles.None, CultureInfo.InvariantCulture, out var kurumKodu) ? kurumKodu : null,
            ApplicationId = statement.Application?.Id,
            ApplicationVersion = statement.Application is { Surum.Length: > 0 } application ? application.Surum : null,
            AttemptedUserName = claimant is { User: null, UserName.Length: > 0 } ? claimant.UserName : null,
            TokenIslemNo = token?.Claims.Subject.IssuedUnder,
            Operation = request?.Operation.Operation ?? KpsOperation.None,
            Subject = request?.Criteria?.AskedNumber is { } number && Tckn.TryCreate(number, out var subject) ? subject : null,
            Asker = statement.Asker,
            Marks = call.Marks | statement.Marks,
        };
    }
}
