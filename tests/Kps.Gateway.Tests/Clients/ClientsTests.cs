using System.Text;
using System.Xml;
using Kps.Audit;
using Kps.Contracts;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Tests.Fakes;
using Kps.Gateway.Tests.Golden;

namespace Kps.Gateway.Tests.Clients;

/// <summary>Every reply of the golden pairs through the eyes of the real clients, and their whole way through both doors.</summary>
internal sealed class ClientsTests
{
    private static readonly Tckn Citizen = Person(67_758_014_222);

    private GoldenHouse _house = null!;

    private static IEnumerable<GoldenCase> Answered => GoldenCase.All.Where(golden => golden.HasReply);

    private static ClientSettings Settings { get; } = new()
    {
        UserName = Registered.UserName,
        Password = Registered.Password.Reveal(),
        Sorgulayan = Registered.UserName,
        KurumKodu = Registered.KurumKodu,
        UygulamaKodu = GoldenRegistry.UygulamaKodu(1),
        Now = Calls.Now,
        MessageId = new Guid("5a0c0de0-0000-4000-8000-00000000d0e5"),
    };

    [OneTimeSetUp]
    public void Open() => _house = new GoldenHouse();

    [OneTimeTearDown]
    public void Close() => _house.Dispose();

    /// <summary>What each client makes of each answer, as a table to look at: replies.txt. A fault none of them reads.</summary>
    [Test]
    public void EveryAnswer_IsTakenAsTheTableSays()
    {
        var table = string.Concat(Answered.Where(golden => golden.ReplyStatus == 200 && IsOfTheClients(golden)).Select(golden => $"{golden.Name}\n{string.Concat(Views(golden.Reply).Select(view => $"  {view.Client}: {view.Seen}\n"))}"));

        GoldenCase.CheckFile(Path.Combine(ClientFiles.Folder, "replies.txt"), table);
    }

    [TestCaseSource(nameof(Answered))]
    public void Reply_HasTheQualifiedNamesClientsReadBy(GoldenCase golden)
    {
        var body = FastXml.At(FastXml.Parse(golden.Reply), "s:Envelope", "s:Body");

        if (golden.ReplyStatus != 200)
        {
            Assert.That(FastXml.At(body, "s:Fault"), Is.Not.Null);
            Assert.That(golden.Reply, Does.Not.Contain("RequestedSecurityToken"));
            Assert.That(Views(golden.Reply).Select(view => view.Seen), Has.All.EqualTo("breaks"), "As with the Ministry: the client looks at the status first.");
            return;
        }

        if (!IsOfTheClients(golden))
        {
            var (name, response) = ((IReadOnlyDictionary<string, object>)body).Single(member => !member.Key.StartsWith('@'));
            Assert.That(name, Does.EndWith("Response").And.Not.Contain(':'));
            Assert.That(FastXml.At(response, name[..^"Response".Length] + "Result", "HataBilgisi"), Is.Not.Null, "Where a proxy of any query looks first.");
            return;
        }

        // No client breaks on what comes with 200: neither on a person nor on a refusal.
        Assert.That(Views(golden.Reply).Select(view => view.Seen), Has.None.StartsWith("breaks"));
    }

    [TestCaseSource(nameof(Answered))]
    public void Token_IsTheSameHoweverItIsCut(GoldenCase golden)
    {
        if (golden is not { ReplyStatus: 200, Sent.Door: AuditDoor.Sts })
        {
            Assert.That(() => TokenCut.Literal(golden.Reply), Throws.InstanceOf<IndexOutOfRangeException>());
            return;
        }

        var token = TokenCut.Literal(golden.Reply);
        Assert.That(TokenCut.InnerXml(golden.Reply), Is.EqualTo(token));
        Assert.That(token, Does.StartWith("<saml:Assertion xmlns:saml=\"").And.EndWith("</saml:Assertion>"));
        Assert.That(token, Has.None.GreaterThan('\x7e').And.None.LessThan(' '));
        Assert.That(token, Does.Not.Contain("&").And.Not.Contain("> <"));
        Assert.That(() => new XmlDocument().LoadXml(token), Throws.Nothing, "Well-formed alone.");
        Assert.That(golden.Reply, Does.Not.Match("RequestedSecurityToken[^>]"), "No attribute, no white space.");
    }

    /// <summary>With Z, so that the instant is right in any time zone; C# clients compare it with DateTime.Now.</summary>
    [Test]
    public async Task NotOnOrAfter_IsHalfAnHourFromNowInLocalTime()
    {
        var reply = await IssueAsync(MinistryClient.CSharp);

        var until = TokenCut.NotOnOrAfter(reply);

        Assert.That(until.Kind, Is.EqualTo(DateTimeKind.Local));
        Assert.That(until.ToUniversalTime(), Is.EqualTo(Calls.Now.UtcDateTime.AddMinutes(30)));
    }

    [TestCaseSource(typeof(MinistryClient), nameof(MinistryClient.All))]
    public async Task Client_ThroughBothDoors_ReadsThePerson(MinistryClient client)
    {
        var token = client.Cut(await IssueAsync(client));
        var issue = _house.Issue!;

        var (body, head) = await _house.PlayAsync(To(AuditDoor.Router, client, client.Query(Settings, Citizen.Value, token)));

        Assert.That(head, Does.StartWith("200"));
        Assert.That(KpsServiceReader.Read(Encoding.UTF8.GetString(body)), Is.Not.Null);
        Assert.That(NodeReader.Read(Encoding.UTF8.GetString(body)), Is.Not.Empty);
        var intent = _house.Intent!;
        Assert.That((intent.TokenIslemNo, intent.UserId, intent.Credential), Is.EqualTo(((IslemNo?)issue.IslemNo, issue.UserId, AuditCredential.SamlToken)));
        Assert.That((intent.Asker, intent.ApplicationId), Is.EqualTo((issue.Asker, issue.ApplicationId)), "What the token was bound to.");
    }

    [TestCaseSource(typeof(MinistryClient), nameof(MinistryClient.All))]
    public void Client_WritesTheGoldenRequests(MinistryClient client)
    {
        Assert.That(client.Issue(Settings), Is.EqualTo(Request($"token/issue-{client}")));
        Assert.That(client.Query(Settings, Citizen.Value, GoldenTokens.Make("good")), Is.EqualTo(Request($"by-token/query-{client}")));
    }

    /// <summary>Both cuts keep it; a client that writes the element anew, with other prefixes or its own declarations, must keep it, too.</summary>
    [TestCase("")]
    [TestCase(" xmlns:saml=\"urn:baska\" xmlns=\"urn:baska\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"")]
    [TestCase(" xmlns=\"http://www.w3.org/2003/05/soap-envelope\"")]
    public async Task Token_SurvivesTheDeclarationsAroundIt(string declarations)
    {
        var token = TokenCut.InnerXml(await IssueAsync(MinistryClient.CSharp));

        var query = Envelopes.Soap12(
            $"<o:Security xmlns:o=\"{SoapNamespaces.Wsse}\"{declarations}>\r\n\t{token}\r\n</o:Security>", Envelopes.Operation(Envelopes.KimlikNo(Citizen)));
        var (body, head) = await _house.PlayAsync(new GoldenRequest { Body = Encoding.UTF8.GetBytes(query) });

        Assert.That(head, Does.StartWith("200"), Encoding.UTF8.GetString(body));
    }

    private async Task<string> IssueAsync(MinistryClient client)
    {
        var (body, head) = await _house.PlayAsync(To(AuditDoor.Sts, client, client.Issue(Settings)));
        Assert.That(head, Does.StartWith("200"), Encoding.UTF8.GetString(body));
        return Encoding.UTF8.GetString(body);
    }

    private static GoldenRequest To(AuditDoor door, MinistryClient client, byte[] body) =>
        new() { Door = door, Body = body, Headers = [("Content-Type", client.ContentType)] };

    private static Tckn Person(long number) => Tckn.TryCreate(number, out var person) ? person : throw new InvalidOperationException("No number of the golden pairs.");

    private static byte[] Request(string name) => GoldenCase.All.Single(golden => golden.Name == name).Sent.Body;

    /// <summary>Only what a client would see: those that take tokens at token replies, those that read persons at the others.</summary>
    private static IEnumerable<(string Client, string Seen)> Views(string reply) =>
        reply.Contains("RequestSecurityTokenResponse", StringComparison.Ordinal)
            ?
            [
                ("split", Try(() => $"token of {TokenCut.Literal(reply).Length}")),
                ("InnerXml", Try(() => $"token of {TokenCut.InnerXml(reply).Length} until {TokenCut.NotOnOrAfter(reply).ToUniversalTime():HH:mm}")),
            ]
            :
            [
                ("KPSService", Try(() => KpsServiceReader.Read(reply)?.ToString() ?? "nobody")),
                ("Node", Try(() => NodeReader.Read(reply) is { Length: > 0 } name ? name : "nobody")),
            ];

    /// <summary>Of the queries these clients ask: all of them ask for a person by number in the later generation, and for tokens.</summary>
    private static bool IsOfTheClients(GoldenCase golden) =>
        golden.Sent.Door == AuditDoor.Sts || (golden.Nesil == ContractGeneration.V2021 && golden.Reply.Contains("<BilesikKisiSorgulaResponse ", StringComparison.Ordinal));

    private static string Try(Func<string> view)
    {
        try
        {
            return view();
        }
        catch (Exception e) when (e is NullReferenceException or FormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return "breaks";
        }
    }
}
