using Kps.Audit;
using Kps.EndToEnd.Tests.Harness;
using Kps.Gateway.Call;

namespace Kps.EndToEnd.Tests.Refusals;

/// <summary>Credentials that are missing, unreadable, stale or of a kind that is not taken.</summary>
public sealed class CredentialTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => _house = await SharedHouse.OpenAsync();

    private SoapMessage Query => SoapMessage.Query(_house.Samples.Citizen.Value, _house.User);

    [Test]
    public async Task NoCredentials_AreChallengedWithAFaultBody([Values] bool isSoap12)
    {
        var reply = await _house.PostAsync(isSoap12 ? SoapMessage.Query(_house.Samples.Citizen.Value, null) : SoapMessage.Query11(_house.Samples.Citizen.Value, null));

        var row = await _house.CheckFaultAsync(
            reply, FaultCode.CredentialsMissing, "o:InvalidSecurity", "İstekte kullanıcı adı ve web servis şifresi yok.", status: 401);
        Assert.That(reply.Headers!.WwwAuthenticate.ToString(), Is.EqualTo("Basic realm=\"KPS\", charset=\"UTF-8\""));
        Assert.That(row.Credential, Is.EqualTo(AuditCredential.None));
        Assert.That(row.UserId, Is.Null);
    }

    [TestCase("Basic !!!")]
    [TestCase("Basic")]
    [TestCase("Basic bm9jb2xvbg==")]
    [TestCase("Bearer abc")]
    public async Task Authorization_PresentButBroken_IsAFaultAndNoChallenge(string header)
    {
        var reply = await _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, null) with { HttpHeaders = [("Authorization", header)] });

        await _house.CheckFaultAsync(reply, FaultCode.InvalidSecurityHeader, "o:InvalidSecurity", "Kimlik bilgisi başlığı okunamıyor (Authorization).");
        Assert.That(reply.Headers!.WwwAuthenticate, Is.Empty);
    }

    [Test]
    public async Task SecurityHeader_WithoutToken_IsAFaultAndNoChallenge()
    {
        var reply = await _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, null).At(Now, TimeSpan.FromHours(1)));

        await _house.CheckFaultAsync(reply, FaultCode.CredentialsMissing, "o:InvalidSecurity", "İstekte kullanıcı adı ve web servis şifresi yok.");
    }

    [Test]
    public async Task UsernameTokenAndBasic_ThatDisagree_AreRefused()
    {
        var reply = await _house.PostAsync(Query with { BasicCredential = "baskasi:parola" });

        await _house.CheckFaultAsync(reply, FaultCode.InvalidSecurityHeader, "o:InvalidSecurity", "Kimlik bilgisi başlığı okunamıyor (Authorization).");
    }

    [Test]
    public async Task PasswordDigest_HasItsOwnText()
    {
        const string Digest = " Type=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest\"";

        var reply = await _house.PostAsync(Query with { PasswordAttributes = Digest, Password = "b2xkdWdldHRlIHNpZnJlIGRlZ2ls" });

        await _house.CheckFaultAsync(reply, FaultCode.PasswordDigestUnsupported, "o:InvalidSecurity", "PasswordDigest desteklenmiyor.");
    }

    [TestCase(-20, "20 dakika geri")]
    [TestCase(20, "20 dakika ileri")]
    public async Task Timestamp_Stale_SaysHowManyMinutesTheClockIsOff(int minutes, string told)
    {
        var reply = await _house.PostAsync(Query.At(TimeProvider.System.GetUtcNow().AddMinutes(minutes), TimeSpan.FromMinutes(5)));

        await _house.CheckFaultAsync(reply, FaultCode.MessageExpired, "o:MessageExpired", $"İletinin zaman damgası geçerli değil: saatiniz {told}.");
        AssertCarriesTimestamp(reply);
    }

    [Test]
    public async Task Timestamp_Unreadable_IsRefused()
    {
        var reply = await _house.PostAsync(Query with { Timestamp = "<u:Timestamp><u:Created>dün</u:Created></u:Timestamp>" });

        await _house.CheckFaultAsync(reply, FaultCode.InvalidTimestamp, "o:InvalidSecurity", "wsu:Timestamp okunamıyor.");
    }

    [Test]
    public async Task Timestamp_WithinFiveMinutes_IsAnsweredWithOne([Values(-4, 0, 4)] int minutes)
    {
        var reply = await _house.PostAsync(Query.At(TimeProvider.System.GetUtcNow().AddMinutes(minutes), TimeSpan.FromMinutes(5)));

        Assert.That(reply.Status, Is.EqualTo(200), reply.Text);
        AssertCarriesTimestamp(reply);
    }

    [Test]
    public async Task WrongPassword_InSoap11AndByBasic_IsTheSameFaultCode()
    {
        var user = await _house.AddUserAsync();
        var query = SoapMessage.Query11(_house.Samples.Citizen.Value, null) with { BasicCredential = $"{user.UserName}:yanlis-parola" };

        var reply = await _house.PostAsync(query);

        var row = await _house.CheckIdenticalFaultAsync(reply, FaultCode.WrongPassword);
        Assert.That((row.SoapVersion, row.Credential, row.UserId), Is.EqualTo(((byte)11, AuditCredential.Basic, user.Id)));
    }

    [Test]
    public async Task Password_IsComparedCharacterByCharacter_NotByCulture()
    {
        var user = await _house.AddUserAsync();
        TestEnvironment.Require(await _house.Admin.SetPasswordAsync(user.UserName, new("Kapi-IiIi-77")));
        await _house.WaitForAsync(registry => registry.FindUser(user.UserName)!.PasswordVersion == 2);

        Assert.That((await _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, user with { Password = "Kapi-IiIi-77" }))).Status, Is.EqualTo(200));
        var reply = await _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, user with { Password = "Kapı-IiIi-77" }));

        await _house.CheckIdenticalFaultAsync(reply, FaultCode.WrongPassword);
    }

    private static void AssertCarriesTimestamp(SoapReply reply)
    {
        Assert.That(reply.Text, Does.Contain("Timestamp"));
        Assert.That(reply.Text, Does.Not.Contain("mustUnderstand"));
    }
}
