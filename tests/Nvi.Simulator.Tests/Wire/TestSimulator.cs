using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Kps.Contracts;
using Nvi.Simulator.Population;

namespace Nvi.Simulator.Tests.Wire;

/// <summary>A running simulator with a client that shares no code with it, and a clock that stands still.</summary>
internal sealed class TestSimulator : IAsyncDisposable
{
    public const string User = "KRM-DENEME";
    public const string Password = "Gizli&Kısa<1";

    private TestSimulator(NviSimulator simulator, ManualTime time)
    {
        (Simulator, Time) = (simulator, time);
        Http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
    }

    public NviSimulator Simulator { get; }

    public ManualTime Time { get; }

    public HttpClient Http { get; }

    public PopulationSamples Samples => Simulator.Population.Samples;

    public static async Task<TestSimulator> StartAsync(Func<NviSimulatorOptions, NviSimulatorOptions>? change = null)
    {
        var time = new ManualTime();
        var options = new NviSimulatorOptions
        {
            EnvironmentName = "Test",
            UserName = User,
            Password = new Secret(Password),
            TimeProvider = time,
            PopulationSize = 10_000,
        };
        return new TestSimulator(await NviSimulator.StartAsync(change is null ? options : change(options)), time);
    }

    public static HttpRequestMessage Message(Uri url, string text, HttpMethod? method = null, string contentType = "application/soap+xml; charset=utf-8")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return new HttpRequestMessage(method ?? HttpMethod.Post, url) { Content = content };
    }

    public Task<Answer> StsAsync(StsRequest request, HttpMethod? method = null) => SendAsync(Message(Simulator.StsUrl, request.Write(), method));

    public Task<Answer> RouterAsync(RouterRequest request) => SendAsync(Message(Simulator.RouterUrl, request.Write()));

    public Task<Answer> RouterAsync(string text) => SendAsync(Message(Simulator.RouterUrl, text));

    public async Task<IssuedAnswer> TokenAsync()
    {
        var answer = await StsAsync(new StsRequest());
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        return IssuedAnswer.Read(answer.Xml);
    }

    public async Task<RouterRequest> QueryAsync(params long?[] numbers) =>
        new RouterRequest(await TokenAsync(), Time.GetUtcNow()).Asking(numbers);

    public async Task<Answer> SendAsync(HttpRequestMessage message)
    {
        using (message)
        using (var response = await Http.SendAsync(message))
        {
            return new Answer(
                (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Simulator.DisposeAsync();
    }

    internal sealed record Answer(int Status, string? ContentType, string Text)
    {
        public XDocument Xml => XDocument.Parse(Text, LoadOptions.PreserveWhitespace);

        /// <summary>Namespace and name of the fault's subcode.</summary>
        public string Subcode
        {
            get
            {
                var value = Xml.At("Body", "Fault", "Code", "Subcode", "Value");
                var parts = value.Value.Split(':');
                return $"{{{value.GetNamespaceOfPrefix(parts[0])}}}{parts[1]}";
            }
        }
    }
}
