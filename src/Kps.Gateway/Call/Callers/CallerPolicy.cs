namespace Kps.Gateway.Call.Callers;

/// <summary>What follows from a caller header that does not hold.</summary>
internal enum CallerPolicy
{
    /// <summary>The call goes on; the mark on its row is for those who read the log.</summary>
    Uyar = 0,

    /// <summary>The call is refused, with the mark on its row.</summary>
    Red = 1,
}
