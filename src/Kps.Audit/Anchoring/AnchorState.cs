using Microsoft.Extensions.Options;

namespace Kps.Audit.Anchoring;

/// <summary>What <see cref="Anchorer"/> and <see cref="CheckpointCopier"/> last found out; written by them, read by anybody.</summary>
internal sealed class AnchorState(IOptions<AnchoringOptions> options, TimeProvider time) : IAnchorState
{
    private readonly Lock _gate = new();
    private AnchorView? _view;
    private string? _failure;
    private DateTimeOffset? _renewalOverdueAt;
    private long? _copiedSize;
    private DateTimeOffset? _uncopiedSince;
    private bool _copies;
    private string? _copyFailure;

    public bool IsStamping => options.Value.IsStamping;

    public bool IsCopying => options.Value.IsCopying;

    public StoredAnchor? Last => Get(() => _view?.Last);

    public TimeSpan? Lag => Get(() => _view is { } view ? Age(view.WaitingSince) : (TimeSpan?)null);

    public bool IsLate => Lag > options.Value.LagLimit;

    public string? Failure => Get(() => _failure);

    public DateTimeOffset? RenewalOverdueAt => Get(() => _renewalOverdueAt);

    public long? SecondPlaceSize => Get(() => _copiedSize);

    public TimeSpan? SecondPlaceLag => Get(() => _copies ? Age(_uncopiedSince) : (TimeSpan?)null);

    public bool IsSecondPlaceLate => SecondPlaceLag > options.Value.LagLimit;

    public string? SecondPlaceFailure => Get(() => _copyFailure);

    /// <summary>Takes note of where the stamps stand.</summary>
    public void Saw(AnchorView view) => Set(() => _view = view);

    /// <summary>Takes note of how an attempt ended.</summary>
    /// <param name="failure">Null when it worked.</param>
    public void Tried(string? failure) => Set(() => _failure = failure);

    /// <summary>Takes note of old stamps that wait for a newer one over them.</summary>
    public void RenewalIs(DateTimeOffset? overdueAt) => Set(() => _renewalOverdueAt = overdueAt);

    /// <summary>Takes note of a checkpoint the second place does not have.</summary>
    public void Uncopied(DateTimeOffset madeAt) => Set(() => (_copies, _uncopiedSince) = (true, _uncopiedSince ?? madeAt));

    /// <summary>Takes note of a copy.</summary>
    public void Copied(long size) => Set(() => (_copies, _copiedSize, _uncopiedSince, _copyFailure) = (true, size, null, null));

    /// <summary>Takes note of a copy that could not be made.</summary>
    public void NotCopied(string failure) => Set(() => _copyFailure = failure);

    /// <summary>Another node seals: what only that one knows of the stamps is forgotten.</summary>
    public void StampingElsewhere() => Set(() => (_failure, _renewalOverdueAt) = (null, null));

    /// <summary>Another node seals: what only that one knows of the second place is forgotten.</summary>
    public void CopyingElsewhere() => Set(() => (_copies, _copiedSize, _uncopiedSince, _copyFailure) = (false, null, null, null));

    private TimeSpan Age(DateTimeOffset? since) => since is { } at && time.GetUtcNow() > at ? time.GetUtcNow() - at : TimeSpan.Zero;

    private T Get<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private void Set(Action write)
    {
        lock (_gate)
        {
            write();
        }
    }
}
