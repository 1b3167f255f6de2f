using System.Globalization;
using Kps.Audit;
using Kps.Cli.AuditLog;
using Kps.Contracts;
using Kps.TestSupport;

namespace Kps.Cli.Tests.AuditLog;

public sealed class AuditCommandTests
{
    private static readonly string UserName = Tckn.FromFirstNine(123_456_789).Value.ToString(CultureInfo.InvariantCulture);
    private const string Reason = "Başsavcılığın 2026/15 sayılı yazısı";
    private static readonly string Subject = WrittenLog.Person.Value.ToString(CultureInfo.InvariantCulture);

    private TestDatabase _database = null!;
    private WrittenLog _log = null!;

    [SetUp]
    public async Task SetUp()
    {
        _database = await TestDatabase.CreateAsync();
        await CliRun.OnAsync(_database, null, "institution", "add", "990001", "Deneme Hastanesi", "--il", "Ankara");
        await CliRun.OnAsync(_database, null, "user", "add", UserName, "--kurum", "990001", "--ad", "A", "--soyad", "B");
        await CliRun.OnAsync(_database, null, "user", "add", "ikinci", "--kurum", "990001", "--ad", "A", "--soyad", "B");
        _log = await WrittenLog.StartAsync(_database);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _log.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Audit_Empty_SaysSo()
    {
        var run = await CliRun.OnAsync(_database, null, "audit");

        Assert.That((run.ExitCode, run.Out.Trim(), run.Error), Is.EqualTo((2, "Böyle bir kayıt yok.", string.Empty)));
    }

    [Test]
    public async Task Audit_EveryEnd_IsOneSentenceOldestFirst()
    {
        var answered = await _log.AskAsync(1, 0);
        var nobody = await _log.AskAsync(1, 2);
        var silent = await _log.AskAsync(1, 6002, "NviTimeout");
        var (lost, _) = await _log.OpenAsync(1);
        var refused = await _log.RefuseAsync(1, 3102, "WrongPassword");
        var stranger = await _log.RefuseAsync(null, 3101, "UnknownUser");

        var lines = Lines(await DoneAsync("audit"));

        const string When = @"^\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d · ";
        const string Who = @"123\*{5}\d{3} \(Deneme Hastanesi\) · BilesikKisiSorgula · kişi #[0-9a-f]{8} · ";
        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Length.EqualTo(6));
            Assert.That(lines[0], Does.Match($@"{When}{Who}kayıt bulundu · 41 ms · 203\.0\.113\.7 · İşlem No {answered}$"));
            Assert.That(lines[1], Does.Match($@"{When}{Who}kayıt bulunamadı · 41 ms · 203\.0\.113\.7 · İşlem No {nobody}$"));
            Assert.That(lines[2], Does.Match($@"{When}{Who}NVİ zamanında yanıt vermedi · 41 ms · 203\.0\.113\.7 · İşlem No {silent}$"));
            Assert.That(lines[3], Does.Match($@"{When}{Who}sonucu bilinmiyor · 203\.0\.113\.7 · İşlem No {lost}$"));
            Assert.That(lines[4], Does.Match($@"{When}{Who}reddedildi: şifre yanlış · \d+ ms · 203\.0\.113\.7 · İşlem No {refused}$"));
            Assert.That(lines[5], Does.Match($@"{When}kayıtsız kullanıcı #[0-9a-f]{{8}} · .*kayıtlı olmayan kullanıcı · .* · İşlem No {stranger}$"));
        });
    }

    [Test]
    public async Task Audit_OfTokens_SaysGivenOrRefusedAndAboutNobody()
    {
        var refused = await _log.RefuseTokenAsync(1, 3102, "WrongPassword");
        var (issue, query) = await _log.AskByTokenAsync(1);

        var lines = Lines(await DoneAsync("audit"));

        const string Who = @"123\*{5}\d{3} \(Deneme Hastanesi\) · ";
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Does.Match($@" · {Who}jeton isteği · reddedildi: şifre yanlış · \d+ ms · 203\.0\.113\.7 · İşlem No {refused}$"));
            Assert.That(lines[1], Does.Match($@" · {Who}jeton verildi · \d+ ms · 203\.0\.113\.7 · İşlem No {issue}$"));
            Assert.That(lines[2], Does.Contain("BilesikKisiSorgula").And.EndWith(query.ToString()));
        });
    }

    [Test]
    public async Task Show_TiesTheQueryToTheIssueOfItsToken()
    {
        var (issue, query) = await _log.AskByTokenAsync(1);

        var issued = await DoneAsync("audit", "show", "--islem-no", issue.ToString());
        var asked = await DoneAsync("audit", "show", "--islem-no", query.ToString());

        Assert.Multiple(() =>
        {
            Assert.That(issued, Does.Match(@"(?m)^  Jeton kaydı$").And.Match(@"(?m)^    Sonuç +0 \(jeton verildi\)$"));
            Assert.That(issued, Does.Not.Contain("kayıt bulundu"));
            Assert.That(asked, Does.Match($@"(?m)^    Jeton +{issue} numaralı işlemle verildi$"));
            Assert.That(asked, Does.Match(@"(?m)^    Kimlik bilgisi +SamlToken$"));
        });
    }

    [Test]
    public async Task Audit_ShowsNoNumberOfAnybody()
    {
        await _log.AskAsync(1, 0);
        await _log.RefuseAsync(1, 5001, "NotEntitled");

        var output = await DoneAsync("audit");

        Assert.That(output, Does.Not.Contain(Subject).And.Not.Contain(UserName));
    }

    [Test]
    public async Task Audit_OfOneUser_LeavesOthersOut()
    {
        await _log.AskAsync(1, 0);
        var wanted = await _log.AskAsync(2, 0);

        var lines = Lines(await DoneAsync("audit", "--user", "ikinci"));

        Assert.That(lines, Has.Length.EqualTo(1));
        Assert.That(lines[0], Does.Contain(" · ikinci (Deneme Hastanesi) · ").And.EndWith(wanted.ToString()));
    }

    [Test]
    public async Task Audit_OfUnknownUser_FailsWithoutRepeatingTheName()
    {
        var run = await CliRun.OnAsync(_database, null, "audit", "--user", "baskasi");

        Assert.That((run.ExitCode, run.Error.Trim()), Is.EqualTo((1, "Bu adla kayıtlı kullanıcı yok.")));
    }

    [Test]
    public async Task Audit_OfOnePerson_NeedsTheMasterKey()
    {
        await _log.AskAsync(1, 0);

        var found = await DoneAsync("audit", "--subject", Subject);
        var other = await CliRun.OnAsync(_database, _log.MasterKeyFile, "audit", "--subject", "12345678901");
        var keyless = await CliRun.OnAsync(_database, "/nowhere/master.key", "audit", "--subject", Subject);

        Assert.Multiple(() =>
        {
            Assert.That(Lines(found), Has.Length.EqualTo(1));
            Assert.That(other.ExitCode, Is.EqualTo(2));
            Assert.That(keyless.ExitCode, Is.EqualTo(1));
            Assert.That(keyless.Error, Does.Contain("ana anahtar gerekir").And.Not.Contain(Subject));
        });
    }

    [Test]
    public async Task Audit_OfOneNumber_TakesItAsPeopleWriteIt()
    {
        await _log.AskAsync(1, 0);
        var wanted = await _log.AskAsync(1, 2);
        var text = wanted.ToString();

        var lines = Lines(await DoneAsync("audit", "--islem-no", $"{text[..4]}-{text[4..8]} {text[8..]}".ToLowerInvariant()));

        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines[0], Does.EndWith(text));
    }

    [Test]
    public async Task Audit_Last_KeepsTheNewest()
    {
        await _log.AskAsync(1, 0);
        var second = await _log.AskAsync(1, 0);
        var third = await _log.AskAsync(1, 0);

        var lines = Lines(await DoneAsync("audit", "--last", "2"));

        Assert.That(lines[..2].Select(line => line[^13..]), Is.EqualTo(new[] { second.ToString(), third.ToString() }));
        Assert.That(lines[2], Does.Contain("--after "));
    }

    [Test]
    public async Task Audit_Before2027_IsBoundedByItsTimes()
    {
        await _log.AskAsync(1, 0);

        var inside = await DoneAsync("audit", "--from", "01.01.2026", "--to", "01.01.2100");
        var outside = await CliRun.OnAsync(_database, _log.MasterKeyFile, "audit", "--to", "02.01.2026 10:00");

        Assert.That((Lines(inside).Length, outside.ExitCode), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Show_WithResultAndReason_OpensCriteriaAndAnswer()
    {
        var asked = await _log.AskAsync(1, 0);

        var output = await DoneAsync("audit", "show", "--islem-no", asked.ToString(), "--result", "--reason", Reason);

        Assert.Multiple(() =>
        {
            Assert.That(output, Does.Contain($" · {WrittenLog.Person} · "), "The sentence shows the person masked.");
            Assert.That(output, Does.Contain($$"""{"kimlikNo":{{Subject}}}"""));
            Assert.That(output, Does.Contain("<BilesikKisiSorgulaResult").And.Contain($"<KimlikNo>{Subject}</KimlikNo>"));
            Assert.That(output, Does.Match(@"(?m)^    NVİ süresi +30\.000 ms$"));
            Assert.That(output, Does.Match(@"(?m)^    Kimlik bilgisi +UsernameToken$"));
        });
    }

    [Test]
    [SetCulture("tr-TR")]
    public async Task Audit_UnderTurkishCulture_ReadsTheSame()
    {
        await _log.AskAsync(1, 0);

        Assert.That(await DoneAsync("audit"), Does.Match(@"BilesikKisiSorgula · .* · 41 ms · "));
    }

    [Test]
    public async Task Show_WithAnotherMasterKey_CannotOpenBodies()
    {
        var asked = await _log.AskAsync(1, 0);
        var other = CliRun.NewPath("other.key");
        Kps.Audit.MasterKeyFile.Create(other);

        var run = await CliRun.OnAsync(_database, other, "audit", "show", "--islem-no", asked.ToString(), "--result", "--reason", Reason);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Error, Does.StartWith("Mühürlü içerik açılamadı"));
    }

    [Test]
    public async Task Show_WithoutResult_NeedsNoKeyAndShowsNobody()
    {
        var asked = await _log.AskAsync(1, 0);

        var run = await CliRun.OnAsync(_database, "/nowhere/master.key", "audit", "show", "--islem-no", asked.ToString());

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        Assert.That(run.Out, Does.Match(@"(?m)^    NVİ süresi +30\.000 ms$").And.Not.Contain(Subject).And.Not.Contain("Ölçütler:"));
    }

    [TestCase]
    [TestCase("--reason", "merak")]
    [TestCase("--reason", "..........")]
    public async Task Show_ResultWithoutAReason_IsRefusedAndNoEntry(params string[] reason)
    {
        var asked = await _log.AskAsync(1, 0);

        var run = await CliRun.OnAsync(_database, _log.MasterKeyFile, ["audit", "show", "--islem-no", asked.ToString(), "--result", .. reason]);

        Assert.That((run.ExitCode, run.Error.Contains("--reason en az 10 harfle", StringComparison.Ordinal)), Is.EqualTo((1, true)), run.Error);
        Assert.That(await ActsAsync(), Does.Not.Contain("açıldı"));
    }

    [Test]
    public async Task EveryReading_IsAnEntry()
    {
        var asked = await _log.AskAsync(1, 0);
        await DoneAsync("audit", "--subject", Subject, "--address", "203.0.113.0/24");
        await DoneAsync("audit", "show", "--islem-no", asked.ToString(), "--result", "--reason", Reason);

        var acts = await ActsAsync();
        const string Who = @"\S+@\S+";
        Assert.That(acts, Does.Match($@"(?m) · {Who} · denetim izi okundu · of=calls network=203\.0\.113\.0/24 count=20 person=given · İşlem No \w+$"));
        Assert.That(acts, Does.Match($@"(?m) · {Who} · bir çağrının ölçütleri ve yanıtı açıldı · 123\*{{5}}\d{{3}} · Deneme Hastanesi · {Reason} · {asked} hakkında · İşlem No \w+$"));
        Assert.That(acts, Does.Not.Contain(Subject));
    }

    [Test]
    public async Task Reading_ThatCannotBeWritten_ShowsNothing()
    {
        var asked = await _log.AskAsync(1, 0);
        await _database.ExecuteAsync("REVOKE EXECUTE ON FUNCTION audit.append_act(timestamptz, bigint, smallint, integer, integer, bytea) FROM kps_panel");

        foreach (var args in new string[][] { ["audit"], ["audit", "--acts"], ["audit", "--islem-no", $"{asked}"], ["audit", "show", "--islem-no", $"{asked}", "--result", "--reason", Reason] })
        {
            var run = await CliRun.OnAsync(_database, _log.MasterKeyFile, args);
            Assert.That((run.ExitCode, run.Out), Is.EqualTo((1, string.Empty)), string.Join(' ', args));
            Assert.That(run.Error, Does.Contain("SQLSTATE 42501"));
        }
    }

    [Test]
    public async Task RegistryCommands_AreEntries()
    {
        await DoneAsync("range", "add", "990001", "203.0.113.9", "--note", "bina");

        var acts = await ActsAsync("--institution", "990001");

        Assert.That(acts, Does.Match(@" · kullanıcı eklendi · 123\*{5}\d{3} · Deneme Hastanesi · durum: Aktif; "));
        Assert.That(acts, Does.Match(@" · adres aralığı eklendi · Deneme Hastanesi · range:\d+ · adres: 203\.0\.113\.9; onay: "));
        Assert.That(acts, Does.Not.Contain(UserName));
    }

    [Test]
    public async Task Act_IsShownByItsNumber()
    {
        var number = (await ActsAsync("--user", "ikinci")).Trim()[^13..];

        Assert.That(await DoneAsync("audit", "--islem-no", number), Does.Match(@"^.* · kullanıcı eklendi · ikinci · .*\n  henüz mühürlenmedi\n$"));
        Assert.That(await DoneAsync("audit", "show", "--islem-no", number), Does.Match(@"(?m)^    İşlem +UserAdded \(kullanıcı eklendi\)$"));
    }

    [Test]
    public async Task Audit_OfOutcomeAddressAndOperation_FindsThose()
    {
        var silent = await _log.AskAsync(1, 6002, "NviTimeout");
        var refused = await _log.RefuseAsync(1, 3102, "WrongPassword");
        await _log.AskAsync(1, 0);

        async Task<string[]> FoundAsync(params string[] args) => [.. Lines(await DoneAsync(["audit", .. args])).Select(line => line[^13..])];
        Assert.That(await FoundAsync("--outcome", "6002"), Is.EqualTo(new[] { silent.ToString() }));
        Assert.That(await FoundAsync("--outcome", "refused", "--address", "203.0.113.7"), Is.EqualTo(new[] { refused.ToString() }));
        Assert.That(await FoundAsync("--outcome", "failed", "--op", "bilesikkisisorgula"), Is.EqualTo(new[] { silent.ToString() }));
        Assert.That((await CliRun.OnAsync(_database, null, "audit", "--address", "198.51.100.0/24")).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Audit_PagesByTheWordAtTheEnd()
    {
        var first = await _log.AskAsync(1, 0);
        var second = await _log.AskAsync(1, 0);

        var page = Lines(await DoneAsync("audit", "--last", "1"));
        var next = Lines(await DoneAsync("audit", "--last", "1", "--after", page[1].Split("--after ")[1]));

        Assert.That((page[0][^13..], next.Length, next[0][^13..]), Is.EqualTo((second.ToString(), 1, first.ToString())));
    }

    [TestCase("--address", "10.0.0")]
    [TestCase("--outcome", "iyi")]
    [TestCase("--op", "Sorgu")]
    [TestCase("--after", "dün")]
    [TestCase("--acts", "--op", "BilesikKisiSorgula")]
    public async Task Audit_OfWhatItDoesNotKnow_IsRefused(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, null, ["audit", .. args]);

        Assert.That((run.ExitCode, run.Error.Contains(args[0], StringComparison.Ordinal)), Is.EqualTo((1, true)), run.Error);
    }

    [Test]
    public void EveryAct_HasItsWords() =>
        Assert.That(Enum.GetValues<AuditAct>().Where(act => act != AuditAct.None && !ActWords.Knows(act)), Is.Empty);

    private async Task<string> ActsAsync(params string[] args) => await DoneAsync(["audit", "--acts", .. args]);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> DoneAsync(params string[] args)
    {
        var run = await CliRun.OnAsync(_database, _log.MasterKeyFile, args);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, string.Empty)));
        return run.Out;
    }
}
