using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Kps.Audit.Sequencing;
using Kps.TestSupport;
using Npgsql;

namespace Kps.Audit.Tests.Sequencing;

/// <summary>One node seals, another takes over. Times are printed, not asserted.</summary>
public sealed class TakeoverTests
{
    private const string Leader = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    [Test]
    public async Task OneNode_SealsAndTheOtherKeepsWhatItPublished()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var first = await SequencerHost.StartAsync(database);
        await first.BecameAsync(TreeRole.Leader);
        await using var second = await SequencerHost.StartAsync(database);
        await second.BecameAsync(TreeRole.Standby);
        await LogRows.AddAsync(database, 400);
        await first.SealedAsync(400);
        await second.SealedAsync(400);
        Assert.That(second.Published.Last()!.ToString(), Is.EqualTo(first.Published.Last()!.ToString()));
        Assert.That(second.State.WaitingRows, Is.Null);
    }

    [Test]
    public async Task SessionCut_AgainAndAgain_LosesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var first = await SequencerHost.StartAsync(database);
        await using var second = await SequencerHost.StartAsync(database);
        for (var round = 0; round < 10; round++)
        {
            await LogRows.AddAsync(database, 257, (round * 257) + 1);
            await TestDatabase.ExecuteAsync(database.Superuser, $"SELECT pg_terminate_backend(pid) FROM ({Leader}) AS leader");
        }

        await first.SealedAsync(2570);
        await second.SealedAsync(2570);
        await LogRows.VerifyAsync(database);
    }

    [Test]
    public async Task LeaderStopped_IsFollowed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var second = SequencerHost.Build(database.Sequencer);
        await using (var first = await SequencerHost.StartAsync(database))
        {
            await first.BecameAsync(TreeRole.Leader);
            await second.StartAsync();
            await second.BecameAsync(TreeRole.Standby);
        }

        await second.BecameAsync(TreeRole.Leader);
    }

    /// <summary>The leader is there and its packets are not: nobody closes the connection, so the server must notice the silence.</summary>
    [Test]
    public async Task LeaderSilent_IsReplacedAndCannotWriteAfterwards()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var wire = new Wire(new NpgsqlConnectionStringBuilder(database.Sequencer).Port);
        await using var first = SequencerHost.Build(new NpgsqlConnectionStringBuilder(database.Sequencer) { Port = wire.Port }.ConnectionString);
        await first.StartAsync();
        await first.BecameAsync(TreeRole.Leader);
        await using var second = await SequencerHost.StartAsync(database);
        await second.BecameAsync(TreeRole.Standby);

        wire.IsCut = true;
        var watch = Stopwatch.StartNew();
        await second.BecameAsync(TreeRole.Leader);
        TestContext.Out.WriteLine($"taken over after {watch.Elapsed.TotalSeconds:F1} s");
        await LogRows.AddAsync(database, 300);
        await second.SealedAsync(300);

        wire.IsCut = false;
        await first.BecameAsync(TreeRole.Standby);
        await first.SealedAsync(300);
        await LogRows.VerifyAsync(database);
    }

    [Test]
    public async Task ServerRestarted_IsFoundAgain()
    {
        using var cluster = await TestCluster.StartNewAsync();
        await using var database = await TestDatabase.CreateAsync(cluster);
        await using var sequencer = await SequencerHost.StartAsync(database);
        await LogRows.AddAsync(database, 300);
        await sequencer.SealedAsync(300);
        await cluster.StopAsync();
        await sequencer.BecameAsync(TreeRole.Disconnected);
        await cluster.StartAsync();
        NpgsqlConnection.ClearAllPools();
        await LogRows.AddAsync(database, 300, 301);
        await sequencer.SealedAsync(600);
        await LogRows.VerifyAsync(database);
    }

    /// <summary>Passes bytes on to PostgreSQL until it is cut; then it swallows them and keeps every connection open.</summary>
    private sealed class Wire : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _closed = new();
        private readonly int _serverPort;

        public Wire(int serverPort)
        {
            _serverPort = serverPort;
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public bool IsCut { get; set; }

        public void Dispose()
        {
            _closed.Cancel();
            _listener.Dispose();
            _closed.Dispose();
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync(_closed.Token);
                    var server = new TcpClient();
                    await server.ConnectAsync(IPAddress.Loopback, _serverPort, _closed.Token);
                    _ = PassAsync(client, server);
                    _ = PassAsync(server, client);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                TestContext.Progress.WriteLine("The wire is closed.");
            }
        }

        private async Task PassAsync(TcpClient from, TcpClient to)
        {
            var buffer = new byte[16 * 1024];
            try
            {
                while (true)
                {
                    var read = await from.GetStream().ReadAsync(buffer, _closed.Token);
                    if (read == 0)
                    {
                        // The end of a connection that was cut is not heard of either.
                        await Task.Delay(IsCut ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, _closed.Token);
                        to.Client.Shutdown(SocketShutdown.Send);
                        return;
                    }

                    if (!IsCut)
                    {
                        await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _closed.Token);
                    }
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                from.Dispose();
                to.Dispose();
            }
        }
    }
}
