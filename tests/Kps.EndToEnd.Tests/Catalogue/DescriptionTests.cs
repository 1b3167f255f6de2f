using System.Globalization;
using System.Text.Json.Nodes;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;
using Nvi.Simulator.Population;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>Queries without a number: by description and by place of entry.</summary>
public sealed class DescriptionTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task Description_OfOne_IsThatPerson()
    {
        var citizen = _house.Nvi.Population.Find(_house.Samples.Citizen.Value)!;

        var reply = await AskAsync(CatalogueRequests.Description(citizen));

        Assert.That((reply.HataKod, reply.At("TCKimlikNo"), reply.At("TemelBilgisi/Ad")), Is.EqualTo(((int?)null, Text(citizen.KimlikNo.Value), citizen.Ad)));
    }

    /// <summary>In Turkish: i is the small letter of İ and ı of I.</summary>
    [Test]
    public async Task Description_InSmallLetters_IsTheSamePerson()
    {
        var citizen = _house.Nvi.Population.Find(_house.Samples.Citizen.Value)!;
        var asked = CatalogueRequests.Description(citizen);
        var kriter = asked.Members["kriter"]!.AsObject();
        foreach (var member in new[] { "Adi", "Soyadi", "AnneAdi", "BabaAdi", "DogumYeri" })
        {
            kriter[member] = ((string)kriter[member]!).ToLower(CultureInfo.GetCultureInfo("tr-TR"));
        }

        Assert.That((await AskAsync(asked)).At("TCKimlikNo"), Is.EqualTo(Text(citizen.KimlikNo.Value)));
    }

    [Test]
    public async Task Description_OfTwo_IsNobody_AndSaysSo()
    {
        var twins = _house.Samples.NamesakesTwins;
        var asked = CatalogueRequests.Description(_house.Nvi.Population.Find(twins.One.Value)!);

        var reply = await AskAsync(asked);

        Assert.That(reply.ResultHataKod, Is.EqualTo((int)FaultCode.MoreThanOneRecord), reply.Text);
        Assert.That(reply.Text, Does.Not.Contain(Text(twins.One.Value)).And.Not.Contain(Text(twins.Other.Value)));
        Assert.That((await _house.AuditOfAsync(reply.IslemNo)).Result, Is.Null);
    }

    [Test]
    public async Task Description_OfNobody_IsKod2()
    {
        var asked = CatalogueRequests.Description(_house.Nvi.Population.Find(_house.Samples.Citizen.Value)!);
        asked.Members["kriter"]!["Adi"] = "YOKÖYLEBİRİ";

        Assert.That((await AskAsync(asked)).HataKod, Is.EqualTo(2));
    }

    [TestCase("Adi")]
    [TestCase("Soyadi")]
    [TestCase("DogumTarihi")]
    public async Task Description_WithoutWhatItNeeds_IsRefusedHere(string member)
    {
        var asked = CatalogueRequests.Description(_house.Nvi.Population.Find(_house.Samples.Citizen.Value)!);
        asked.Members["kriter"]!.AsObject().Remove(member);

        await CheckNotAskedAsync(asked, FaultCode.CriteriaIncomplete);
    }

    [Test]
    public async Task Description_WithoutParents_IsRefusedHere()
    {
        var asked = CatalogueRequests.Description(_house.Nvi.Population.Find(_house.Samples.Citizen.Value)!);
        asked.Members["kriter"]!.AsObject().Remove("AnneAdi");
        Assert.That((await AskAsync(asked)).HataKod, Is.Null, "One parent is enough.");
        asked.Members["kriter"]!.AsObject().Remove("BabaAdi");

        await CheckNotAskedAsync(asked, FaultCode.CriteriaIncomplete);
    }

    [TestCase("1899-12-31T00:00:00")]
    [TestCase("2999-01-01T00:00:00")]
    public async Task Description_WithADayThatCannotBe_IsRefusedHere(string day)
    {
        var asked = CatalogueRequests.Description(_house.Nvi.Population.Find(_house.Samples.Citizen.Value)!);
        asked.Members["kriter"]!["DogumTarihi"] = day;

        await CheckNotAskedAsync(asked, FaultCode.InvalidDate);
    }

    [Test]
    public async Task PlaceOfEntry_IsThePersonThere()
    {
        foreach (var number in new[] { _house.Samples.Citizen, _house.Samples.Deceased, _house.Samples.LargestFamily })
        {
            var person = _house.Nvi.Population.Find(number.Value)!;

            var reply = await AskAsync(Place(person));

            Assert.That((reply.HataKod, reply.At("TCKimlikNo")), Is.EqualTo(((int?)null, Text(number.Value))));
            Assert.That(reply.At("TemelBilgisi/Soyad"), Is.EqualTo(person.Soyad));
            Assert.That(reply.At("KayitYeriBilgisi/Ilce/Aciklama"), Is.EqualTo(person.KayitYeri!.Ilce.Aciklama));
        }
    }

    [Test]
    public async Task PlaceOfEntry_OfNobody_IsKod2()
    {
        var asked = Place(_house.Nvi.Population.Find(_house.Samples.Citizen.Value)!);
        asked.Members["kayitYeri"]!["CiltKod"] = 999;

        Assert.That((await AskAsync(asked)).HataKod, Is.EqualTo(2));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static QueryArguments Place(Person person) => new(KpsOperation.KayitYeriIleKimlikSorgula, new JsonObject { ["kayitYeri"] = CatalogueRequests.Place(person) });

    private async Task<SoapReply> AskAsync(QueryArguments asked)
    {
        var reply = await _house.PostAsync(asked.ToMessage(_house.User));
        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        return reply;
    }

    private async Task CheckNotAskedAsync(QueryArguments asked, FaultCode cause)
    {
        var calls = _house.Nvi.Statistics.RouterCalls;

        var reply = await AskAsync(asked);

        Assert.That(reply.ResultHataKod, Is.EqualTo((int)cause), reply.Text);
        Assert.That(_house.Nvi.Statistics.RouterCalls, Is.EqualTo(calls));
    }
}
