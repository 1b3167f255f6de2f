using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Xml.Linq;
using Kps.Audit;
using Kps.Contracts;
using Kps.Contracts.AileBireyleriSorgula;
using Kps.Contracts.Answers;
using Kps.Contracts.Ortak;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Forwarding;
using Kps.Gateway.Call.Identifying;
using Kps.Gateway.Call.Mapping;
using Kps.Gateway.Call.Parsing;
using Kps.Gateway.Call.Queries;
using Kps.Gateway.Call.Queries.AileBireyleri;
using Kps.Registry.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kps.EndToEnd.Tests.Catalogue.Mapping;

/// <summary>
/// Ten thousand people of the register, five queries about each, without HTTP and database between: what NVİ's octets say and what of it leaves are compared value by value, along
/// tables written from the two contracts.
/// </summary>
public sealed class MappingPropertyTests
{
    private const int People = 10_000;
    private const int Seed = 20260102;
    private const int EnoughProblems = 20;

    private static readonly HashSet<string> OurLists = ["Kisiler", "Olaylar", "AileKisiListesi"];

    private readonly ConcurrentBag<string> _problems = [];
    private readonly ConcurrentDictionary<string, bool> _filled = new(StringComparer.Ordinal);

    private TestEnvironment _house = null!;
    private QueryTable _queries = null!;
    private MapStage _map = null!;
    private Caller _caller = null!;
    private AnswerShape _shape = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _house = await SharedHouse.OpenAsync();
        _queries = _house.Gateway.Services.GetRequiredService<QueryTable>();
        _map = _house.Gateway.Services.GetRequiredService<MapStage>();
        var user = _house.Gateway.Services.GetRequiredService<IRegistry>().Current.FindUser(_house.User.UserName)!;
        _caller = new Caller(user, user.PrimaryInstitution);
        _shape = new AnswerShape(await _house.Http.GetByteArrayAsync(new Uri(_house.RouterUrl, "?singleWsdl")));
    }

    [Test]
    public async Task EveryValueThatLeaves_IsWhatNviSaid_NilWhereItWasEmpty_AndNothingElse()
    {
        var population = _house.Nvi.Population;
        var random = new Random(Seed);
        var numbers = Enumerable.Range(0, People).Select(_ => population.At(random.NextInt64(population.Count)).KimlikNo.Value).ToList();

        await Task.WhenAll(numbers.Chunk((People / Environment.ProcessorCount) + 1).Select(share => Task.Run(() => CheckAsync(share))));

        Assert.That(_problems, Is.Empty);
        Assert.That(_filled.Keys.Where(place => place.EndsWith("HataBilgisi/Kod", StringComparison.Ordinal)), Is.Not.Empty, "Somebody was not found.");
        Assert.Multiple(() =>
        {
            foreach (var query in MappedQuery.All)
            {
                Assert.That(
                    query.Tables.SelectMany(table => table.Places).Where(place => !_filled.ContainsKey($"{query.Operation}/Sonuc/{place}") && !IsNeverFilled(place)),
                    Is.Empty,
                    $"{query.Operation}: no value of anybody's passed here.");
            }
        });
    }

    /// <summary>
    /// What nobody in the simulator's register has: a record with a reason of its own other than "no record", a blue-card holder's marriage, flats in a village.
    /// </summary>
    private static bool IsNeverFilled(string place) =>
        place.Contains("HataBilgisi/", StringComparison.Ordinal)
        || place is "MaviKartliKisiKutukleri/KisiBilgisi/EsTCKimlikNo" or "MaviKartliKisiKutukleri/MaviKartBilgisi/OncekiSoyad"
        || (place.Contains("KoyAdresi/", StringComparison.Ordinal) && place.Split('/')[^1] is "BinaBlokAdi" or "BinaSiteAdi" or "IcKapiNo" or "KatNo" or "TapuBagimsizBolumNo");

    private async Task CheckAsync(long[] numbers)
    {
        using var nvi = new InProcessNvi(_house.Nvi.Population);
        var forwarder = new UpstreamForwarder(nvi.Client);
        var filled = new HashSet<(KpsOperation, string)>();
        foreach (var number in numbers)
        {
            foreach (var query in MappedQuery.All)
            {
                if (_problems.Count >= EnoughProblems)
                {
                    return;
                }

                nvi.TakeAnswers();
                var answer = await AskAsync(query.Operation, number, forwarder);
                var problems = new List<string>();
                Compare(query, number, [.. nvi.TakeAnswers().Select(ResultOf)], answer, filled, problems);
                foreach (var problem in problems)
                {
                    _problems.Add($"{query.Operation} {number}: {problem}");
                }
            }
        }

        foreach (var (operation, place) in filled)
        {
            _filled.TryAdd($"{operation}/{MappingTable.WithoutPositions(place)}", true);
        }
    }

    private async Task<IKpsServisSonucu> AskAsync(KpsOperation operation, long number, UpstreamForwarder forwarder)
    {
        var query = _queries.Find(operation)!;
        using var call = new KpsCall(new DefaultHttpContext(), AuditDoor.Router, default, _house.Now, 0)
        {
            Caller = _caller,
            Request = new SoapRequest
            {
                Version = SoapVersion.Soap12,
                CallerHeaders = CallerHeaders.None,
                Operation = OperationCatalog.Find(operation)!,
                Query = query,
                Criteria = operation == KpsOperation.AileBireyleriSorgula ? new AileBireyleriCriteria(number, EAileSorguTipi.TumAile) : new KimlikNoCriteria(number),
            },
        };
        call.Found = (await query.AskAsync(call, new UpstreamConversation(forwarder, new AuditTicket(default, _house.Now, TimeSpan.Zero), default)))!;
        Assert.That(await _map.RunAsync(call, CancellationToken.None), Is.Null);
        return call.Answer.Result;
    }

    private void Compare(MappedQuery query, long number, IReadOnlyList<XElement> nvis, IKpsServisSonucu answer, HashSet<(KpsOperation, string)> filled, List<string> problems)
    {
        var response = Written(query.Operation, answer);
        _shape.Check(OperationCatalog.Find(query.Operation)!, response, problems);
        var expected = query.Expect(number, nvis, problems);
        var left = XmlLeaves.Of(response.Elements().Single(), OurLists);
        problems.AddRange(expected.Where(value => !left.ContainsKey(value.Key)).Select(value => $"{value.Key} is lost."));
        problems.AddRange(left.Where(value => !expected.ContainsKey(value.Key)).Select(value => $"{value.Key} came from nowhere."));
        problems.AddRange(left.Where(value => expected.TryGetValue(value.Key, out var said) && said != value.Value).Select(value => $"{value.Key} was changed."));
        filled.UnionWith(left.Keys.Select(place => (query.Operation, place)));
    }

    private static XElement Written(KpsOperation operation, IKpsServisSonucu answer)
    {
        var description = OperationCatalog.Find(operation)!;
        var text = new ArrayBufferWriter<byte>(16 * 1024);
        text.Write(Encoding.UTF8.GetBytes($"<{description.ResponseName} xmlns=\"{description.Namespace}\">"));
        ContractWriter.WriteResult(text, operation, ContractGeneration.V2021, answer);
        text.Write(Encoding.UTF8.GetBytes($"</{description.ResponseName}>"));
        return XElement.Parse(Encoding.UTF8.GetString(text.WrittenSpan));
    }

    private static XElement ResultOf(ReadOnlyMemory<byte> envelope)
    {
        using var stream = new MemoryStream(envelope.ToArray());
        return XElement.Load(stream).Descendants().Single(element => element.Name.LocalName == "SorgulaResult");
    }
}
