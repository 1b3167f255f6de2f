using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using Kps.Contracts;
using Kps.Mernis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nvi.Simulator.Control;
using Nvi.Simulator.Population;
using Nvi.Simulator.Router;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Sts;

namespace Kps.EndToEnd.Tests.Catalogue.Mapping;

/// <summary>
/// The simulator's services without HTTP before the gateway's own client; nobody looks at the signatures. Keeps what was answered, octet for octet. For one caller at a time.
/// </summary>
internal sealed class InProcessNvi : IDisposable
{
    private const string UserName = "KRM-SIMULATOR";

    private static readonly Secret Password = new("Nvi-Gosterim-1");

    private readonly ServiceProvider _metrics = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly string _passwordFile = Path.GetTempFileName();
    private readonly TokenFactory _tokens = new(TimeProvider.System, TimeSpan.FromHours(10));
    private readonly Dictionary<string, RouterService> _services;
    private readonly List<ReadOnlyMemory<byte>> _answers = [];

    public InProcessNvi(NviPopulation population)
    {
        File.WriteAllText(_passwordFile, Password.Reveal());
        _services = RouterServices.All(population).ToDictionary(service => service.Action, StringComparer.Ordinal);
        var sts = new StsDoor(_tokens, new TokenStore(TimeProvider.System), new CallBook(), TimeProvider.System, UserName, Password);
        var options = new MernisOptions
        {
            StsUrl = new Uri("http://nvi.invalid/sts"),
            RouterUrl = new Uri("http://nvi.invalid/router"),
            UserName = UserName,
            PasswordFile = _passwordFile,
            AllowPlainHttp = true,
        };
        Client = new MernisClient(
            options,
            TimeProvider.System,
            new MernisMetrics(_metrics.GetRequiredService<IMeterFactory>()),
            NullLogger<MernisClient>.Instance,
            allowByAnalogy: false,
            handlers: (_, _) => new Doors(request => request.RequestUri == options.StsUrl ? sts.Answer : Answer));
    }

    public MernisClient Client { get; }

    /// <summary>The router's answers since they were last taken.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> TakeAnswers()
    {
        var answers = _answers.ToArray();
        _answers.Clear();
        return answers;
    }

    public void Dispose()
    {
        Client.Dispose();
        _tokens.Dispose();
        _metrics.Dispose();
        File.Delete(_passwordFile);
    }

    private SoapReply Answer(byte[] content)
    {
        var soap = SoapRequest.Open(content)!;
        var service = _services[soap.Action];
        Assert.That(service.TryRead(soap.Body, out var criteria), Is.True, "The client's request is the service's.");
        var reply = SoapWriter.Answer(service.ResponseAction, soap.MessageId, TimeProvider.System.GetUtcNow(), writer => service.Write(writer, criteria));
        _answers.Add(reply.Body);
        return reply;
    }

    private sealed class Doors(Func<HttpRequestMessage, Func<byte[], SoapReply>> doorOf) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var reply = doorOf(request)(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            return new HttpResponseMessage((HttpStatusCode)reply.Status)
            {
                Content = new ReadOnlyMemoryContent(reply.Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(SoapReply.ContentType) } },
            };
        }
    }
}
