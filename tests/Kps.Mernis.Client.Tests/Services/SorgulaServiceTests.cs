using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Tests.Fakes;

namespace Kps.Mernis.Tests.Services;

/// <summary>What holds for every service: the bytes of the question, and the reading of its answer by local name.</summary>
internal sealed class SorgulaServiceTests
{
    private FakeNvi _nvi = null!;
    private TestClient _client = null!;
    private string _answer = string.Empty;

    private static IEnumerable<QueryCase> Cases => QueryCase.All;

    private static IEnumerable<QueryCase> Lists => Cases.Where(query => query.Most is not null);

    private static IEnumerable<QueryCase> Singles => Cases.Where(query => query.Most is null);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _nvi = await FakeNvi.StartAsync();
        _nvi.Router = (context, _) => FakeNvi.WriteAsync(context, 200, _answer);
        _client = TestClient.For(_nvi, new() { ["MaxAnswerBytes"] = "8000000" }, allowByAnalogy: true);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _client.DisposeAsync();
        await _nvi.DisposeAsync();
    }

    [Test]
    public void Cases_CoverEveryService() => Assert.That(Cases.Select(query => query.Service), Is.EqualTo(Enum.GetValues<MernisService>()));

    [TestCaseSource(nameof(Cases))]
    public async Task Request_IsTheGoldenText(QueryCase query)
    {
        _nvi.RouterRequests.Clear();
        await AskAsync(query, query.Answer(query.Members()));

        var sent = _nvi.RouterRequests.Single();
        Assert.That(sent, Does.EndWith($"<s:Body>{query.Body}</s:Body></s:Envelope>"));
        Assert.That(sent, Does.Contain($"<a:Action s:mustUnderstand=\"1\">{query.Action}</a:Action>"));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task EveryMember_IsReadIntoTheMemberOfItsName(QueryCase query)
    {
        var (reply, item) = await AskAsync(query, query.Answer(query.Members()));
        Assert.That(reply.Fault, Is.Null);
        Assert.That(Filled.Unread(item!), Is.Empty);
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Order_Namespace_AndPrefix_DoNotMatter(QueryCase query)
    {
        var plain = query.Answer(query.Members());
        var expected = Json((await AskAsync(query, plain)).Item);

        Assert.That(Json((await AskAsync(query, Reversed(plain))).Item), Is.EqualTo(expected));
        Assert.That(Json((await AskAsync(query, plain.Replace("xmlns=\"http://kps.nvi.gov.tr/", "xmlns=\"urn:x:"))).Item), Is.EqualTo(expected));
        Assert.That(Json((await AskAsync(query, Prefixed(plain))).Item), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Member_NilEmptyOrAbsent_IsNull_AndTheOthersStay(QueryCase query)
    {
        foreach (var member in query.ItemType.GetProperties().Where(member => member.Name != query.Key))
        {
            foreach (var nothing in (string[])[string.Empty, $"<{member.Name} {Answers.Nil}/>", $"<{member.Name}/>"])
            {
                var (reply, item) = await AskAsync(query, query.Answer(query.Members(without: member.Name) + nothing));
                Assert.That(reply.Fault, Is.Null, member.Name);
                Assert.That(Filled.Unread(item!), Is.EqualTo(new[] { $"{query.ItemType.Name}.{member.Name}" }));
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Member_ThatOccursTwice_IsMalformed(QueryCase query)
    {
        foreach (var member in query.ItemType.GetProperties())
        {
            var all = query.Members();
            var one = Regex.Match(all, $"<{member.Name}>.*?</{member.Name}>(?=<|$)").Value;
            Assert.That((await AskAsync(query, query.Answer(all + one))).Reply.Fault, Is.EqualTo(UpstreamFault.Malformed), member.Name);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public async Task UnknownMember_IsSkipped(QueryCase query)
    {
        var (reply, item) = await AskAsync(query, query.Answer("<Yeni><a>1</a></Yeni>" + query.Members()));
        Assert.That(reply.Fault, Is.Null);
        Assert.That(Filled.Unread(item!), Is.Empty);
    }

    [TestCaseSource(nameof(Cases))]
    public async Task ErrorOfTheWholeAnswer_IsAValue(QueryCase query)
    {
        foreach (var sonuc in (string[])[string.Empty, $"<SorguSonucu {Answers.Nil}/>", "<SorguSonucu></SorguSonucu>"])
        {
            var (reply, item) = await AskAsync(query, Answers.Sorgula(Answers.Hata(11) + sonuc));
            Assert.That((reply.Fault, reply.Hata?.Kod, item), Is.EqualTo(((UpstreamFault?)null, (int?)11, (object?)null)));
        }
    }

    [TestCaseSource(nameof(Cases))]
    public async Task ErrorOfAnItem_StaysOnTheItem(QueryCase query)
    {
        var key = query.Key is { } name ? $"<{name}>{Answers.Person.Value}</{name}>" : string.Empty;
        var (reply, item) = await AskAsync(query, query.Answer(Answers.Hata(2) + key));
        var hata = (Parametre?)query.ItemType.GetProperty("HataBilgisi")!.GetValue(item);
        Assert.That((reply.Fault, reply.Hata, hata?.Kod), Is.EqualTo(((UpstreamFault?)null, (MernisHata?)null, (int?)2)));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task WhatIsNoAnswer_IsMalformed(QueryCase query)
    {
        var answer = query.Answer(query.Members());
        foreach (var (what, body) in new[]
        {
            ("neither result nor error", Answers.Sorgula(string.Empty)),
            ("an item of another service", answer.Replace($"<{query.Item}>", "<Baska>").Replace($"</{query.Item}>", "</Baska>")),
            ("text among the items", answer.Replace("<SorguSonucu>", "<SorguSonucu>metin")),
            ("two results", answer.Replace("</SorgulaResponse>", "<SorgulaResult/></SorgulaResponse>")),
            ("two lists", answer.Replace("</SorguSonucu>", "</SorguSonucu><SorguSonucu>" + $"<{query.Item}>{query.Members()}</{query.Item}></SorguSonucu>")),
            ("half of it", answer[..(answer.Length / 2)]),
            ("a DTD", "<!DOCTYPE s [<!ENTITY x \"y\">]>" + answer),
        })
        {
            Assert.That((await AskAsync(query, body)).Reply.Fault, Is.EqualTo(UpstreamFault.Malformed), what);
        }
    }

    [TestCaseSource(nameof(Singles))]
    public async Task SingleItem_NoneOrTwo_IsMalformed(QueryCase query)
    {
        Assert.That((await AskAsync(query, query.Answer())).Reply.Fault, Is.EqualTo(UpstreamFault.Malformed));
        Assert.That((await AskAsync(query, query.Answer(query.Members(), query.Members()))).Reply.Fault, Is.EqualTo(UpstreamFault.Malformed));
    }

    [TestCaseSource(nameof(Lists))]
    public async Task List_OfNoItems_IsAnEmptyList(QueryCase query)
    {
        foreach (var answer in (string[])[query.Answer(), Answers.Sorgula($"<SorguSonucu {Answers.Nil}/>"), Answers.Sorgula("<SorguSonucu/>")])
        {
            _answer = answer;
            var (reply, value) = await query.Ask(_client);
            Assert.That((reply.Fault, reply.Hata), Is.EqualTo(((UpstreamFault?)null, (MernisHata?)null)));
            Assert.That(value, Is.Empty);
        }
    }

    [TestCaseSource(nameof(Lists))]
    public async Task List_IsReadToItsLimit_AndRefusedBeyondIt(QueryCase query)
    {
        const string Small = "<Ad>A</Ad>";
        var item = query.ItemType == typeof(TCKisiBilgisi) ? "<DogumYerKod>1</DogumYerKod>" : Small;
        _answer = query.Answer(Enumerable.Repeat(item, query.Most!.Value));
        Assert.That((await query.Ask(_client)).Value, Has.Count.EqualTo(query.Most));
        Assert.That((await AskAsync(query, query.Answer(Enumerable.Repeat(item, query.Most.Value + 1)))).Reply.Fault, Is.EqualTo(UpstreamFault.Malformed));
    }

    [TestCaseSource(nameof(Lists))]
    public async Task List_KeepsTheOrderOfItsItems_AndLeavesNilOnesOut(QueryCase query)
    {
        var answer = query.Answer("<HataBilgisi><Kod>1</Kod></HataBilgisi>", "<HataBilgisi><Kod>2</Kod></HataBilgisi>");
        _answer = answer.Replace("</SorguSonucu>", $"<{query.Item} {Answers.Nil}/></SorguSonucu>");
        var items = (IEnumerable<object>)(await query.Ask(_client)).Value!;
        Assert.That(items.Select(item => ((Parametre?)query.ItemType.GetProperty("HataBilgisi")!.GetValue(item))?.Kod), Is.EqualTo(new[] { 1, 2 }));
    }

    private async Task<(MernisReply Reply, object? Item)> AskAsync(QueryCase query, string answer)
    {
        _answer = answer;
        var (reply, value) = await query.Ask(_client);
        return (reply, query.Most is null ? value : ((IEnumerable<object>?)value)?.SingleOrDefault());
    }

    private static string Json(object? value) => value is null ? "nothing" : JsonSerializer.Serialize(value, value.GetType());

    private static string Prefixed(string answer)
    {
        var prefixed = Regex.Replace(answer, "<(/?)(?!s:|b:)(\\w+)", "<$1n:$2");
        return Regex.Replace(prefixed, "<n:SorgulaResponse xmlns=\"[^\"]*\"", "<n:SorgulaResponse xmlns:n=\"urn:n\"");
    }

    private static string Reversed(string answer)
    {
        var document = new XmlDocument { XmlResolver = null };
        document.LoadXml(answer);
        Reverse((XmlElement)document.GetElementsByTagName("SorgulaResult")[0]!);
        return document.OuterXml;

        static void Reverse(XmlElement element)
        {
            foreach (var child in element.ChildNodes.OfType<XmlElement>().ToList())
            {
                Reverse(child);
                element.PrependChild(child);
            }
        }
    }
}
