namespace Nvi.Simulator.Population;

/// <summary>
/// Who is whose parent and who could marry whom among the seats of one kin. Links are arithmetic and hold in both directions without any table of
/// people.
/// </summary>
internal sealed class KinTemplate
{
    private readonly IReadOnlyList<IReadOnlyList<int>> _unionsOf;

    /// <summary>Indexes the roles.</summary>
    /// <param name="roles">Seats by number.</param>
    /// <param name="unions">Marriages, a second one behind the one it follows.</param>
    public KinTemplate(IReadOnlyList<KinRole> roles, IReadOnlyList<KinUnion> unions)
    {
        (Roles, Unions) = (roles, unions);
        var seats = Enumerable.Range(0, roles.Count).ToList();
        Children = [.. seats.Select(parent => Numbers(seats, child => roles[child].Father == parent || roles[child].Mother == parent))];
        ChildrenOfUnion = [.. unions.Select(union => Numbers(seats, child => roles[child].Father == union.Husband && roles[child].Mother == union.Wife))];
        _unionsOf = [.. seats.Select(seat => Numbers(Enumerable.Range(0, unions.Count), union => unions[union].Husband == seat || unions[union].Wife == seat))];
    }

    /// <summary>Seats by number.</summary>
    public IReadOnlyList<KinRole> Roles { get; }

    /// <summary>Marriages by number.</summary>
    public IReadOnlyList<KinUnion> Unions { get; }

    /// <summary>Children's seats of each seat.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Children { get; }

    /// <summary>Children's seats of each union.</summary>
    public IReadOnlyList<IReadOnlyList<int>> ChildrenOfUnion { get; }

    /// <summary>Numbers of the unions a seat is part of, in their order.</summary>
    public IReadOnlyList<int> UnionsOf(int seat) => _unionsOf[seat];

    private static IReadOnlyList<int> Numbers(IEnumerable<int> all, Func<int, bool> isWanted) => [.. all.Where(isWanted)];
}
