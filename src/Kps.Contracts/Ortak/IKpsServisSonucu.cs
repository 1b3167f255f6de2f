namespace Kps.Contracts.Ortak;

/// <summary>The result of any operation, as far as the walk needs to know it: whether the call as a whole went wrong.</summary>
public interface IKpsServisSonucu
{
    /// <summary>Why the whole call has no answer (no right, quota, NVİ silent); nil when there is one.</summary>
    Parametre? HataBilgisi { get; }
}
