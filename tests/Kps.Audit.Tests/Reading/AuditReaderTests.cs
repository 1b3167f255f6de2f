using System.Security.Cryptography;
using Kps.Audit.Reading;
using Kps.Contracts;
using Kps.TestSupport;

namespace Kps.Audit.Tests.Reading;

public sealed class AuditReaderTests
{
    private TestDatabase _database = null!;
    private ManualTimeProvider _time = null!;
    private AuditHost _host = null!;
    private MasterKeyFile _master = null!;
    private AuditVault _vault = null!;
    private AuditReader _reader = null!;

    [SetUp]
    public async Task CreateBook()
    {
        _database = await TestDatabase.CreateAsync();
        _time = new ManualTimeProvider(TimeProvider.System.GetUtcNow());
        _host = await AuditHost.StartAsync(_database, _time);
        _master = MasterKeyFile.Open(_host.MasterKeyFile);
        _vault = await AuditVault.OpenAsync(_database.Panel, _master, CancellationToken.None);
        _reader = new AuditReader(_database.Panel, _time, _vault);
    }

    [TearDown]
    public async Task DropBook()
    {
        await _reader.DisposeAsync();
        _vault.Dispose();
        _master.Dispose();
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Call_comes_back_as_it_was_written()
    {
        var facts = _host.NewCall();
        var ticket = await _host.Log.OpenAsync(facts, SampleCalls.Text("criteria"), CancellationToken.None);
        _time.Advance(TimeSpan.FromMilliseconds(60));
        await _host.Log.CloseAsync(ticket, SampleCalls.Outcome(), new SealedText(new byte[] { 1, 2, 3 }, SealedText.BinaryXml));

        var call = (await _reader.FindAsync(facts.IslemNo, unseal: true, CancellationToken.None))!;
        Assert.That(call.State, Is.EqualTo(AuditCallState.Answered));
        Assert.That(call.Outcomes, Is.EqualTo(1));
        Assert.That(call.Opening.UserId, Is.EqualTo(facts.UserId));
        Assert.That(call.Opening.CallerAddress, Is.EqualTo(facts.CallerAddress));
        Assert.That(call.Closing!.FieldsReturned, Is.EqualTo("TC:Ad,Soyad,DogumTarih"));
        Assert.That(call.Closing.RecordedAt - call.Opening.RecordedAt, Is.EqualTo(TimeSpan.FromMilliseconds(60)));
        Assert.That(call.Criteria!.Value.Plain.ToArray(), Is.EqualTo("criteria"u8.ToArray()));
        Assert.That(call.Result!.Value.Plain.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(call.Result.Value.Codec, Is.EqualTo(SealedText.BinaryXml));
    }

    [Test]
    public async Task Columns_say_what_the_entry_says()
    {
        var facts = _host.NewCall();
        await _host.Log.OpenAsync(facts, null, CancellationToken.None);
        var row = await TestDatabase.ScalarAsync<string>(_database.Panel, """
            SELECT concat_ws('|', islem_no, user_id, institution_id, operation, host(address), octet_length(subject), body IS NULL) FROM audit.call_opened
            """);
        Assert.That(row, Is.EqualTo($"{facts.IslemNo.Value}|41|42|1|192.0.2.17|16|t"));
    }

    [Test]
    public async Task Intent_without_outcome_is_unknown_in_reader_and_view()
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall(), null, CancellationToken.None);
        var call = (await _reader.FindAsync(ticket.IslemNo, unseal: true, CancellationToken.None))!;
        Assert.That(call.State, Is.EqualTo(AuditCallState.Unknown));
        Assert.That(await StateInViewAsync(), Is.EqualTo("unknown"));
    }

    [TestCase(0, "answered", AuditCallState.Answered)]
    [TestCase(8, "failed", AuditCallState.Failed)]
    public async Task Outcome_shows_in_reader_and_view(int code, string inView, AuditCallState inReader)
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall(), null, CancellationToken.None);
        await _host.Log.CloseAsync(ticket, SampleCalls.Outcome() with { Code = code }, null);
        Assert.That(await StateInViewAsync(), Is.EqualTo(inView));
        Assert.That((await _reader.FindAsync(ticket.IslemNo, unseal: false, CancellationToken.None))!.State, Is.EqualTo(inReader));
    }

    [Test]
    public async Task Refusal_shows_in_the_view()
    {
        await _host.Log.RefuseAsync(_host.NewCall(), new CallRefusal { Code = 4001, Cause = "address" }, null);
        Assert.That(await StateInViewAsync(), Is.EqualTo("refused"));
    }

    [Test]
    public async Task Issue_of_a_token_is_a_call_of_its_own_and_the_query_names_it()
    {
        var issue = SampleCalls.TokenRequest(_host.Log.NextIslemNo());
        await _host.Log.IssueAsync(issue, SampleCalls.Text("headers"));
        var issued = (await _reader.FindAsync(issue.IslemNo, unseal: true, CancellationToken.None))!;
        Assert.That(issued.State, Is.EqualTo(AuditCallState.TokenIssued));
        Assert.That(await StateInViewAsync(), Is.EqualTo("token_issued"));
        Assert.That((issued.Opening.UserId, issued.Opening.Outcome, issued.Closing, issued.Outcomes), Is.EqualTo(((int?)41, (int?)0, (AuditEntry?)null, 0)));
        Assert.That(issued.Criteria!.Value.Plain.ToArray(), Is.EqualTo("headers"u8.ToArray()));

        var query = _host.NewCall() with { Credential = AuditCredential.SamlToken, TokenIslemNo = issue.IslemNo };
        await _host.Log.OpenAsync(query, null, CancellationToken.None);
        Assert.That((await _reader.FindAsync(query.IslemNo, unseal: false, CancellationToken.None))!.Opening.TokenIslemNo, Is.EqualTo(issue.IslemNo));
    }

    [Test]
    public async Task Search_finds_tokens_by_user_and_institution_but_by_no_person()
    {
        var issue = SampleCalls.TokenRequest(_host.Log.NextIslemNo());
        await _host.Log.IssueAsync(issue, null);
        Assert.That(await FoundAsync(new AuditSearch { UserId = 41 }), Is.EqualTo(new[] { issue.IslemNo }));
        Assert.That(await FoundAsync(new AuditSearch { InstitutionId = 42 }), Is.EqualTo(new[] { issue.IslemNo }));
        Assert.That(await FoundAsync(new AuditSearch { UserId = 7 }), Is.Empty);
        Assert.That(await FoundAsync(new AuditSearch { Subject = SampleCalls.Person }), Is.Empty);
        Assert.That(await FoundAsync(new AuditSearch { Subject = SampleCalls.Clerk }), Is.Empty);
    }

    [Test]
    public async Task Search_goes_by_user_institution_and_person()
    {
        var other = Tckn.FromFirstNine(987654321);
        var mine = _host.NewCall() with { UserId = 7, InstitutionId = 70 };
        var hers = _host.NewCall() with { UserId = 8, InstitutionId = 80, Subject = other };
        await _host.Log.OpenAsync(mine, null, CancellationToken.None);
        await _host.Log.RefuseAsync(hers, new CallRefusal { Code = 5001, Cause = "no-right" }, null);
        Assert.That(await FoundAsync(new AuditSearch { UserId = 7 }), Is.EqualTo(new[] { mine.IslemNo }));
        Assert.That(await FoundAsync(new AuditSearch { InstitutionId = 80 }), Is.EqualTo(new[] { hers.IslemNo }));
        Assert.That(await FoundAsync(new AuditSearch { Subject = other }), Is.EqualTo(new[] { hers.IslemNo }));
        Assert.That(await FoundAsync(new AuditSearch { Subject = other, UserId = 7 }), Is.Empty);
        Assert.That(await FoundAsync(new AuditSearch()), Is.EquivalentTo(new[] { mine.IslemNo, hers.IslemNo }));
    }

    [Test]
    public async Task Search_goes_by_time()
    {
        var calls = new List<IslemNo>();
        var times = new List<DateTimeOffset>();
        for (var index = 0; index < 3; index++)
        {
            times.Add(_time.GetUtcNow());
            calls.Add((await _host.Log.OpenAsync(_host.NewCall(), null, CancellationToken.None)).IslemNo);
            _time.Advance(TimeSpan.FromHours(30));
        }

        Assert.That(await FoundAsync(new AuditSearch { To = times[1] }), Is.EqualTo(new[] { calls[0] }));
        Assert.That(await FoundAsync(new AuditSearch { From = times[1].AddMilliseconds(-1), To = times[2] }), Is.EqualTo(new[] { calls[1] }));
        Assert.That(await FoundAsync(new AuditSearch { From = times[1].AddMilliseconds(-1) }), Is.EqualTo(new[] { calls[2], calls[1] }));
    }

    [Test]
    public async Task Pages_meet_without_gap_or_overlap()
    {
        var written = new List<IslemNo>();
        for (var index = 0; index < 23; index++)
        {
            written.Add((await _host.Log.OpenAsync(_host.NewCall(), null, CancellationToken.None)).IslemNo);
            if (index % 3 == 0)
            {
                _time.Advance(TimeSpan.FromMinutes(37));
            }
        }

        var read = new List<IslemNo>();
        var pages = 0;
        AuditPosition? after = null;
        do
        {
            var page = await _reader.SearchAsync(new AuditSearch { Count = 5, After = after }, CancellationToken.None);
            read.AddRange(page.Calls.Select(call => call.IslemNo));
            after = page.Next;
            pages++;
        }
        while (after is not null);

        Assert.That(pages, Is.EqualTo(5));
        Assert.That(read, Is.EqualTo(Enumerable.Reverse(written)));
    }

    [Test]
    public async Task Search_goes_by_address_operation_and_end()
    {
        var answered = await EndedAsync(0, "192.0.2.17");
        var failed = await EndedAsync(6002, "192.0.2.18");
        var refused = _host.NewCall() with { CallerAddress = System.Net.IPAddress.Parse("2001:db8::7") };
        await _host.Log.RefuseAsync(refused, new CallRefusal { Code = 5001, Cause = "no-right" }, null);
        var unknown = (await _host.Log.OpenAsync(_host.NewCall() with { CallerAddress = System.Net.IPAddress.Parse("192.0.3.1"), Operation = KpsOperation.KimlikNoIleAdresBilgisiSorgula }, null, CancellationToken.None)).IslemNo;
        var issue = SampleCalls.TokenRequest(_host.Log.NextIslemNo());
        await _host.Log.IssueAsync(issue, null);

        async Task FindsAsync(AuditSearch search, params IslemNo[] wanted) => Assert.That(await FoundAsync(search), Is.EquivalentTo(wanted), search.ToString());
        await FindsAsync(new AuditSearch { Network = System.Net.IPNetwork.Parse("192.0.2.18/32") }, failed);
        await FindsAsync(new AuditSearch { Network = System.Net.IPNetwork.Parse("192.0.2.16/28"), State = AuditCallState.Answered }, answered);
        await FindsAsync(new AuditSearch { Network = System.Net.IPNetwork.Parse("2001:db8::/32") }, refused.IslemNo);
        await FindsAsync(new AuditSearch { Operation = KpsOperation.KimlikNoIleAdresBilgisiSorgula }, unknown);
        await FindsAsync(new AuditSearch { State = AuditCallState.Answered }, answered);
        await FindsAsync(new AuditSearch { State = AuditCallState.Failed }, failed);
        await FindsAsync(new AuditSearch { State = AuditCallState.Refused }, refused.IslemNo);
        await FindsAsync(new AuditSearch { State = AuditCallState.Unknown }, unknown);
        await FindsAsync(new AuditSearch { State = AuditCallState.TokenIssued }, issue.IslemNo);
        await FindsAsync(new AuditSearch { Code = 6002 }, failed);
        await FindsAsync(new AuditSearch { Code = 5001 }, refused.IslemNo);
        await FindsAsync(new AuditSearch { Code = 0 }, answered, issue.IslemNo);
        await FindsAsync(new AuditSearch { Code = 6003 });
        await FindsAsync(new AuditSearch { Code = 5001, State = AuditCallState.Failed });
        await FindsAsync(new AuditSearch { Code = 6002, State = AuditCallState.Failed, UserId = 41 }, failed);
    }

    private async Task<IslemNo> EndedAsync(int code, string address)
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall() with { CallerAddress = System.Net.IPAddress.Parse(address) }, null, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(3));
        await _host.Log.CloseAsync(ticket, SampleCalls.Outcome() with { Code = code }, null);
        _time.Advance(TimeSpan.FromDays(3));
        return ticket.IslemNo;
    }

    /// <summary>The work of a page is bounded by the rows the tree's map counts: here four hundred thousand that are not there to be read.</summary>
    [Test]
    public async Task Page_that_has_done_its_work_says_how_far_it_looked()
    {
        var first = await _host.Log.OpenAsync(_host.NewCall(), null, CancellationToken.None);
        var start = _time.GetUtcNow();
        for (var batch = 0; batch < 40; batch++)
        {
            var (from, to) = (start.AddMinutes(batch + 1), start.AddMinutes(batch + 1).AddSeconds(30));
            await _database.ExecuteAsync($"""
                INSERT INTO audit.sequenced (first_index, row_count, first_tx, last_tx, recorded_from, recorded_to, open_leaves)
                VALUES ({batch * 10000}, 10000, {batch}, {batch}, '{from:O}', '{to:O}', '')
                """);
        }

        _time.Advance(TimeSpan.FromMinutes(50));
        var search = new AuditSearch { Operation = KpsOperation.BilesikKisiSorgula };
        var page = await _reader.SearchAsync(search, CancellationToken.None);
        Assert.That(page.Calls, Is.Empty);
        Assert.That(page.Next!.Value.RecordedAt, Is.GreaterThan(start.AddMinutes(36)).And.LessThan(start.AddMinutes(40)), "Some 16,000 of 400,000 rows.");
        Assert.That(page.Next.Value.IslemNo, Is.EqualTo(default(IslemNo)));

        var pages = 1;
        for (; page.Next is { } next; pages++)
        {
            Assert.That(pages, Is.LessThan(30));
            page = await _reader.SearchAsync(search with { After = next }, CancellationToken.None);
        }

        Assert.That(page.Calls.Single().IslemNo, Is.EqualTo(first.IslemNo));
        var direct = await _reader.SearchAsync(new AuditSearch { UserId = 41 }, CancellationToken.None);
        Assert.That(direct.Calls.Single().IslemNo, Is.EqualTo(first.IslemNo), "An index leads to a user: one page passes over all of it.");
    }

    [Test]
    public async Task Body_moved_to_another_row_is_noticed()
    {
        var first = await _host.Log.OpenAsync(_host.NewCall(), SampleCalls.Text("one"), CancellationToken.None);
        var second = await _host.Log.OpenAsync(_host.NewCall(), SampleCalls.Text("two"), CancellationToken.None);
        await _database.ExecuteAsync(
            $"UPDATE audit.entry SET body = (SELECT body FROM audit.entry WHERE islem_no = {first.IslemNo.Value}) WHERE islem_no = {second.IslemNo.Value}");
        Assert.That(
            async () => await _reader.FindAsync(second.IslemNo, unseal: true, CancellationToken.None), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task Row_that_disagrees_with_its_entry_is_noticed()
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall(), null, CancellationToken.None);
        await _database.ExecuteAsync("UPDATE audit.entry SET islem_no = islem_no + 1");
        IslemNo.TryCreate(ticket.IslemNo.Value + 1, out var moved);
        Assert.That(async () => await _reader.FindAsync(moved, unseal: false, CancellationToken.None), Throws.TypeOf<FormatException>());
    }

    [Test]
    public async Task Without_vault_calls_are_read_but_persons_not_sought_and_bodies_not_opened()
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        await using var reader = new AuditReader(_database.Panel, _time);
        Assert.That(await reader.FindAsync(ticket.IslemNo, unseal: false, CancellationToken.None), Is.Not.Null);
        Assert.That(async () => await reader.FindAsync(ticket.IslemNo, unseal: true, CancellationToken.None), Throws.InvalidOperationException);
        Assert.That(
            async () => await reader.SearchAsync(new AuditSearch { Subject = SampleCalls.Person }, CancellationToken.None), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Vault_of_another_master_key_opens_nothing()
    {
        var ticket = await _host.Log.OpenAsync(_host.NewCall(), SampleCalls.Text("criteria"), CancellationToken.None);
        using var master = MasterKeyFile.Open(AuditHost.NewMasterKey());
        using var vault = await AuditVault.OpenAsync(_database.Panel, master, CancellationToken.None);
        await using var reader = new AuditReader(_database.Panel, _time, vault);
        Assert.That(async () => await reader.FindAsync(ticket.IslemNo, unseal: true, CancellationToken.None), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task Unknown_number_is_not_found()
    {
        await _host.Log.OpenAsync(_host.NewCall(), null, CancellationToken.None);
        Assert.That(await _reader.FindAsync(_host.Log.NextIslemNo(), unseal: false, CancellationToken.None), Is.Null);
    }

    [TestCase(0)]
    [TestCase(1001)]
    public void Page_size_is_bounded(int count) =>
        Assert.That(
            async () => await _reader.SearchAsync(new AuditSearch { Count = count }, CancellationToken.None), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private async Task<IEnumerable<IslemNo>> FoundAsync(AuditSearch search) =>
        (await _reader.SearchAsync(search, CancellationToken.None)).Calls.Select(call => call.IslemNo);

    private Task<string> StateInViewAsync() => TestDatabase.ScalarAsync<string>(_database.Panel, "SELECT state FROM audit.call");
}
