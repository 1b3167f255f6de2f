using Kps.Mernis.Services;

namespace Kps.Mernis;

/// <summary>One question to one service of NVİ; made by <see cref="MernisQueries"/>. It holds what identifies a person and shows none of it as text.</summary>
/// <typeparam name="T">The typed answer.</typeparam>
public readonly struct MernisQuery<T>
    where T : class
{
    private readonly SorgulaService<T>? _asks;

    internal MernisQuery(SorgulaService<T> asks, long number, object? criteria = null)
    {
        _asks = asks;
        Number = number;
        Criteria = criteria;
    }

    /// <summary>The service that is asked.</summary>
    /// <exception cref="InvalidOperationException">The query was not made by <see cref="MernisQueries"/>.</exception>
    public MernisService Service => Asks.Contract.Service;

    internal SorgulaService<T> Asks => _asks ?? throw new InvalidOperationException("Queries are made by MernisQueries.");

    /// <summary>The number or code asked about; zero where the service is asked by <see cref="Criteria"/> alone.</summary>
    internal long Number { get; }

    internal object? Criteria { get; }
}
