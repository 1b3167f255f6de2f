using System.Security.Cryptography;
using Kps.Audit;
using Kps.Registry.Tokens;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Cli.Tests.TokenKeys;

public sealed class KeysCommandTests
{
    private TestDatabase _database = null!;
    private string _masterKeyFile = "";

    [SetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync();
        _masterKeyFile = CliRun.NewPath("master.key");
        MasterKeyFile.Create(_masterKeyFile);
    }

    [TearDown]
    public async Task TearDown() => await _database.DisposeAsync();

    [Test]
    public async Task List_OfNothing_SaysSo() => Assert.That(await DoneAsync("keys", "list"), Does.EndWith("(yok)\n"));

    [Test]
    public async Task Rotate_WhereNothingSigns_SignsAtOnce()
    {
        var output = await DoneAsync("keys", "rotate");
        var listed = Lines(await DoneAsync("keys", "list"));

        Assert.That(output, Does.Match(@"^Yeni anahtar: no 1 \(Üretim, parmak izi [0-9a-f]{16}\)\n").And.Contain("hemen imzalamaya başlar"));
        Assert.That(listed[0], Does.Match("^No +Tür +Parmak izi +İmza başlangıcı +Kabul sonu +Durum$"));
        Assert.That(listed[1], Does.Match(@"^1 +Üretim +[0-9a-f]{16} +\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d +yeni anahtara dek +imzalıyor$"));
    }

    [Test]
    public async Task Rotate_MakesAKeyThatTheMasterKeyOpens()
    {
        await DoneAsync("keys", "rotate", "--test");

        var wrapped = await TestDatabase.ScalarAsync<byte[]>(_database.Gateway, "SELECT wrapped FROM registry.token_key WHERE is_test");
        using var master = MasterKeyFile.Open(_masterKeyFile);
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(await master.UnwrapAsync(wrapped, CancellationToken.None), out _);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo()));

        Assert.That(rsa.KeySize, Is.EqualTo(2048));
        Assert.That((await KeysAsync()).Single(), Has.Property("Fingerprint").EqualTo(fingerprint).And.Property("MasterKeyId").EqualTo(master.Id));
    }

    [Test]
    public async Task Rotate_LeavesTheOldKeySigningUntilEveryNodeHasTheNewOne()
    {
        await DoneAsync("keys", "rotate");

        var before = TimeProvider.System.GetUtcNow();
        var output = await DoneAsync("keys", "rotate");
        var after = TimeProvider.System.GetUtcNow();
        var listed = Lines(await DoneAsync("keys", "list"));

        var successor = (await KeysAsync())[1];
        Assert.Multiple(() =>
        {
            Assert.That(successor.SignsFrom, Is.InRange(before.AddMinutes(2).AddMilliseconds(-1), after.AddMinutes(2)));
            Assert.That(output, Does.Contain("Eskisi no 1 (Üretim").And.Contain("hiçbir jeton geçersizleşmez").And.Not.Contain("DİKKAT"));
            Assert.That(listed[1], Does.EndWith(" imzalıyor").And.Not.Contain("yeni anahtara dek"));
            Assert.That(listed[2], Does.Match("yeni anahtara dek +sırada$"));
        });
    }

    [Test]
    public async Task Rotate_WhileAKeyIsWaiting_IsRefused()
    {
        await DoneAsync("keys", "rotate");
        await DoneAsync("keys", "rotate");

        Assert.That(await FailedAsync("keys", "rotate"), Does.StartWith("Sırada bekleyen bir anahtar zaten var: no 2 (Üretim"));
        Assert.That(await DoneAsync("keys", "rotate", "--test"), Does.StartWith("Yeni anahtar: no 3 (TEST"), "the other kind has a schedule of its own");
    }

    [Test]
    public async Task Rotate_UnderAnotherMasterKey_SaysWhoCanOpenIt()
    {
        await DoneAsync("keys", "rotate");
        MasterKeyFile.Create(_masterKeyFile = CliRun.NewPath("other.key"));

        Assert.That(await DoneAsync("keys", "rotate"), Does.Contain("DİKKAT: eskisi başka bir ana anahtarla sarılı"));
    }

    [Test]
    public async Task Rotate_WithoutMasterKey_ChangesNothing()
    {
        _masterKeyFile = "/nowhere/master.key";

        Assert.That(await FailedAsync("keys", "rotate"), Does.Contain("ana anahtar gerekir").And.Contain("/nowhere/master.key"));
        Assert.That(await KeysAsync(), Is.Empty);
    }

    [Test]
    public async Task Withdraw_OfTheSigner_MakesASuccessorThatSignsAtOnce()
    {
        await DoneAsync("keys", "rotate");

        var output = await DoneAsync("keys", "withdraw", "1", "--yes");
        var listed = Lines(await DoneAsync("keys", "list"));

        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain("yerine hemen imzalayan yeni bir anahtar yapılacak").And.Match("(?m)^Geri çekildi: no 1 "));
            Assert.That(listed[1], Does.StartWith("1 ").And.EndWith(" geri çekildi"));
            Assert.That(listed[2], Does.StartWith("2 ").And.EndWith(" imzalıyor"));
        });
    }

    [Test]
    public async Task Withdraw_OfAWaitingKey_LeavesTheSignerAlone_AndNeedsNoMasterKey()
    {
        await DoneAsync("keys", "rotate");
        await DoneAsync("keys", "rotate");
        _masterKeyFile = "/nowhere/master.key";

        await DoneAsync("keys", "withdraw", "2", "--yes");

        Assert.That((await KeysAsync()).Select(key => key.WithdrawnAt is null), Is.EqualTo(new[] { true, false }));
    }

    [TestCase("1\n", true)]
    [TestCase(" 1 \n", true)]
    [TestCase("2\n", false)]
    [TestCase("evet\n", false)]
    [TestCase("", false)]
    public async Task Withdraw_HappensOnlyWhenTheNumberIsTyped(string typed, bool happens)
    {
        await DoneAsync("keys", "rotate");

        var run = await CliRun.WithInputAsync(CliRun.SettingsFor(_database, _masterKeyFile), typed, "keys", "withdraw", "1");

        var keys = await KeysAsync();
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(happens ? 0 : 1));
            Assert.That(run.Error.Trim(), Is.EqualTo(happens ? string.Empty : "Onaylanmadı; hiçbir şey değişmedi."));
            Assert.That(keys[0].WithdrawnAt is not null, Is.EqualTo(happens));
            Assert.That(keys, Has.Count.EqualTo(happens ? 2 : 1));
        });
    }

    [Test]
    public async Task Withdraw_LooksAgainOnceItIsConfirmed()
    {
        await DoneAsync("keys", "rotate");
        await DoneAsync("keys", "rotate");
        using var operatorWhoWaits = new SlowAnswer("2", () =>
            TestDatabase.ExecuteAsync(_database.Superuser, "UPDATE registry.token_key SET signs_from = now() - (3 - id) * interval '1 second'"));

        var run = await CliRun.WithInputAsync(CliRun.SettingsFor(_database, _masterKeyFile), operatorWhoWaits, "keys", "withdraw", "2");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        Assert.That(run.Out, Does.Contain("Yeni anahtar: no 3").And.Match("(?m)^Geri çekildi: no 2 "), "It had begun to sign meanwhile.");
        Assert.That(Lines(await DoneAsync("keys", "list"))[3], Does.StartWith("3 ").And.EndWith(" imzalıyor"));
    }

    [Test]
    public async Task Withdraw_OfAKeyWithdrawnByAnotherMeanwhile_MakesNoSuccessor()
    {
        await DoneAsync("keys", "rotate");
        using var operatorWhoWaits = new SlowAnswer("1", () => DoneAsync("keys", "withdraw", "1", "--yes"));

        var run = await CliRun.WithInputAsync(CliRun.SettingsFor(_database, _masterKeyFile), operatorWhoWaits, "keys", "withdraw", "1");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Out);
        Assert.That(run.Error, Does.StartWith("1 numaralı anahtar zaten geri çekilmiş"));
        Assert.That(await KeysAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Withdraw_OfAKeyThatIsGoneOrNeverWas_IsRefused()
    {
        await DoneAsync("keys", "rotate");
        await DoneAsync("keys", "withdraw", "1", "--yes");

        Assert.That(await FailedAsync("keys", "withdraw", "1", "--yes"), Does.StartWith("1 numaralı anahtar zaten geri çekilmiş"));
        Assert.That(await FailedAsync("keys", "withdraw", "7", "--yes"), Does.StartWith("7 numaralı anahtar yok."));
    }

    [Test]
    public async Task Keys_OnTheGatewaysOwnConfiguration_NeedNothingElse()
    {
        var settings = CliRun.NewPath("gateway.json");
        var database = new NpgsqlConnectionStringBuilder(_database.Gateway).ConnectionString;
        await File.WriteAllTextAsync(
            settings, $$$"""{"Registry":{"ConnectionString":"{{{database}}}"},"Audit":{"MasterKeyFile":"{{{_masterKeyFile}}}"}}""");

        var run = await CliRun.WithInputAsync(settings, string.Empty, "keys", "rotate");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
    }

    [Test]
    [SetCulture("tr-TR")]
    public async Task List_UnderTurkishCulture_ReadsTheSame()
    {
        await DoneAsync("keys", "rotate");

        Assert.That(Lines(await DoneAsync("keys", "list"))[1], Does.Match(@"^1 +Üretim +[0-9a-f]{16} +\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d +"));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<IReadOnlyList<TokenKeyListing>> KeysAsync()
    {
        await using var acts = new Kps.Audit.Acts.ActLog(_database.Panel, "test", TimeProvider.System);
        return await TokenKeyStore.Create(_database.Panel, new ActJournal(acts, "test")).ListAsync(CancellationToken.None);
    }

    private async Task<string> DoneAsync(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, _masterKeyFile, args);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        return run.Out;
    }

    private async Task<string> FailedAsync(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, _masterKeyFile, args);
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Out);
        return run.Error;
    }

    /// <summary>Something happens between the question and the answer.</summary>
    private sealed class SlowAnswer(string answer, Func<Task> meanwhile) : StringReader(answer)
    {
        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            await meanwhile();
            return await base.ReadLineAsync(cancellationToken);
        }
    }
}
