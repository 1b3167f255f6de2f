using System.Text.Json;
using Kps.Cli.Demo;
using Kps.Contracts;
using Kps.TestSupport;

namespace Kps.Cli.Tests.Demo;

public sealed class PrepareDemoTests
{
    [Test]
    public async Task PrepareDemo_RunAgainOnAnotherPort_KeepsUserAndPassword()
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = CliRun.NewPath("demo.json");

        var first = await PrepareAsync(database, file, 8443);
        var before = DemoFile.Read(file)!;
        var second = await PrepareAsync(database, file, 9443);
        var after = DemoFile.Read(file)!;

        Assert.Multiple(() =>
        {
            Assert.That((first.ExitCode, second.ExitCode), Is.EqualTo((0, 0)), first.Error + second.Error);
            Assert.That((after.Username, after.Password, after.UygulamaKodu), Is.EqualTo((before.Username, before.Password, before.UygulamaKodu)));
            Assert.That(after.Urls.Router, Is.EqualTo("https://localhost:9443/Router/RoutingService.svc"));
            Assert.That(Tckn.TryParse(after.Username, out var number) && number.HasValidChecksum && !number.IsForeignRange, Is.True);
        });
    }

    [Test]
    public async Task PrepareDemo_File_HasTheAgreedShapeAndIsItsOwnersOnly()
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = CliRun.NewPath("demo.json");

        await PrepareAsync(database, file, 8443);

        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        Assert.Multiple(() =>
        {
            Assert.That(NamesOf(json.RootElement), Is.EqualTo(new[] { "urls", "ca", "username", "password", "kurumKodu", "uygulamaKodu", "samples" }));
            Assert.That(NamesOf(json.RootElement.GetProperty("urls")), Is.EqualTo(new[] { "sts", "router", "ek", "singleWsdl", "health" }));
            Assert.That(NamesOf(json.RootElement.GetProperty("samples")), Is.EqualTo(new[] { "citizen", "unknown" }));
            Assert.That(json.RootElement.GetProperty("kurumKodu").ValueKind, Is.EqualTo(JsonValueKind.Number));
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        });
    }

    [Test]
    public async Task PrepareDemo_Rows_AreThoseAnOperatorWouldMake()
    {
        await using var database = await TestDatabase.CreateAsync();
        await PrepareAsync(database, CliRun.NewPath("demo.json"), 8443);

        var ranges = await CliRun.OnAsync(database, null, "range", "list");
        var rights = await CliRun.OnAsync(database, null, "entitlement", "list", "999001");
        var users = await CliRun.OnAsync(database, null, "user", "list");

        Assert.Multiple(() =>
        {
            Assert.That(ranges.Out, Does.Contain("127.0.0.1").And.Contain("::1"));
            foreach (var operation in Kps.Cli.Text.OperationNames.All)
            {
                Assert.That(rights.Out, Does.Match($@"(?m)^{operation.Name} +açık "));
            }

            Assert.That(users.Out, Does.Contain("Gösterim Kullanıcısı").And.Contain("Aktif"));
        });
    }

    [Test]
    public async Task PrepareDemo_FileOfAnotherShape_IsNotOverwritten()
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = CliRun.NewPath("demo.json");
        await File.WriteAllTextAsync(file, "{}");

        var run = await PrepareAsync(database, file, 8443);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(File.ReadAllText(file), Is.EqualTo("{}"));
        });
    }

    [Test]
    public async Task PrepareDemo_OnAFileOfAnEarlierVersion_AddsTheSecondDoor()
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = CliRun.NewPath("demo.json");
        await PrepareAsync(database, file, 8443);
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, System.Text.RegularExpressions.Regex.Replace(text, "\\s*\"ek\": [^,]+,", string.Empty));
        var before = DemoFile.Read(file)!;

        var run = await PrepareAsync(database, file, 8443);

        var after = DemoFile.Read(file)!;
        Assert.Multiple(() =>
        {
            Assert.That((before.Urls.Ek, run.ExitCode), Is.EqualTo(((string?)null, 0)), run.Error);
            Assert.That(after.Urls.Ek, Is.EqualTo("https://localhost:8443/Router/KpsEkServisler.svc"));
            Assert.That(after.Password, Is.EqualTo(before.Password));
        });
    }

    private static IEnumerable<string> NamesOf(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static async Task<CliRun> PrepareAsync(TestDatabase database, string file, int port)
    {
        var samples = CliRun.NewPath("samples.json");
        await File.WriteAllTextAsync(samples, """{"citizen":"1","unknown":"2"}""");
        return await CliRun.OnAsync(
            database, null, "prepare-demo", "--file", file, "--ca", "/ca.pem", "--https-port", port.ToString(), "--samples", samples);
    }
}
