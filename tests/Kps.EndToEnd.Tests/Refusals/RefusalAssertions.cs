using Kps.Audit;
using Kps.Audit.Reading;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;

namespace Kps.EndToEnd.Tests.Refusals;

/// <summary>What every refusal owes: the documented answer to the caller, one row with the true cause to the log.</summary>
internal static class RefusalAssertions
{
    /// <summary>Start of the one text before the right password has come from the right place.</summary>
    public const string Identical = "Kullanıcı adı, web servis şifresi ya da IP adresi doğrulanamadı.";

    /// <summary>Checks a SOAP fault and its row.</summary>
    /// <param name="environment">The house.</param>
    /// <param name="reply">What the caller got.</param>
    /// <param name="cause">What the row must say.</param>
    /// <param name="code">SOAP 1.2 subcode (or code where there is none), SOAP 1.1 faultcode.</param>
    /// <param name="text">Start of the Turkish sentence.</param>
    /// <param name="kod">Where the caller is told another code than the log.</param>
    /// <param name="status">401 for the challenge, else 500.</param>
    /// <returns>The row.</returns>
    public static async Task<AuditEntry> CheckFaultAsync(
        this TestEnvironment environment, SoapReply reply, FaultCode cause, string code, string text, FaultCode? kod = null, int status = 500)
    {
        Assert.That(reply.Status, Is.EqualTo(status), reply.Text);
        Assert.That(reply.ContentType!.MediaType, Is.EqualTo(
            reply.Envelope.Name.NamespaceName == SoapMessage.Soap12 ? "application/soap+xml" : "text/xml"));
        Assert.That(reply.Text, Does.StartWith("<?xml"));
        Assert.That(reply.IsFault, Is.True, reply.Text);
        Assert.That(reply.Reason, Does.StartWith(text));
        Assert.That(reply.Reason, Does.EndWith($" İşlem No: {reply.IslemNo}"));
        Assert.That(reply.Code, Is.EqualTo(code));
        Assert.That(reply.FaultKod, Is.EqualTo((int)(kod ?? cause)));
        return await environment.CheckRefusalRowAsync(reply, cause);
    }

    /// <summary>Checks the fault that tells nothing apart, and the row that does.</summary>
    public static Task<AuditEntry> CheckIdenticalFaultAsync(
        this TestEnvironment environment, SoapReply reply, FaultCode cause, string address = "127.0.0.1") =>
        environment.CheckFaultAsync(reply, cause, "o:FailedAuthentication", $"{Identical} Görülen adres: {address}. ", FaultCode.AuthenticationFailed);

    /// <summary>Checks a business answer: HTTP 200, Result/HataBilgisi, the containers there and nil, and its row.</summary>
    public static async Task<AuditEntry> CheckHataAsync(this TestEnvironment environment, SoapReply reply, FaultCode cause, int kod, string text)
    {
        CheckHata(reply, kod, text);
        return await environment.CheckRefusalRowAsync(reply, cause);
    }

    /// <summary>The answer's half of <see cref="CheckHataAsync"/>.</summary>
    public static void CheckHata(SoapReply reply, int kod, string text)
    {
        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        Assert.That(reply.IsFault, Is.False, reply.Text);
        Assert.That(reply.ResultHataKod, Is.EqualTo(kod));
        Assert.That(reply.ResultHataText, Does.StartWith(text));
        Assert.That(reply.ResultHataText, Does.EndWith($" İşlem No: {reply.IslemNo}"));
        foreach (var container in new[] { "TCVatandasiKisiKutukleri", "MaviKartliKisiKutukleri", "YabanciKisiKutukleri" })
        {
            Assert.That(reply.IsNil(container), Is.True, container);
        }
    }

    private static async Task<AuditEntry> CheckRefusalRowAsync(this TestEnvironment environment, SoapReply reply, FaultCode cause)
    {
        var call = await environment.AuditOfAsync(reply.IslemNo);
        Assert.That(call.State, Is.EqualTo(AuditCallState.Refused));
        Assert.That(call.Opening.Cause, Is.EqualTo(cause.ToString()));
        Assert.That(call.Opening.Outcome, Is.EqualTo((int)cause));
        Assert.That(call.Opening.Kind, Is.EqualTo(AuditKind.Refused));
        Assert.That(await environment.CountRowsAsync(reply.IslemNo), Is.EqualTo(1));
        return call.Opening;
    }
}
