using Kps.Audit;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;
using Kps.Gateway.Call.Responding;

namespace Kps.EndToEnd.Tests.Refusals;

/// <summary>Business answers to a caller who is who he says: HTTP 200 and HataBilgisi, and NVİ is not troubled.</summary>
public sealed class BusinessTests
{
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task NoRight_IsKod8()
    {
        var user = await _house.AddUserAsync(await _house.AddInstitutionAsync("127.0.0.4", isEntitled: false));
        var asked = _house.Nvi.Statistics.RouterCalls;

        var reply = await _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, user), _house.HttpFrom("127.0.0.4"));

        var row = await _house.CheckHataAsync(reply, FaultCode.NotEntitled, FaultTexts.YetkiYokKod, "Kurumunuzun BilesikKisiSorgula sorgusuna yetkisi yok.");
        Assert.That((row.UserId, row.Subject is not null), Is.EqualTo((user.Id, true)));
        Assert.That(_house.Nvi.Statistics.RouterCalls, Is.EqualTo(asked));
    }

    [Test]
    public async Task RightThatEnded_IsKod8WithItsLastDay()
    {
        var kurumKodu = await _house.AddInstitutionAsync("127.0.0.15", isEntitled: false);
        TestEnvironment.Require(await _house.Admin.GrantOperationAsync(
            kurumKodu, Contracts.KpsOperation.BilesikKisiSorgula, "Test", bitis: new DateOnly(2020, 12, 31)));
        var user = await _house.AddUserAsync(kurumKodu);

        var reply = await _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, user), _house.HttpFrom("127.0.0.15"));

        await _house.CheckHataAsync(
            reply, FaultCode.EntitlementLapsed, FaultTexts.YetkiYokKod, "Kurumunuzun sorgu yetkisi sona ermiş (sorgu ve son gün: BilesikKisiSorgula, 31.12.2020).");
    }

    [Test]
    public async Task Number_ThatCanBeNobodys_IsAnsweredHere([Values] bool isSoap12)
    {
        foreach (var number in new[] { _house.Samples.Invalid.Value, 0, -1, 12345, long.MaxValue })
        {
            var asked = _house.Nvi.Statistics.RouterCalls;

            var reply = await _house.PostAsync(isSoap12 ? SoapMessage.Query(number, _house.User) : SoapMessage.Query11(number, _house.User));

            await _house.CheckHataAsync(reply, FaultCode.InvalidNumber, (int)FaultCode.InvalidNumber, "Kimlik numarası geçerli değil:");
            Assert.That(_house.Nvi.Statistics.RouterCalls, Is.EqualTo(asked));
        }
    }

    [Test]
    public async Task ForeignNumber_ThatFailsTheChecksum_IsForwardedAndMarked()
    {
        var number = _house.Samples.ForeignerWithoutChecksum.Value;

        var reply = await _house.PostAsync(SoapMessage.Query(number, _house.User));

        Assert.That(reply.At("YabanciKisiKutukleri/KisiBilgisi/KimlikNo"), Is.EqualTo(number.ToString()));
        var call = await _house.AuditOfAsync(reply.IslemNo);
        Assert.That(call.Opening.Marks.HasFlag(AuditMarks.ForeignNumberFailsChecksum), Is.True);
        Assert.That(call.Closing!.Outcome, Is.Zero);
    }

    [Test]
    public async Task NobodysNumber_IsNvisOwnKod2_InSonuc()
    {
        var reply = await _house.PostAsync(SoapMessage.Query(_house.Samples.Unknown.Value, _house.User));

        Assert.That((reply.Status, reply.ResultHataKod, reply.SonucHataKod), Is.EqualTo((200, (int?)null, (int?)2)));
        var call = await _house.AuditOfAsync(reply.IslemNo);
        Assert.That((call.Closing!.Outcome, call.Result is not null), Is.EqualTo(((int?)2, true)));
    }
}
