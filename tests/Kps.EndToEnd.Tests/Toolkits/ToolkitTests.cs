using System.Text.Json.Nodes;
using Kps.Audit;
using Kps.Audit.Reading;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Catalogue;
using Kps.EndToEnd.Tests.Harness;
using Kps.Registry.Entitlements;
using Kps.Registry.Registrar;

namespace Kps.EndToEnd.Tests.Toolkits;

/// <summary>
/// PHP's SoapClient, Python's zeep, Node's soap and gSOAP (C++) generate from the WSDLs the gateway serves and ask: the two queries everybody uses in every combination of SOAP
/// version and credential, every operation of both services at least once. zeep sends WS-Addressing because the WSDL names actions; the others send none unless they are told to.
/// </summary>
public sealed class ToolkitTests
{
    private TestEnvironment _environment = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _environment = await SharedHouse.OpenAsync();

    [TestCase("php", "1.1", "UsernameToken", false)]
    [TestCase("php", "1.1", "Basic", false)]
    [TestCase("php", "1.2", "UsernameToken", false)]
    [TestCase("php", "1.2", "Basic", false)]
    [TestCase("php", "1.2", "UsernameToken", true)]
    [TestCase("zeep", "1.1", "UsernameToken", true)]
    [TestCase("zeep", "1.1", "Basic", true)]
    [TestCase("zeep", "1.2", "UsernameToken", true)]
    [TestCase("zeep", "1.2", "Basic", true)]
    [TestCase("zeep", "1.2", "Basic", false)]
    [TestCase("node", "1.1", "UsernameToken", false)]
    [TestCase("node", "1.1", "Basic", false)]
    [TestCase("node", "1.2", "UsernameToken", false)]
    [TestCase("node", "1.2", "Basic", false)]
    [TestCase("gsoap", "1.1", "UsernameToken", false)]
    [TestCase("gsoap", "1.1", "Basic", false)]
    [TestCase("gsoap", "1.2", "UsernameToken", false)]
    [TestCase("gsoap", "1.2", "Basic", false)]
    public async Task Toolkit_GeneratedFromTheServedWsdl_ReadsEverySortOfPerson(string name, string soap, string auth, bool addressing)
    {
        var samples = _environment.Samples;
        long[] numbers = [samples.Citizen.Value, samples.BlueCard.Value, samples.Foreigner.Value, samples.Deceased.Value, samples.Unknown.Value];
        KpsOperation[] operations = [KpsOperation.BilesikKisiSorgula, KpsOperation.BilesikKisiveAdresSorgula];
        var toolkit = Toolkit.Named(name);
        List<QueryArguments> calls = [.. operations.SelectMany(operation => numbers.Select(number => QueryArguments.Number(operation, number)))];

        var answers = await toolkit.AskAsync(_environment, new ToolkitTask(soap == "1.2", auth, addressing, _environment.User, calls));

        for (var index = 0; index < calls.Count; index++)
        {
            var (answer, reply) = (answers[index], answers[index].Reply);
            answer.CheckAgainst(_environment.Nvi.Population.Find(numbers[index % numbers.Length]));
            _environment.Schema.Check(reply);
            Assert.That(reply.Envelope.Name.NamespaceName, Is.EqualTo(soap == "1.2" ? SoapMessage.Soap12 : SoapMessage.Soap11));
            Assert.That(reply.Text.Contains("http://www.w3.org/2005/08/addressing", StringComparison.Ordinal), Is.EqualTo(addressing), reply.Text);
            await CheckAuditAsync(reply.IslemNo, toolkit, soap, auth, calls[index].Operation);
        }
    }

    [TestCase("php", "1.1", "Basic")]
    [TestCase("zeep", "1.2", "UsernameToken")]
    [TestCase("node", "1.1", "UsernameToken")]
    [TestCase("gsoap", "1.2", "Basic")]
    public async Task Toolkit_GeneratedFromTheServedWsdl_AsksEveryOperation(
        string name, string soap, string auth)
    {
        var toolkit = Toolkit.Named(name);
        foreach (var (contract, schema, operations) in new[]
        {
            (ToolkitContract.Kps, _environment.Schema, OperationCatalog.AllOf(KpsService.Kps)),
            (ToolkitContract.Ek, _environment.EkSchema, OperationCatalog.AllOf(KpsService.Ek)),
        })
        {
            var calls = new List<QueryArguments>();
            foreach (var operation in operations)
            {
                calls.Add(await CatalogueRequests.FoundAsync(_environment, operation.Operation));
            }

            var answers = await toolkit.AskAsync(_environment, new ToolkitTask(soap == "1.2", auth, name == "zeep", _environment.User, calls) { Contract = contract });

            foreach (var (call, answer) in calls.Zip(answers))
            {
                schema.Check(answer.Reply);
                Assert.That(answer.Reply.ResultHataKod, Is.Null, answer.Reply.Text);
                Assert.That(ToolkitReading.SaysSomething(answer.Result["Sonuc"]), Is.True, answer.Reply.Text);
                await CheckAuditAsync(answer.Reply.IslemNo, toolkit, soap, auth, call.Operation);
            }
        }
    }

    /// <summary>gSOAP's names of the two generations would clash in one program; it generates from the older one in <see cref="PublishedContractTests"/>.</summary>
    [Test]
    public async Task Toolkit_OfAnApplicationOf2017_ReadsItsShapes([Values("php", "zeep", "node")] string name, [Values("1.1", "1.2")] string soap)
    {
        var application = await _environment.AddApplicationAsync(ContractGeneration.V2017);
        List<QueryArguments> calls =
        [
            .. OperationCatalog.AllOf(KpsService.Kps).Where(operation => operation.Operation is not (KpsOperation.TcKimlikNoSorgula or KpsOperation.AileBireyleriSorgula or KpsOperation.YetkiListesi))
                .Select(operation => QueryArguments.Number(operation.Operation, _environment.Samples.Citizen.Value)),
            QueryArguments.Number(KpsOperation.BilesikKisiveAdresSorgula, _environment.Samples.Foreigner.Value),
            QueryArguments.Number(KpsOperation.BilesikKisiveAdresSorgula, _environment.Samples.Unknown.Value),
        ];

        var answers = await Toolkit.Named(name).AskAsync(
            _environment,
            new ToolkitTask(soap == "1.2", "Basic", name == "zeep", _environment.User, calls) { Contract = ToolkitContract.Kps2017, UygulamaKodu = application });

        foreach (var answer in answers)
        {
            _environment.Schema2017.Check(answer.Reply);
        }

        Assert.That(ToolkitReading.SaysSomething(answers[1].Result["Sonuc"]!["TCVatandasiKisiKutukleri"]!["AdresBilgisi"]), Is.True, answers[1].Reply.Text);
    }

    /// <summary>What an institution is not given is nil, never missing: proxies made long before still read the answer.</summary>
    [Test]
    public async Task Toolkit_OfAnInstitutionWithFewFields_ReadsWhatIsLeft([Values("php", "zeep", "node", "gsoap")] string name)
    {
        var kurumKodu = await _environment.AddInstitutionAsync("127.0.0.1", isEntitled: false);
        foreach (var (operation, path) in new[]
        {
            (KpsOperation.BilesikKisiveAdresSorgula, "TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/Ad"),
            (KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, "NkoVatandas/Kisiler/TemelBilgisi/Soyad"),
        })
        {
            TestEnvironment.Require(await _environment.Admin.GrantOperationAsync(kurumKodu, operation, "Test", kapsam: EntitlementKapsam.Secili));
            TestEnvironment.Require(await _environment.Admin.GrantFieldAsync(kurumKodu, new NewFieldRight(operation, FieldKind.Alan, path, "Test")));
        }

        var number = _environment.Samples.Citizen.Value;
        var task = new ToolkitTask(
            IsSoap12: false,
            "Basic",
            name == "zeep",
            await _environment.AddUserAsync(kurumKodu),
            QueryArguments.Number(KpsOperation.BilesikKisiveAdresSorgula, number),
            QueryArguments.Number(KpsOperation.KimlikNoIleNufusKayitOrnegiSorgula, number));

        var answers = await Toolkit.Named(name).AskAsync(_environment, task);

        foreach (var answer in answers)
        {
            _environment.Schema.Check(answer.Reply);
        }

        var person = _environment.Nvi.Population.Find(number)!;
        var kisi = answers[0].Result["Sonuc"]!["TCVatandasiKisiKutukleri"]!["KisiBilgisi"]!;
        Assert.That(((string?)kisi["TemelBilgisi"]!["Ad"], ToolkitReading.SaysSomething(kisi["TemelBilgisi"]!["Soyad"])), Is.EqualTo((person.Ad, false)));
        Assert.That(answers[1].Reply.At("NkoVatandas/Kisiler/NkoKisi/TemelBilgisi/Soyad"), Is.EqualTo(person.Soyad));
        Assert.That(answers[1].Reply.Text, Does.Not.Contain($">{person.Ad}<"));
    }

    [Test]
    public async Task Toolkit_WrongPassword_SurfacesOurFaultText(
        [Values("php", "zeep", "node", "gsoap")] string name, [Values("1.1", "1.2")] string soap, [Values("UsernameToken", "Basic")] string auth)
    {
        var user = await _environment.AddUserAsync();
        var fault = await FaultAsync(name, soap, auth, user with { Password = user.Password + "x" });

        Assert.That((string?)fault["text"], Does.StartWith("Kullanıcı adı, web servis şifresi ya da IP adresi doğrulanamadı. Görülen adres: "));
        var reply = SoapReply.Received((string)fault["raw"]!);
        Assert.That((string?)fault["text"], Does.EndWith($"İşlem No: {reply.IslemNo}"));
        Assert.That((await _environment.AuditOfAsync(reply.IslemNo)).Opening.Cause, Is.EqualTo("WrongPassword"));
    }

    /// <summary>Our replies name their length; what stands between us and a hospital may send them on in pieces.</summary>
    [Test]
    public async Task Toolkit_BehindAProxyThatChunks_ReadsTheSame(
        [Values("php", "zeep", "node", "gsoap")] string name, [Values("1.1", "1.2")] string soap)
    {
        await using var proxy = await ChunkingProxy.StartAsync(_environment);
        var number = _environment.Samples.Citizen.Value;

        var answers = await Toolkit.Named(name).AskAsync(_environment, new ToolkitTask(soap == "1.2", "Basic", name == "zeep", _environment.User, QueryArguments.Number(KpsOperation.BilesikKisiSorgula, number)), proxy.Url);

        answers.Single().CheckAgainst(_environment.Nvi.Population.Find(number));
        _environment.Schema.Check(answers.Single().Reply);
        Assert.That(proxy.Forwarded, Is.Not.Zero);
        using var seen = await _environment.Http.GetAsync(new Uri(proxy.Url, "?singleWsdl"));
        Assert.That(seen.Headers.TransferEncodingChunked, Is.True);
    }

    [Test]
    public async Task Zeep_PasswordDigest_SurfacesItsOwnText([Values("1.1", "1.2")] string soap)
    {
        var fault = await FaultAsync("zeep", soap, "PasswordDigest", _environment.User);

        Assert.That((string?)fault["text"], Does.StartWith("PasswordDigest desteklenmiyor."));
        Assert.That((await _environment.AuditOfAsync(SoapReply.Received((string)fault["raw"]!).IslemNo)).Opening.Cause, Is.EqualTo("PasswordDigestUnsupported"));
    }

    private async Task<JsonNode> FaultAsync(string name, string soap, string auth, TestUser user)
    {
        var task = new ToolkitTask(soap == "1.2", auth, Addressing: name == "zeep", user, QueryArguments.Number(KpsOperation.BilesikKisiSorgula, _environment.Samples.Citizen.Value));
        var output = await Toolkit.Named(name).RunAsync(_environment, task);
        Assert.That(output["fault"], Is.Not.Null, output.ToJsonString());
        return output["fault"]!;
    }

    private async Task CheckAuditAsync(string islemNo, Toolkit toolkit, string soap, string auth, KpsOperation operation)
    {
        var call = await _environment.AuditOfAsync(islemNo);
        Assert.That(call.Closing, Is.Not.Null);
        Assert.That(call.State, Is.EqualTo(call.Closing!.Outcome == 0 ? AuditCallState.Answered : AuditCallState.Failed));
        Assert.That(call.Opening.SoapVersion, Is.EqualTo(soap == "1.2" ? 12 : 11));
        Assert.That(call.Opening.Credential, Is.EqualTo(auth == "Basic" ? AuditCredential.Basic : AuditCredential.UsernameToken));
        Assert.That(call.Opening.ClientStack, Does.StartWith(toolkit.UserAgent));
        Assert.That((call.Opening.UserId, call.Opening.Operation), Is.EqualTo((_environment.User.Id, operation)));
    }
}
