using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;

namespace Kps.EndToEnd.Tests.Catalogue;

/// <summary>Yes or no, and nothing personal: not in the answer, not in what the log keeps of it.</summary>
public sealed class VerificationTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task Card_ThatIsThePersons_IsYes()
    {
        var asked = CatalogueRequests.Card(_house.Nvi.Population.Find(_house.Samples.CardHolder.Value)!);

        await CheckAsync(asked, "true");
    }

    [Test]
    public async Task Booklet_ThatIsThePersons_IsYes()
    {
        foreach (var number in new[] { _house.Samples.OldBook, _house.Samples.NewBook })
        {
            var person = _house.Nvi.Population.Find(number.Value)!;
            var kriter = $"<kriter><Ad>{person.Ad}</Ad><CuzdanNo>{person.NufusCuzdani!.No}</CuzdanNo><CuzdanSeri>{person.NufusCuzdani.Seri}</CuzdanSeri>"
                + $"<DogumYil>{person.DogumTarih.Yil}</DogumYil><KimlikNo>{number.Value}</KimlikNo><Soyad>{person.Soyad}</Soyad></kriter>";

            var reply = await _house.PostAsync(SoapMessage.Of(KpsOperation.KisiVeCuzdanDogrula, kriter, _house.User));

            Assert.That((reply.HataKod, reply.At("Dogrulandi")), Is.EqualTo(((int?)null, "true")), reply.Text);
        }
    }

    [TestCase("Ad", "BAŞKASI")]
    [TestCase("Soyad", "BAŞKASI")]
    [TestCase("DogumYil", "1900")]
    [TestCase("TCKKSeriNo", "A00A00000")]
    [TestCase("KimlikNo", null)]
    public async Task Card_WithOneThingWrong_IsNo_WhateverIt(string member, string? value)
    {
        var asked = CatalogueRequests.Card(_house.Nvi.Population.Find(_house.Samples.CardHolder.Value)!);
        asked.Members["kriter"]![member] = value ?? _house.Samples.Unknown.Value.ToString(CultureInfo.InvariantCulture);

        await CheckAsync(asked, "false");
    }

    [Test]
    public async Task Foreigner_IsYes_AndWithAnotherBirthdayNo()
    {
        var asked = CatalogueRequests.Foreigner(_house.Nvi.Population.Find(_house.Samples.Foreigner.Value)!);
        await CheckAsync(asked, "true");
        asked.Members["kriter"]!["DogumYil"] = 1900;

        await CheckAsync(asked, "false");
    }

    [Test]
    public async Task Foreigner_WhoIsDead_IsNo() =>
        await CheckAsync(CatalogueRequests.Foreigner(_house.Nvi.Population.Find(_house.Samples.DeceasedForeigner.Value)!), "false");

    [Test]
    public async Task Card_ThatIsNone_IsRefusedHere()
    {
        var asked = CatalogueRequests.Card(_house.Nvi.Population.Find(_house.Samples.CardHolder.Value)!);
        asked.Members["kriter"]!.AsObject().Remove("TCKKSeriNo");
        var calls = _house.Nvi.Statistics.RouterCalls;

        var reply = await _house.PostAsync(asked.ToMessage(_house.User));

        Assert.That(reply.ResultHataKod, Is.EqualTo((int)FaultCode.InvalidCriterion), reply.Text);
        Assert.That(_house.Nvi.Statistics.RouterCalls, Is.EqualTo(calls));
    }

    /// <summary>The answer has one value and so has what the log keeps of it.</summary>
    private async Task CheckAsync(QueryArguments asked, string dogrulandi)
    {
        var reply = await _house.PostAsync(asked.ToMessage(_house.User));

        Assert.That((reply.Status, reply.HataKod, reply.At("Dogrulandi")), Is.EqualTo((200, (int?)null, dogrulandi)), reply.Text);
        Assert.That(Values(reply.Result), Is.EqualTo(new[] { dogrulandi }));
        var call = await _house.AuditOfAsync(reply.IslemNo);
        Assert.That((call.Closing!.Outcome, call.Closing.FieldsReturned), Is.EqualTo(((int?)0, "Dogrulandi")));
        var kept = Encoding.UTF8.GetString(Contracts.Answers.AnswerCodec.Decode(call.Result!.Value.Plain));
        Assert.That(Values(XElement.Parse(kept)), Is.EqualTo(new[] { dogrulandi }));
    }

    private static IEnumerable<string> Values(XElement element) => element.DescendantsAndSelf().Where(member => !member.HasElements && member.Value.Length > 0).Select(member => member.Value);
}
