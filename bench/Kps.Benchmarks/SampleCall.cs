using System.Globalization;
using System.Net;
using System.Text;
using Kps.Bench;
using Kps.Bench.Requests;
using Kps.Gateway.Call.Listening;
using Kps.Gateway.Call.Mapping;
using Kps.Mernis.Services;
using Kps.Mernis.Services.BilesikKutuk;
using Nvi.Simulator;

namespace Kps.Benchmarks;

/// <summary>The messages of one call about an invented person: the caller's request and NVİ's answer, as they stand on the wire.</summary>
internal static class SampleCall
{
    /// <summary>Who asks.</summary>
    public static CallerIdentity Caller { get; } = new()
    {
        Username = Tckn.FromFirstNine(234_567_891).Value.ToString(CultureInfo.InvariantCulture),
        Password = "Invented-password-7",
        KurumKodu = 999001,
        UygulamaKodu = new Guid("5a0c0de0-0000-4000-8000-00000000d0e5"),
    };

    /// <summary>The person asked for.</summary>
    public static Tckn Subject { get; } = Tckn.FromFirstNine(123_456_789);

    /// <summary>SOAP 1.2 with WS-Addressing, timestamp and UsernameToken.</summary>
    public static byte[] Request { get; } = Encoding.UTF8.GetBytes(Fill(MessageTemplate.ForGateway(Caller, TimeProvider.System.GetUtcNow())));

    /// <summary>The router's answer: a citizen with identity card.</summary>
    public static byte[] NviAnswer { get; } = AskAsync(MessageTemplate.ForRouter(Caller, TimeProvider.System.GetUtcNow())).GetAwaiter().GetResult();

    /// <summary>The answer, read.</summary>
    public static BilesikKutukBilgileri Read() => BilesikKutukService.ReadAnswer(NviAnswer, Subject).Value!;

    /// <summary>The answer in the caller's contract.</summary>
    public static Contracts.BilesikKisiSorgula.KpsServisSonucuBilesikKisiBilgisi Map() =>
        new() { Sonuc = BilesikKisiMapper.Map(Subject.Value, Read()) };

    /// <summary>The request in a buffer of the pool.</summary>
    public static RequestBody RentRequest()
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(Request.Length);
        Request.CopyTo(buffer, 0);
        return new RequestBody(buffer, Request.Length, Encoding.UTF8);
    }

    /// <summary>The router's answer of another service, about the same person.</summary>
    /// <param name="contract">The service.</param>
    /// <param name="numberMember">The criterion's member that holds the number.</param>
    public static byte[] AskForRouter(SorgulaContract contract, string numberMember) => AskAsync(
        $"<Envelope><Action>{contract.Wire(contract.Version).Action}</Action><{numberMember}>{MessageTemplate.NumberMark}</{numberMember}></Envelope>").GetAwaiter().GetResult();

    private static string Fill(string template) => template
        .Replace(MessageTemplate.NumberMark, Subject.Value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(MessageTemplate.SerialMark, "000000000001", StringComparison.Ordinal);

    private static async Task<byte[]> AskAsync(string template)
    {
        await using var nvi = await NviSimulator.StartAsync(
            new NviSimulatorOptions { EnvironmentName = "Test", Password = new Secret("unused"), IsCanned = true });
        using var http = new HttpClient();
        using var content = new StringContent(Fill(template), Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", MessageTemplate.ContentType);
        using var answer = await http.PostAsync(nvi.RouterUrl, content);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsByteArrayAsync()
            : throw new BenchException($"the simulator answered {(int)answer.StatusCode}");
    }
}
