using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kps.Audit.Writing;

/// <summary>
/// The one thread that commits. It owns one connection outside any pool, takes everything queued, sends it as one binary COPY and
/// answers the callers when the commit is confirmed. There is no timer: while one batch is in flight the next gathers.
/// </summary>
/// <remarks>
/// A batch that met a dead connection before its COPY began is tried once more on a new one, since nothing of it can have been stored. From the
/// first byte on, any error fails every row of the batch, also where the commit may have succeeded.
/// </remarks>
internal sealed class BatchWriter
{
    private const int MostRows = 512;
    private const int WriteBufferBytes = 64 << 10;
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(2);

    private readonly AppendQueue _queue;
    private readonly TimeProvider _time;
    private readonly AuditMetrics _metrics;
    private readonly ILogger _logger;
    private readonly string _connectionString;
    private readonly TimeSpan _wait;
    private readonly List<PendingRow> _batch = new(MostRows);
    private readonly List<PendingRow> _expired = [];
    private readonly TaskCompletionSource _firstConnected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private NpgsqlConnection? _connection;
    private TimeSpan _backOff = FirstBackOff;
    private long _disconnectedSince;
    private volatile bool _connected;

    public BatchWriter(AppendQueue queue, AuditOptions options, TimeProvider time, AuditMetrics metrics, ILogger logger)
    {
        _queue = queue;
        _time = time;
        _metrics = metrics;
        _logger = logger;
        _wait = options.AppendWait;
        var seconds = (int)Math.Ceiling(_wait.TotalSeconds);
        _connectionString = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = false,
            Timeout = seconds,
            CommandTimeout = seconds,
            CancellationTimeout = -1,
            WriteBufferSize = WriteBufferBytes,
            ApplicationName = "kps-audit-writer",
        }.ConnectionString;
    }

    public bool IsConnected => _connected;

    /// <summary>Completes with the first connection: from then on rows can be written.</summary>
    public Task FirstConnected => _firstConnected.Task;

    /// <summary>Completes when the thread has committed or failed everything that was accepted and is gone.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>True when the connection has been gone for longer than a row may wait: queueing is pointless.</summary>
    public bool IsHopeless => !_connected && _time.GetElapsedTime(Volatile.Read(ref _disconnectedSince)) > _wait;

    public void Start()
    {
        _disconnectedSince = _time.GetTimestamp();
        new Thread(Run) { Name = "kps-audit-writer", IsBackground = true }.Start();
    }

    private void Run()
    {
        try
        {
            do
            {
                Connect();
            }
            while (CommitUntilBroken());
        }
        finally
        {
            Disconnect();
            _stopped.SetResult();
        }
    }

    /// <summary>Commits batch after batch.</summary>
    /// <returns>True when the connection broke, false when the queue is completed and empty.</returns>
    private bool CommitUntilBroken()
    {
        if (_batch.Count > 0 && !Commit())
        {
            return true;
        }

        while (_queue.Take(_batch, MostRows))
        {
            if (!Commit())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tries until there is a connection; rows that waited too long fail meanwhile. Gives up only when stopping with nothing left.</summary>
    private void Connect()
    {
        while (_connection is null)
        {
            try
            {
                _connection = Open();
                _backOff = FirstBackOff;
                _connected = true;
                Log.WriterConnected(_logger);
                _firstConnected.TrySetResult();
            }
            catch (Exception e)
            {
                Log.WriterCannotConnect(_logger, e, _backOff);
                FailOld(e);
                if (_queue.IsCompleted && _queue.Count == 0 && _batch.Count == 0)
                {
                    return;
                }

                _queue.Pause(_backOff);
                _backOff = _backOff * 2 < LongestBackOff ? _backOff * 2 : LongestBackOff;
            }
        }
    }

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = new NpgsqlCommand("SET synchronous_commit = on", connection);
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Commits the batch and answers its rows.</summary>
    /// <returns>False when the connection must be made anew; the batch may then still hold rows to try again.</returns>
    private bool Commit()
    {
        var started = _time.GetTimestamp();
        NpgsqlRawCopyStream copy;
        try
        {
            copy = _connection!.BeginRawBinaryCopy(CopyRow.Command);
        }
        catch (Exception e)
        {
            if (!ConnectionWasDead(e) || _time.GetElapsedTime(_batch[0].QueuedAt) > _wait)
            {
                FailBatch(e);
            }

            return Broken(e);
        }

        try
        {
            SendBatch(copy);
        }
        catch (Exception e)
        {
            FailBatch(e);
            return Broken(e);
        }

        _metrics.Committed(_batch.Count, _time.GetElapsedTime(started));
        foreach (var row in _batch)
        {
            row.Succeed();
        }

        _batch.Clear();
        return true;
    }

    private void SendBatch(NpgsqlRawCopyStream copy)
    {
        try
        {
            copy.Write(CopyRow.StreamHeader);
            foreach (var row in _batch)
            {
                copy.Write(row.Bytes);
            }

            copy.Write(CopyRow.StreamTrailer);
        }
        catch
        {
            // Without this, closing the stream would commit the rows sent so far.
            copy.Cancel();
            throw;
        }

        copy.Dispose();
    }

    /// <summary>No answer at all, or the server's farewell (57P0x, 08xxx): the statement was not looked at.</summary>
    private static bool ConnectionWasDead(Exception error) =>
        error is not PostgresException refusal
        || refusal.SqlState.StartsWith("57P", StringComparison.Ordinal)
        || refusal.SqlState.StartsWith("08", StringComparison.Ordinal);

    private bool Broken(Exception error)
    {
        Log.WriterBroken(_logger, error);
        Disconnect();
        return false;
    }

    private void Disconnect()
    {
        if (_connected)
        {
            Volatile.Write(ref _disconnectedSince, _time.GetTimestamp());
            _connected = false;
        }

        var connection = _connection;
        _connection = null;
        try
        {
            connection?.Dispose();
        }
        catch (Exception e)
        {
            Log.WriterBroken(_logger, e);
        }
    }

    private void FailBatch(Exception error) => Fail(_batch, "The audit database did not confirm the row.", error);

    private void FailOld(Exception error)
    {
        var limit = _time.GetTimestamp() - (long)(_wait.TotalSeconds * _time.TimestampFrequency);
        if (_batch.Count > 0 && _batch[0].QueuedAt <= limit)
        {
            FailBatch(error);
        }

        _queue.TakeOlder(_expired, limit);
        Fail(_expired, "The audit database could not be reached in time.", error);
    }

    private void Fail(List<PendingRow> rows, string message, Exception error)
    {
        _metrics.Failed(rows.Count);
        foreach (var row in rows)
        {
            row.Fail(new AuditUnavailableException(message, error));
        }

        rows.Clear();
    }
}
