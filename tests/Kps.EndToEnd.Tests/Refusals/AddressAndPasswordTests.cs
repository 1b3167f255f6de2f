using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;
using Kps.Registry.Users;
using Kps.TestSupport;

namespace Kps.EndToEnd.Tests.Refusals;

/// <summary>
/// Design §4.8: before the right password has come from inside the range, every refusal sounds the same and the log alone knows; after
/// it, the account's state has its own text.
/// </summary>
public sealed class AddressAndPasswordTests
{
    private const string NeighbourAddress = "127.0.0.2";

    private TestEnvironment _house = null!;
    private int _neighbour;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _house = await SharedHouse.OpenAsync();
        _neighbour = await _house.AddInstitutionAsync(NeighbourAddress);
    }

    [Test]
    public async Task WrongPassword_IsTheIdenticalFault()
    {
        var user = await _house.AddUserAsync();

        var row = await _house.CheckIdenticalFaultAsync(await AskAsync(user with { Password = "yanlis-parola" }), FaultCode.WrongPassword);

        Assert.That(row.UserId, Is.EqualTo(user.Id));
        Assert.That(row.AttemptedUserName, Is.Null);
    }

    [Test]
    public async Task UnknownUser_IsTheIdenticalFault()
    {
        var row = await _house.CheckIdenticalFaultAsync(await AskAsync(new TestUser(0, TestEnvironment.NewNumber(), "parola")), FaultCode.UnknownUser);

        Assert.That(row.UserId, Is.Null);
        Assert.That(row.AttemptedUserName, Is.Not.Null, "The log keeps a keyed hash of the name that was tried.");
    }

    [Test]
    public async Task RightPassword_FromAnotherInstitutionsRange_IsTheIdenticalFault()
    {
        var user = await _house.AddUserAsync(_neighbour);

        var row = await _house.CheckIdenticalFaultAsync(await AskAsync(user), FaultCode.AddressOutsideRanges);

        Assert.That(row.UserId, Is.EqualTo(user.Id));
        Assert.That(row.CallerAddress!.ToString(), Is.EqualTo("127.0.0.1"));
        Assert.That((await AskAsync(user, NeighbourAddress)).Status, Is.EqualTo(200), "From its own range the same password works.");
    }

    [Test]
    public async Task RightPassword_FromNobodysRange_IsTheIdenticalFaultWithTheAddressSeen()
    {
        await _house.CheckIdenticalFaultAsync(await AskAsync(_house.User, "127.0.0.99"), FaultCode.AddressOutsideRanges, "127.0.0.99");
    }

    [Test]
    public async Task RightPassword_OfAnInstitutionWithoutRanges_IsTheIdenticalFault()
    {
        var user = await _house.AddUserAsync(await _house.AddInstitutionAsync(range: null));

        await _house.CheckIdenticalFaultAsync(await AskAsync(user), FaultCode.AddressOutsideRanges);
    }

    [Test]
    public async Task UnknownNameWrongPasswordAndWrongAddress_AreByteIdenticalButForTheNumber()
    {
        var outside = await _house.AddUserAsync(_neighbour);
        var inside = await _house.AddUserAsync();
        var passive = await _house.AddUserAsync();
        await _house.SetDurumAsync(passive, UserDurum.Pasif);
        SoapReply[] replies =
        [
            await AskAsync(new TestUser(0, TestEnvironment.NewNumber(), "parola")),
            await AskAsync(inside with { Password = "yanlis-parola" }),
            await AskAsync(outside),
            await AskAsync(outside with { Password = "yanlis-parola" }),
            await AskAsync(passive with { Password = "yanlis-parola" }),
        ];

        var texts = replies.Select(reply => reply.Text.Replace(reply.IslemNo, "…", StringComparison.Ordinal)).Distinct().ToList();
        var heads = replies.Select(reply => $"{reply.Status} {reply.ContentType} {reply.Body.Length} {string.Join(';', reply.Headers!.Select(header => header.Key).Order())}");

        Assert.That(texts, Has.Count.EqualTo(1));
        Assert.That(heads.Distinct().ToList(), Has.Count.EqualTo(1));
    }

    [TestCase(UserDurum.Pasif, nameof(FaultCode.UserPassive), "Hesabınız pasif.")]
    [TestCase(UserDurum.OnayBekliyor, nameof(FaultCode.UserAwaitingApproval), "Hesabınız onay bekliyor.")]
    [TestCase(UserDurum.Red, nameof(FaultCode.UserRejected), "Başvurunuz reddedildi.")]
    [TestCase(UserDurum.SuresiDoldu, nameof(FaultCode.UserExpired), "Hesabınızın süresi doldu.")]
    public async Task AccountState_AfterTheRightPassword_HasItsOwnText(UserDurum durum, string cause, string text)
    {
        var user = await _house.AddUserAsync();
        await _house.SetDurumAsync(user, durum);

        var row = await _house.CheckFaultAsync(await AskAsync(user), Enum.Parse<FaultCode>(cause), "o:FailedAuthentication", text);

        Assert.That(row.UserId, Is.EqualTo(user.Id));
        await _house.CheckIdenticalFaultAsync(await AskAsync(user, NeighbourAddress), FaultCode.AddressOutsideRanges, NeighbourAddress);
    }

    [Test]
    public async Task DeletedUser_IsTheIdenticalFault()
    {
        var user = await _house.AddUserAsync();
        Assert.That((await AskAsync(user)).Status, Is.EqualTo(200));
        TestEnvironment.Require(await _house.Admin.SetUserDurumAsync(user.UserName, UserDurum.Silindi));
        await _house.WaitForAsync(registry => registry.FindUser(user.UserName) is null or { Durum: UserDurum.Silindi });

        var reply = await AskAsync(user);

        Assert.That(reply.Reason, Does.StartWith(RefusalAssertions.Identical));
        Assert.That((await _house.AuditOfAsync(reply.IslemNo)).Opening.Cause, Is.AnyOf("WrongPassword", "UnknownUser"));
    }

    [Test]
    public async Task PasswordExpired_HasItsOwnText()
    {
        var user = await _house.AddUserAsync();
        await _house.Database.ExecuteAsync($"UPDATE registry.app_user SET password_expires_at = now() - interval '1 minute' WHERE id = {user.Id}");
        await _house.WaitForAsync(registry => registry.FindUser(user.UserName)!.PasswordExpiresAt < TimeProvider.System.GetUtcNow());

        await _house.CheckFaultAsync(await AskAsync(user), FaultCode.PasswordExpired, "o:FailedAuthentication", "Web servis şifrenizin süresi doldu.");
    }

    [Test]
    public async Task InstitutionClosed_HasItsOwnText()
    {
        var kurumKodu = await _house.AddInstitutionAsync("127.0.0.7");
        var user = await _house.AddUserAsync(kurumKodu);
        TestEnvironment.Require(await _house.Admin.DisableInstitutionAsync(kurumKodu));
        await _house.WaitForAsync(registry => registry.FindUser(user.UserName)!.PrimaryInstitution.Durum == Kps.Registry.Institutions.InstitutionDurum.Kapali);

        await _house.CheckFaultAsync(
            await AskAsync(user, "127.0.0.7"), FaultCode.InstitutionClosed, "o:FailedAuthentication", "Kurumunuzun KPS kullanımı kapalı.");
    }

    [TestCase("{0}")]
    [TestCase("999999999")]
    [TestCase("abc")]
    public async Task KurumKodu_OfAnotherInstitution_IsRefused(string sent)
    {
        var header = $"<KurumKodu>{string.Format(sent, _neighbour)}</KurumKodu>";

        var reply = await _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, _house.User) with { ExtraHeaders = header });

        await _house.CheckFaultAsync(reply, FaultCode.ForeignInstitution, "o:FailedAuthentication", "Gönderilen KurumKodu için görevli değilsiniz.");
    }

    [Test]
    public async Task TenWrongPasswords_FromInsideTheRange_LockTheNameForTheRightOneToo()
    {
        var user = await _house.AddUserAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await _house.CheckIdenticalFaultAsync(await AskAsync(user with { Password = $"yanlis-{attempt}" }), FaultCode.WrongPassword);
        }

        await _house.CheckIdenticalFaultAsync(await AskAsync(user), FaultCode.NameLocked);

        Assert.That(await TestDatabase.ScalarAsync<long>(_house.Database.Superuser, "SELECT count(*) FROM registry.password_failure WHERE locked_until > now()"), Is.Positive);
    }

    [Test]
    public async Task WrongPasswords_FromAnotherInstitutionsRange_LockNobodyOut()
    {
        var user = await _house.AddUserAsync(_neighbour);
        for (var attempt = 0; attempt < 11; attempt++)
        {
            await _house.CheckIdenticalFaultAsync(await AskAsync(user with { Password = $"yanlis-{attempt}" }), FaultCode.AddressOutsideRanges);
        }

        var reply = await AskAsync(user, NeighbourAddress);

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
    }

    private Task<SoapReply> AskAsync(TestUser user, string from = "127.0.0.1") =>
        _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, user), _house.HttpFrom(from));
}
