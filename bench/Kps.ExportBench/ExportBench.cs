using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Kps.Audit;
using Kps.Audit.Exporting;
using Kps.Audit.Sequencing;
using Kps.Contracts;
using Kps.Evidence.Notes;
using Kps.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kps.ExportBench;

/// <summary>Writes calls through the log's own writer, seals and exports them as an operator would, and lets the verifier, a process of its own, have the result.</summary>
internal static class ExportBench
{
    private const string Origin = "kps.example/bench";
    private const int CallsAtOnce = 512;

    /// <summary>Runs it.</summary>
    /// <param name="rows">Rows to write; two for each call.</param>
    /// <param name="withBodies">Exports the sealed bodies too.</param>
    /// <param name="output">Takes the times.</param>
    /// <returns>The verifier's exit code.</returns>
    public static async Task<int> RunAsync(int rows, bool withBodies, TextWriter output)
    {
        var directory = Directory.CreateTempSubdirectory("kps-export-bench-").FullName;
        try
        {
            using var cluster = await TestCluster.StartNewAsync();
            var database = await TestDatabase.CreateAsync(cluster);
            var verifierKey = await WriteAsync(database, directory, rows, output);
            var export = Path.Combine(directory, "export");
            var started = Stopwatch.GetTimestamp();
            var report = await new LogExport(database.Panel, TimeProvider.System).MakeAsync(
                new ExportRequest(export, "measure", "bench") { WithBodies = withBodies }, CancellationToken.None);
            Tell(output, "exported", report.Entries, Stopwatch.GetElapsedTime(started), $", {report.Bytes / 1_000_000} MB");
            return await VerifyAsync(export, verifierKey, report.Entries, output);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<string> WriteAsync(TestDatabase database, string directory, int rows, TextWriter output)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (keyFile, masterKey) = (Path.Combine(directory, "seal.pem"), Path.Combine(directory, "master.key"));
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
        MasterKeyFile.Create(masterKey);
        await using var services = new ServiceCollection().AddLogging()
            .AddKpsAudit(Section(("ConnectionString", database.Gateway), ("MasterKeyFile", masterKey), ("NodeName", "bench")))
            .AddKpsSequencer(Section(
                ("ConnectionString", database.Sequencer), ("SigningKeyFile", keyFile), ("Origin", Origin), ("PublishedFile", Path.Combine(directory, "published"))))
            .BuildServiceProvider();
        var hosted = services.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
        {
            await service.StartAsync(CancellationToken.None);
        }

        var log = services.GetRequiredService<IAuditLog>();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows / 2),
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce },
            async (index, ct) =>
            {
                var ticket = await log.OpenAsync(Facts(log.NextIslemNo(), index), new SealedText("{}"u8.ToArray(), SealedText.Utf8), ct);
                await log.CloseAsync(ticket, Outcome, new SealedText(new byte[600], SealedText.Utf8));
            });
        Tell(output, "written", rows, Stopwatch.GetElapsedTime(started), string.Empty);
        var state = services.GetRequiredService<ITreeState>();
        while (state.WaitingRows != 0)
        {
            await Task.Delay(100);
        }

        foreach (var service in hosted.AsEnumerable().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        using var verifier = NoteVerifier.Of(Origin, key.ExportSubjectPublicKeyInfo());
        return verifier.ToString();
    }

    private static async Task<int> VerifyAsync(string export, string key, long entries, TextWriter output)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Kps.AuditVerify.dll"), "export", export, "--key", key })
        {
            start.ArgumentList.Add(argument);
        }

        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(50)))
        {
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
        }

        Tell(output, "verified", entries, Stopwatch.GetElapsedTime(started), $", {peak / 1_000_000} MB of memory, {Environment.ProcessorCount} processors");
        await output.WriteAsync(await text);
        return process.ExitCode;
    }

    private static IConfiguration Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(value => value.Key, value => (string?)value.Value)).Build();

    private static CallOutcome Outcome => new()
    {
        Code = 0,
        NviTime = TimeSpan.FromMilliseconds(30),
        GatewayTime = TimeSpan.FromMicroseconds(400),
        FieldsReturned = "TC:Ad,Soyad,BabaAd,AnneAd,DogumTarih,Cinsiyet",
    };

    private static CallFacts Facts(IslemNo islemNo, int index) => new()
    {
        IslemNo = islemNo,
        ReceivedAt = TimeProvider.System.GetUtcNow(),
        Door = AuditDoor.Router,
        SoapVersion = 12,
        Credential = AuditCredential.UsernameToken,
        PeerAddress = IPAddress.Parse("10.1.2.3"),
        CallerAddress = IPAddress.Parse("192.0.2.17"),
        ClientStack = "Microsoft WCF/4.0",
        UserId = 41,
        InstitutionId = 42,
        KurumKodu = 43,
        ApplicationId = 44,
        ApplicationVersion = "4.2.1",
        Operation = KpsOperation.BilesikKisiSorgula,
        Subject = Tckn.FromFirstNine(100_000_000 + (index % 800_000_000)),
        Asker = Tckn.FromFirstNine(246_813_579).Value,
    };

    private static void Tell(TextWriter output, string what, long rows, TimeSpan time, string more) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-9} {rows} entries in {time.TotalSeconds:0.0} s{more}"));
}
