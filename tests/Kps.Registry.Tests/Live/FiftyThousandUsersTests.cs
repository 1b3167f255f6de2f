namespace Kps.Registry.Tests.Live;

internal sealed class FiftyThousandUsersTests
{
    [Test]
    public async Task Load_TakesSeconds_AndTensOfMegabytes()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync(
            """
            INSERT INTO registry.institution (kurum_kodu, ad, il, durum, created_at)
                SELECT n, 'Deneme Hastanesi ' || n, 'ANKARA', 'Aktif', now() FROM generate_series(1, 1500) AS n;
            INSERT INTO registry.ip_range (institution_id, first_address, last_address, written_as, note, created_at)
                SELECT id, ('11.' || id / 250 || '.' || id % 250 || '.0')::inet, ('11.' || id / 250 || '.' || id % 250 || '.63')::inet, 'x', '', now()
                FROM registry.institution;
            INSERT INTO registry.institution_operation (institution_id, operation, dayanak, karar_no, created_at)
                SELECT id, operation, 'protokol', '', now() FROM registry.institution, generate_series(1, 7) AS operation;
            INSERT INTO registry.app_user (user_name, ad, soyad, institution_id, durum, password_hash, password_version, password_set_at, created_at)
                SELECT 'kullanici' || n, 'Ad', 'Soyad', 1 + n % 1500, 'Aktif',
                    '$pbkdf2-sha512$i=210000$' || encode(substr(sha256(n::text::bytea), 1, 16), 'base64') || '$' || encode(sha256(n::text::bytea), 'base64'),
                    1, now(), now()
                FROM generate_series(1, 50000) AS n;
            """);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await using var house = await RegistryHouse.StartAsync(database.Gateway);
        var spent = await house.SeesAsync(snapshot => snapshot.UserCount == 50_000);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;

        TestContext.Out.WriteLine($"50,000 users: {spent.TotalMilliseconds:F0} ms from start to snapshot, {held / 1024.0 / 1024:F1} MB held.");
        Assert.That(held, Is.LessThan(100 * 1024 * 1024));
        Assert.That(house.Registry.Current.FindUser("kullanici50000")!.PrimaryInstitution.Id, Is.EqualTo(501));
        GC.KeepAlive(house);
    }
}
