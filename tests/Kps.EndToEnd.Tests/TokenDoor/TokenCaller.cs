using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway;
using Kps.Gateway.Tests.Clients;

namespace Kps.EndToEnd.Tests.TokenDoor;

/// <summary>A real client's software at a hospital: takes tokens, cuts them out of the reply its own way, asks with them.</summary>
/// <param name="house">The gateway it is pointed at.</param>
/// <param name="client">Which client.</param>
/// <param name="user">In whose name it was set up.</param>
internal sealed class TokenCaller(TestEnvironment house, MinistryClient client, TestUser user)
{
    private static readonly Uri Host = new("https://localhost/");

    private readonly Guid _messageId = Guid.NewGuid();

    /// <summary>SorgulayanKimlikNo, where the client sends one.</summary>
    public string Sorgulayan { get; set; } = user.UserName;

    /// <summary>UygulamaKodu, where the client sends one.</summary>
    public Guid UygulamaKodu { get; init; } = Guid.Empty;

    /// <summary>The node that is asked.</summary>
    public int Port { get; init; } = house.Port;

    /// <summary>The token request, answered somehow.</summary>
    public Task<SoapReply> IssueAsync() => PostAsync(client.Issue(Settings()), GatewayHost.StsPath);

    /// <summary>The token as the client cuts it.</summary>
    public async Task<string> TakeTokenAsync() => Cut(await IssueAsync());

    /// <summary>The token of a reply as the client cuts it.</summary>
    public string Cut(SoapReply reply)
    {
        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        return client.Cut(reply.Text);
    }

    /// <summary>The query, about a citizen.</summary>
    public Task<SoapReply> QueryAsync(string token) => PostAsync(client.Query(Settings(), house.Samples.Citizen.Value, token), GatewayHost.RouterPath);

    /// <summary>Asks until the token is no longer honoured.</summary>
    /// <returns>The first refusal and how long it took to come.</returns>
    public async Task<(SoapReply Refusal, TimeSpan After)> QueryUntilRefusedAsync(string token)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        SoapReply reply;
        while ((reply = await QueryAsync(token)).Status == 200)
        {
            Assert.That(since.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)), "The token is still honoured.");
            await Task.Delay(50);
        }

        return (reply, since.Elapsed);
    }

    private Task<SoapReply> PostAsync(byte[] body, string path) =>
        house.PostAsync(body, client.ContentType, to: new UriBuilder(new Uri(Host, path)) { Port = Port }.Uri);

    private ClientSettings Settings() => new()
    {
        UserName = user.UserName,
        Password = user.Password,
        Sorgulayan = Sorgulayan,
        KurumKodu = TestEnvironment.KurumKodu,
        UygulamaKodu = UygulamaKodu,
        Now = house.Now,
        MessageId = _messageId,
    };
}
