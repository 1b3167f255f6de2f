using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kps.Audit;
using Kps.Fuzz.Tests.House;
using Kps.Gateway.Call;

namespace Kps.Fuzz.Tests.Judging;

/// <summary>What holds for every answer, whatever came in.</summary>
internal static class Verdict
{
    /// <summary>An answer takes two services at most.</summary>
    private const int MostQueries = 2;

    private const string YetkiListesi = "YetkiListesi";

    /// <summary>Longer than this is a hang, on a machine with other work too.</summary>
    public static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);

    private static readonly string[] Envelopes = ["http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"];

    /// <summary>What no caller may read: traces of the machinery.</summary>
    private static readonly string[] Machinery = ["Exception", "   at ", "System.", ".cs:line", "Npgsql"];

    /// <summary>The first promise broken.</summary>
    /// <returns>Null when all were kept.</returns>
    public static string? Broken(FuzzInput input, Reply reply)
    {
        if (OfAnswer(reply.Status, reply.Body) is { } broken)
        {
            return broken;
        }

        if (reply.Trace.Ends != 1)
        {
            return $"{reply.Trace.Ends} rows for the call's end";
        }

        if (reply.Trace.Cause is nameof(FaultCode.Internal) or nameof(FaultCode.None) or nameof(FaultCode.AuditUnavailable))
        {
            return $"ended in {reply.Trace.Cause}";
        }

        return OfQuestion(input, reply);
    }

    /// <summary>As far as it can be judged from the answer alone.</summary>
    public static string? OfAnswer(int status, byte[] body)
    {
        if (status is not (200 or 401 or 500))
        {
            return $"status {status}";
        }

        var text = Encoding.UTF8.GetString(body);
        if (Machinery.FirstOrDefault(word => text.Contains(word, StringComparison.Ordinal)) is { } word)
        {
            return $"the answer contains '{word}'";
        }

        try
        {
            var root = XDocument.Parse(text).Root!;
            var isFault = root.Descendants(root.Name.Namespace + "Fault").Any();
            return root.Name.LocalName != "Envelope" || !Envelopes.Contains(root.Name.NamespaceName) ? $"the answer is a {root.Name}"
                : isFault == (status == 200) ? $"status {status} for {(isFault ? "a fault" : "an answer")}"
                : null;
        }
        catch (XmlException e)
        {
            return $"the answer is not XML: {e.Message}";
        }
    }

    private static string? OfQuestion(FuzzInput input, Reply reply)
    {
        if (reply.Queries > reply.Trace.Intents * MostQueries || reply.Trace.Intents > 1)
        {
            return $"{reply.Queries} queries behind {reply.Trace.Intents} intents";
        }

        if (input.Door == AuditDoor.Sts)
        {
            return OfToken(input, reply);
        }

        if (reply.Trace is { Issue: not null })
        {
            return "a token at the query door";
        }

        if (reply.Queries == 0)
        {
            return reply.Trace is { Cause: null } && IndependentReading.Operation(input) != YetkiListesi ? "an answer nobody asked NVİ for" : null;
        }

        if (reply.Trace.Intent is { Credential: AuditCredential.SamlToken } shown && shown.UserId != IndependentReading.TokenUser(input))
        {
            return "asked on a token that is not genuine, or in another name than the token's";
        }

        var meant = IndependentReading.KimlikNo(input);
        return reply.Asked != meant ? "NVİ was asked for another number than the request says"
            : reply.Trace.Intent!.Subject?.Value != meant ? "the log names another person than the request"
            : reply.Trace.Cause is null && !IsVerification(input) && !Encoding.UTF8.GetString(reply.Body).Contains($">{meant}<", StringComparison.Ordinal) ? "the answer is not about the person asked for"
            : null;
    }

    /// <summary>These say yes or no, and of nobody what.</summary>
    private static bool IsVerification(FuzzInput input) => IndependentReading.Operation(input)?.EndsWith("Dogrula", StringComparison.Ordinal) == true;

    private static string? OfToken(FuzzInput input, Reply reply)
    {
        var isToken = Encoding.UTF8.GetString(reply.Body).Contains("RequestedSecurityToken>", StringComparison.Ordinal);
        return reply.Trace.Intents > 0 || reply.Queries > 0 ? "a query at the token door"
            : isToken != (reply.Trace.Issue is not null) ? "a token without its row, or a row without its token"
            : !isToken ? (reply.Trace.Cause is null ? "neither a token nor a cause" : null)
            : reply.Trace.Issue!.UserId != FuzzHouse.UserId ? "a token for somebody whose password nobody sent"
            : IndependentReading.AsksForToken(input) ? null
            : "a token nobody asked for";
    }
}
