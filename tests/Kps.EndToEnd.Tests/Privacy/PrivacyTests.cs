using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kps.Contracts;
using Kps.EndToEnd.Tests.Catalogue;
using Kps.EndToEnd.Tests.Harness;
using Kps.EndToEnd.Tests.TokenDoor;
using Kps.Gateway.Tests.Clients;
using Kps.Registry.Users;
using Kps.TestSupport;
using Npgsql;
using Nvi.Simulator.Control;

namespace Kps.EndToEnd.Tests.Privacy;

/// <summary>
/// Design §4.5: a run with every kind of call, then a search through everything that was logged, at any level, exceptions included, and
/// through every column of the log that is not sealed.
/// </summary>
public sealed class PrivacyTests
{
    private const string TypedIntoTheNameField = "Gizli.Parolam-77";

    private readonly List<string> _secrets = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<long> _numbers = [];
    private Regex? _anyName;
    private TestCluster _cluster = null!;
    private TestEnvironment _house = null!;

    [OneTimeSetUp]
    public async Task RunAsync()
    {
        _cluster = await TestCluster.StartNewAsync();
        _house = await TestEnvironment.StartAsync(
            _cluster, "--Audit:AppendWait=00:00:03", "--Mernis:AttemptTimeout=00:00:05", "--Mernis:StsHoldOff=00:00:00.05", "--Mernis:StsMaxHoldOff=00:00:00.05", "--Mernis:SendSorgulayan=true");
        var users = new[] { _house.User, await _house.AddUserAsync(), await _house.AddUserAsync() };
        foreach (var user in users)
        {
            _secrets.Add(user.Password);
            _numbers.Add(long.Parse(user.UserName, CultureInfo.InvariantCulture));
        }

        _secrets.AddRange([TestEnvironment.NviPassword.Reveal(), TypedIntoTheNameField, "yanlis-parola", "bearer.belirtec.metni", "baska-nvi-parolasi"]);
        _names.UnionWith(["GÖSTERİM", "KULLANICISI"]);
        await _house.SetDurumAsync(users[2], UserDurum.Pasif);
        await AskEverySortOfPersonAsync();
        await AskEveryQueryAsync();
        await AskByTokenAsync(users[1], users[2]);
        await AskBadlyAsync(users[1], users[2]);
        await AskWhileNviIsUnwellAsync();
        await AskWithoutALogAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _house.DisposeAsync();
        _cluster.Dispose();
    }

    [Test]
    public void LogLines_HoldNothingPersonal()
    {
        var lines = _house.Log.Lines;
        Assert.That(lines, Has.Count.GreaterThan(100));
        foreach (var spoke in new[] { " Kps.Gateway.", " Kps.Mernis.", " Kps.Audit.", " Kps.Registry.", " Microsoft.AspNetCore.", "Exception: " })
        {
            Assert.That(lines.Any(line => line.Contains(spoke, StringComparison.Ordinal)), Is.True, $"Nothing was logged by{spoke}");
        }

        Assert.That(lines.Any(line => line.StartsWith("Trace ", StringComparison.Ordinal) || line.StartsWith("Debug ", StringComparison.Ordinal)), Is.True);
        Assert.That(lines.Where(line => Finding(line) is not null).Select(line => $"{Finding(line)}: {line}"), Is.Empty);
    }

    [Test]
    public async Task AuditColumns_HoldNothingPersonal_BeforeTheyAreUnsealed()
    {
        await using var connection = new NpgsqlConnection(_house.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT (to_jsonb(e) - 'entry' - 'body')::text, subject, entry, body FROM audit.entry AS e", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            rows++;
            Assert.That(Finding(reader.GetString(0)), Is.Null, "Search columns");
            for (var column = 1; column <= 3; column++)
            {
                if (!await reader.IsDBNullAsync(column))
                {
                    var bytes = reader.GetFieldValue<byte[]>(column);
                    Assert.That(Finding(Encoding.UTF8.GetString(bytes)), Is.Null, reader.GetName(column));
                    Assert.That(_numbers.Where(number => HoldsInBinary(bytes, number)), Is.Empty, reader.GetName(column));
                }
            }
        }

        Assert.That(rows, Is.GreaterThan(40));
    }

    [Test]
    public void ServerLog_HoldsNothingPersonal()
    {
        var text = _cluster.ReadServerLog();

        Assert.That(text, Does.Contain("database system is ready"));
        Assert.That(Finding(text), Is.Null);
    }

    [Test]
    public void Search_FindsWhatItLooksFor()
    {
        var number = _numbers.First();
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(5), number);

        Assert.That(Finding($"Call failed for {number}."), Is.Not.Null);
        Assert.That(Finding("çok GÖSTERİM, az"), Is.Not.Null);
        Assert.That(Finding("Authorization: Bearer bearer.belirtec.metni"), Is.Not.Null);
        Assert.That(Finding("<saml:Assertion"), Is.Not.Null);
        Assert.That(HoldsInBinary(bytes, number), Is.True);
    }

    private async Task AskEverySortOfPersonAsync()
    {
        var samples = _house.Samples;
        foreach (var number in new[] { samples.Citizen, samples.BlueCard, samples.Foreigner, samples.Deceased, samples.DeceasedForeigner, samples.ForeignerWithoutChecksum, samples.Unknown, samples.Invalid })
        {
            Remember(number.Value);
            var query = SoapMessage.Query(number.Value, _house.User) with
            {
                ExtraHeaders = $"<SorgulayanKimlikNo>{_house.User.UserName}</SorgulayanKimlikNo>",
                HttpHeaders = [("User-Agent", $"HBYS/1.0 ({_house.User.UserName})")],
            };
            Assert.That((await _house.PostAsync(query)).Status, Is.EqualTo(200));
            var basic = SoapMessage.Query11(number.Value, null) with { BasicCredential = $"{_house.User.UserName}:{_house.User.Password}" };
            Assert.That((await _house.PostAsync(basic)).Status, Is.EqualTo(200));
        }
    }

    /// <summary>Each rightly, and once more with a member nobody knows and a lost letter in every text.</summary>
    private async Task AskEveryQueryAsync()
    {
        foreach (var operation in OperationCatalog.AllOf(KpsService.Kps).Concat(OperationCatalog.AllOf(KpsService.Ek)).Select(operation => operation.Operation))
        {
            var asked = (await CatalogueRequests.FoundAsync(_house, operation)).ToMessage(_house.User);
            var reply = await _house.PostAsync(asked);
            Assert.That((reply.Status, reply.ResultHataKod), Is.EqualTo((200, (int?)null)), reply.Text);
            RememberAnswer(operation, reply);
            Assert.That((await _house.PostAsync(asked with { Members = asked.Members + $"<k{_house.Samples.Citizen.Value} />" })).Status, Is.EqualTo(500));
            Assert.That((await _house.PostAsync(asked with { Members = Regex.Replace(asked.Members, @"(\p{L})</", "$1?</") })).Status, Is.EqualTo(200).Or.EqualTo(500));
        }
    }

    /// <summary>Everybody's number and name in the answer, where they live and what is printed on their papers; of places nothing.</summary>
    private void RememberAnswer(KpsOperation operation, SoapReply reply)
    {
        if (operation is KpsOperation.YetkiListesi or KpsOperation.IlListesi or KpsOperation.IlceListesi or KpsOperation.MahalleListesi or KpsOperation.CsbmListesi)
        {
            return;
        }

        foreach (var value in reply.Sonuc.Descendants().Where(member => !member.HasElements && member.Value.Length > 0))
        {
            if (value.Name.LocalName is "AcikAdres" or "SeriNo")
            {
                _secrets.Add(value.Value);
            }
            else if (Regex.IsMatch(value.Value, "^[1-9][0-9]{10}$"))
            {
                Remember(long.Parse(value.Value, CultureInfo.InvariantCulture));
            }
        }
    }

    private async Task AskByTokenAsync(TestUser user, TestUser passive)
    {
        foreach (var client in MinistryClient.All)
        {
            var caller = new TokenCaller(_house, client, user) { UygulamaKodu = Guid.NewGuid(), Sorgulayan = TestEnvironment.NewNumber() };
            Remember(long.Parse(caller.Sorgulayan, CultureInfo.InvariantCulture));
            var token = await caller.TakeTokenAsync();
            RememberToken(token);
            Assert.That((await caller.QueryAsync(token)).Status, Is.EqualTo(200));
            var forged = token.Replace("<saml:NameIdentifier>", "<saml:NameIdentifier>1", StringComparison.Ordinal);
            Assert.That((await caller.QueryAsync(forged)).Status, Is.EqualTo(500));
            Assert.That((await caller.QueryAsync(token + token)).Status, Is.EqualTo(500));
            Assert.That((await caller.QueryAsync(token[..^30])).Status, Is.EqualTo(500));
        }

        foreach (var refused in new[] { passive, user with { Password = "yanlis-parola" } })
        {
            Assert.That((await new TokenCaller(_house, MinistryClient.CSharp, refused).IssueAsync()).Status, Is.EqualTo(500));
        }
    }

    /// <summary>Its signature and its digest give it away in any wrapping.</summary>
    private void RememberToken(string token) =>
        _secrets.AddRange(Regex.Matches(token, "<(?:SignatureValue|DigestValue)>([^<]+)<").Select(match => match.Groups[1].Value));

    private async Task AskBadlyAsync(TestUser user, TestUser passive)
    {
        var citizen = _house.Samples.Citizen.Value;
        var unknown = TestEnvironment.NewNumber();
        Remember(long.Parse(unknown, CultureInfo.InvariantCulture));
        var query = SoapMessage.Query(citizen, user);
        SoapMessage[] refused =
        [
            query with { Password = "yanlis-parola" },
            query with { UserName = unknown },
            query with { UserName = TypedIntoTheNameField },
            query with { UserName = passive.UserName, Password = passive.Password },
            query with { Operation = $"Sorgu{citizen}" },
            query with { Members = $"<k{citizen}>{citizen}</k{citizen}>" },
            query with { Members = $"<kimlikNo>{citizen}</kimlikNo><kimlikNo>{citizen}</kimlikNo>" },
            query with { Members = $"<kimlikNo>{citizen} {user.Password}</kimlikNo>" },
            query with { Members = $"<kimlikNo>{citizen}" },
            query with { ExtraHeaders = $"<x:h{citizen} xmlns:x='urn:{user.UserName}' s:mustUnderstand='1'>{user.Password}</x:h{citizen}>" },
            query with { ExtraHeaders = $"<KurumKodu>{citizen}</KurumKodu>" },
            query with { PasswordAttributes = $" Type='{user.Password}'" },
            query with { Password = string.Concat(Enumerable.Repeat(user.Password, 20)) },
            query with { ContentType = $"text/{user.UserName}" },
            query with { ContentType = $"text/xml; charset={user.UserName}" },
            query with { BasicCredential = $"{unknown}:{user.Password}" },
            SoapMessage.Query(citizen, null),
            SoapMessage.Query(citizen, null) with { HttpHeaders = [("Authorization", "Bearer bearer.belirtec.metni")] },
            query.At(TimeProvider.System.GetUtcNow().AddHours(-5), TimeSpan.FromMinutes(5)),
        ];
        foreach (var message in refused)
        {
            Assert.That((await _house.PostAsync(message)).Status, Is.EqualTo(500).Or.EqualTo(401));
        }

        using (var page = await _house.Http.GetAsync(new Uri(_house.RouterUrl, $"?kimlikNo={citizen}&sifre={user.Password}")))
        {
            Assert.That((int)page.StatusCode, Is.EqualTo(200));
        }

        Assert.That((await _house.PostAsync(query, _house.HttpFrom("127.0.0.77"))).Status, Is.EqualTo(500));
    }

    private async Task AskWhileNviIsUnwellAsync()
    {
        foreach (var (door, kind) in new[]
        {
            (NviEndpoint.Router, NviFaultKind.ResetBeforeAnswer), (NviEndpoint.Router, NviFaultKind.Forbidden), (NviEndpoint.Router, NviFaultKind.SoapFault),
            (NviEndpoint.Router, NviFaultKind.TruncatedBody), (NviEndpoint.Router, NviFaultKind.Garbage), (NviEndpoint.Router, NviFaultKind.AnotherPerson),
            (NviEndpoint.Router, NviFaultKind.HugeAnswer), (NviEndpoint.Router, NviFaultKind.Hang),
            (NviEndpoint.Sts, NviFaultKind.Garbage), (NviEndpoint.Sts, NviFaultKind.TruncatedBody), (NviEndpoint.Sts, NviFaultKind.CloseAfterAccept),
        })
        {
            _house.Nvi.Inject(new NviFault { Endpoint = door, Kind = kind });
            await AskUnwellAsync(kind.ToString());
        }

        await _house.SetNviPasswordAsync(new("baska-nvi-parolasi"));
        await AskUnwellAsync("StsRefused");
        await _house.SetNviPasswordAsync(TestEnvironment.NviPassword);
        await AskAsync();
    }

    private async Task AskUnwellAsync(string what)
    {
        _house.Nvi.RevokeTokens();
        Assert.That((await AskAsync()).ResultHataKod, Is.Not.Null, what);
        _house.Nvi.ClearFaults();
        for (var attempt = 0; what != "StsRefused" && (await AskAsync()).ResultHataKod is not null; attempt++)
        {
            Assert.That(attempt, Is.LessThan(100), what);
            await Task.Delay(100);
        }
    }

    private async Task AskWithoutALogAsync()
    {
        await _cluster.StopAsync();
        Assert.That((await AskAsync()).Status, Is.EqualTo(500));
        Assert.That((await new TokenCaller(_house, MinistryClient.Php, _house.User).IssueAsync()).Status, Is.EqualTo(500));
        NpgsqlConnection.ClearAllPools();
        await _cluster.StartAsync();
        for (var attempt = 0; (await AskAsync()).Status != 200; attempt++)
        {
            Assert.That(attempt, Is.LessThan(300), "The service did not come back.");
            await Task.Delay(200);
        }
    }

    private Task<SoapReply> AskAsync() => _house.PostAsync(SoapMessage.Query(_house.Samples.Citizen.Value, _house.User));

    private void Remember(long number)
    {
        _numbers.Add(number);
        if (_house.Nvi.Population.Find(number) is { } person)
        {
            _names.UnionWith([person.Ad, person.Soyad, person.AnneAd, person.BabaAd]);
        }
    }

    /// <summary>What of all this a text gives away; null when nothing.</summary>
    private string? Finding(string text) =>
        _secrets.Find(secret => text.Contains(secret, StringComparison.Ordinal))
        ?? _numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(number => text.Contains(number, StringComparison.Ordinal))
        ?? new[] { "saml:", "Assertion", "EncryptedData", "CipherValue", "BinarySecret", "UsernameToken" }.FirstOrDefault(mark => text.Contains(mark, StringComparison.Ordinal))
        ?? (AnyName().Match(text) is { Success: true } name ? name.Value : null);

    private Regex AnyName() => _anyName ??= new Regex($@"(?<!\p{{L}})(?:{string.Join('|', _names.Select(Regex.Escape))})(?!\p{{L}})", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static bool HoldsInBinary(ReadOnlySpan<byte> bytes, long number)
    {
        Span<byte> pattern = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(pattern, number);
        if (bytes.IndexOf(pattern[..5]) >= 0)
        {
            return true;
        }

        BinaryPrimitives.WriteInt64BigEndian(pattern, number);
        return bytes.IndexOf(pattern[3..]) >= 0;
    }
}
