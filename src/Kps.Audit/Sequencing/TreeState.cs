using Kps.Evidence.Notes;

namespace Kps.Audit.Sequencing;

/// <summary>What the sequencer last found out; written by it, read by anybody.</summary>
internal sealed class TreeState(TimeProvider time) : ITreeState
{
    private readonly Lock _gate = new();
    private TreeRole _role;
    private string? _halt;
    private long? _size;
    private DateTimeOffset? _checkpointAt;
    private string? _verifierKey;
    private long? _waitingRows;
    private DateTimeOffset? _oldestWaiting;

    public TreeRole Role => Get(() => _role);

    public string? Halt => Get(() => _halt);

    public long? Size => Get(() => _size);

    public DateTimeOffset? CheckpointAt => Get(() => _checkpointAt);

    public string? VerifierKey => Get(() => _verifierKey);

    public long? WaitingRows => Get(() => _waitingRows);

    public TimeSpan? Lag => Get(() => _waitingRows switch
    {
        null => (TimeSpan?)null,
        _ when _oldestWaiting is { } oldest && time.GetUtcNow() > oldest => time.GetUtcNow() - oldest,
        _ => TimeSpan.Zero,
    });

    /// <summary>Takes a role; what only a leader knows is forgotten with it.</summary>
    public void Become(TreeRole role, string? halt = null)
    {
        lock (_gate)
        {
            (_role, _halt) = (role, halt);
            if (role != TreeRole.Leader)
            {
                (_waitingRows, _oldestWaiting) = (null, null);
            }
        }
    }

    public void Saw(SignedNote note, DateTimeOffset madeAt)
    {
        var size = Checkpoint.Of(note).Size;
        lock (_gate)
        {
            (_size, _checkpointAt) = (size, madeAt);
        }
    }

    public void VerifiedWith(string verifierKey)
    {
        lock (_gate)
        {
            _verifierKey = verifierKey;
        }
    }

    public void Waits(long rows, DateTimeOffset? oldest)
    {
        lock (_gate)
        {
            (_waitingRows, _oldestWaiting) = (rows, oldest);
        }
    }

    private T Get<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
