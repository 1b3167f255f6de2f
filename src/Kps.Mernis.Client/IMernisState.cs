namespace Kps.Mernis;

/// <summary>What a health page may ask of the way upstream. Nobody is contacted for it.</summary>
public interface IMernisState
{
    /// <summary>The circuit breaker in front of the router.</summary>
    MernisCircuit Circuit { get; }
}
