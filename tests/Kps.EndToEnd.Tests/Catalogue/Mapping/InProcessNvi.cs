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
using Nvi.Simulator.Router.Bilesik;
using Nvi.Simulator.Soap;
using Nvi.Simulator.Sts;

namespace Kps.EndToEnd.Tests.Catalogue.Mapping;

/// <summary>The simulator's doors without HTTP before the gateway's own client. Keeps what the router has answered, octet for octet. For one caller at a time.</summary>
internal sealed class InProcessNvi : IDisposable
{
    private const string UserName = "KRM-SIMULATOR";

    private static readonly Secret Password = new("Nvi-Gosterim-1");

    private readonly ServiceProvider _metrics = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly string _passwordFile = Path.GetTempFileName();
    private readonly TokenFactory _tokens = new(TimeProvider.System, TimeSpan.FromHours(10));
    private readonly List<ReadOnlyMemory<byte>> _answers = [];

    public InProcessNvi(NviPopulation population)
    {
        File.WriteAllText(_passwordFile, Password.Reveal());
        var (book, store) = (new CallBook(), new TokenStore(TimeProvider.System));
        var sts = new StsDoor(_tokens, store, book, TimeProvider.System, UserName, Password);
        var router = new RouterDoor(new SecurityVerifier(store, TimeProvider.System), new BilesikKutukService(population), book, TimeProvider.System);
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
            allowByAnalogy: true,
            (_, _) => new Doors(request => request.RequestUri == options.StsUrl ? sts.Answer : content => Keep(router.Answer(content))));
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

    private SoapReply Keep(SoapReply reply)
    {
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
