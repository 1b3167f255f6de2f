using System.Diagnostics;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;
using Kps.Registry.Entitlements;
using Kps.Registry.Registrar;
using Kps.TestSupport;

namespace Kps.EndToEnd.Tests;

/// <summary>What an operator changes holds for the running gateway without a restart: two seconds by design, with room for a busy machine here.</summary>
public sealed class RegistryChangeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    [Test]
    public async Task PasswordChanged_TheOldOneDiesAndTheNewOneWorks()
    {
        var user = await AnsweredUserAsync(TestEnvironment.KurumKodu, "127.0.0.1");

        var issued = TestEnvironment.Require(await _house.Admin.SetPasswordAsync(user.UserName, null));

        await BecomesAsync(user, "127.0.0.1", FaultCode.WrongPassword);
        Assert.That((await AskAsync(user with { Password = issued.Generated!.Value.Reveal() }, "127.0.0.1")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task UserDisabled_IsRefused()
    {
        var user = await AnsweredUserAsync(TestEnvironment.KurumKodu, "127.0.0.1");

        TestEnvironment.Require(await _house.Admin.DisableUserAsync(user.UserName));

        await BecomesAsync(user, "127.0.0.1", FaultCode.UserPassive);
    }

    [Test]
    public async Task RangeRemoved_ItsAddressesAreRefused()
    {
        var kurumKodu = await _house.AddInstitutionAsync("127.0.0.11");
        var user = await AnsweredUserAsync(kurumKodu, "127.0.0.11");

        TestEnvironment.Require(await _house.Admin.DisableRangeAsync((await _house.Admin.ListRangesAsync(kurumKodu)).Single().Range.Id));

        await BecomesAsync(user, "127.0.0.11", FaultCode.AddressOutsideRanges);
    }

    [Test]
    public async Task RightRevoked_IsKod8()
    {
        var kurumKodu = await _house.AddInstitutionAsync("127.0.0.12");
        var user = await AnsweredUserAsync(kurumKodu, "127.0.0.12");

        TestEnvironment.Require(await _house.Admin.RevokeOperationAsync(kurumKodu, Contracts.KpsOperation.BilesikKisiSorgula));

        await BecomesAsync(user, "127.0.0.12", FaultCode.NotEntitled);
    }

    [Test]
    public async Task FieldWithheld_IsNilAndTheRowSaysSo()
    {
        const string Field = "TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/Soyad";
        var kurumKodu = await _house.AddInstitutionAsync("127.0.0.13");
        var user = await AnsweredUserAsync(kurumKodu, "127.0.0.13");
        Assert.That((await AskAsync(user, "127.0.0.13")).At(Field), Is.Not.Null);

        TestEnvironment.Require(await _house.Admin.WithholdFieldAsync(
            kurumKodu, new NewFieldRight(Contracts.KpsOperation.BilesikKisiSorgula, FieldKind.Alan, Field, "Test")));

        var reply = await UntilAsync(user, "127.0.0.13", answer => answer.At(Field) is null);
        var closing = (await _house.AuditOfAsync(reply.IslemNo)).Closing!;
        Assert.That((reply.Status, reply.ResultHataKod), Is.EqualTo((200, (int?)null)));
        Assert.That(reply.At("TCVatandasiKisiKutukleri/KisiBilgisi/TemelBilgisi/Ad"), Is.Not.Null);
        Assert.That(closing.FieldsWithheld, Does.Contain(Field));
        Assert.That(closing.FieldsReturned, Does.StartWith("TCVatandasiKisiKutukleri/KisiBilgisi"));
    }

    [Test]
    public async Task ArgumentWithheld_IsKod8ThatNamesIt()
    {
        var kurumKodu = await _house.AddInstitutionAsync("127.0.0.14");
        var user = await AnsweredUserAsync(kurumKodu, "127.0.0.14");

        TestEnvironment.Require(await _house.Admin.WithholdFieldAsync(
            kurumKodu, new NewFieldRight(Contracts.KpsOperation.BilesikKisiSorgula, FieldKind.Arguman, "kimlikNo", "Test")));

        await BecomesAsync(user, "127.0.0.14", FaultCode.ArgumentNotPermitted);
    }

    [Test]
    public async Task LostNotifications_AreMadeUpByThePoll()
    {
        var user = await AnsweredUserAsync(TestEnvironment.KurumKodu, "127.0.0.1");

        // Cut every connection that listens; the follower must come back and see what it missed.
        var cut = await TestDatabase.ScalarAsync<long>(
            _house.Database.Superuser,
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'kps_gateway' AND datname = current_database() AND query LIKE 'LISTEN%'");
        Assert.That(cut, Is.Positive);
        TestEnvironment.Require(await _house.Admin.DisableUserAsync(user.UserName));

        await BecomesAsync(user, "127.0.0.1", FaultCode.UserPassive);
    }

    private async Task<TestUser> AnsweredUserAsync(int kurumKodu, string from)
    {
        var user = await _house.AddUserAsync(kurumKodu);
        Assert.That((await AskAsync(user, from)).Status, Is.EqualTo(200));
        return user;
    }

    /// <summary>Once refused, for good: a cached verifier or an old snapshot must not answer again.</summary>
    private async Task BecomesAsync(TestUser user, string from, FaultCode cause)
    {
        var since = Stopwatch.StartNew();
        var reply = await UntilAsync(user, from, answer => answer is not { Status: 200, ResultHataKod: null });
        TestContext.Out.WriteLine($"{cause} after {since.ElapsedMilliseconds} ms");
        Assert.That((await _house.AuditOfAsync(reply.IslemNo)).Opening.Cause, Is.EqualTo(cause.ToString()));
        Assert.That((await AskAsync(user, from)) is { Status: 200, ResultHataKod: null }, Is.False);
    }

    private async Task<SoapReply> UntilAsync(TestUser user, string from, Func<SoapReply, bool> isSo)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            if (await AskAsync(user, from) is var reply && isSo(reply))
            {
                return reply;
            }

            Assert.That(since.Elapsed, Is.LessThan(Patience), "The change was never seen.");
            await Task.Delay(50);
        }
    }

    private Task<SoapReply> AskAsync(TestUser user, string from) =>
        _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, user), _house.HttpFrom(from));
}
