using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kps.Gateway.Call.Callers;

/// <summary>
/// Notices software that writes one SorgulayanKimlikNo into the calls of a whole institution. Counted by day and on this node alone: a hint for
/// those who read the log, not a fact for the law.
/// </summary>
/// <param name="clock">Tells the day.</param>
internal sealed class AskerWatch(IstanbulClock clock)
{
    /// <summary>So many users of an institution with one asker are no chance.</summary>
    public const int ManyUsers = 3;

    /// <summary>So many calls of an institution on a day, all with one asker who is none of their users, are no chance either.</summary>
    public const int ManyCalls = 100;

    private const int MostPairs = 200_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Day> _days = [];
    private DateOnly _today;
    private int _pairs;

    /// <summary>Takes a call into account.</summary>
    /// <param name="institutionId">Institution of the call.</param>
    /// <param name="userId">User of the call, who is not the asker.</param>
    /// <param name="asker">SorgulayanKimlikNo of the call.</param>
    /// <returns>True when this asker seems to stand for the whole institution.</returns>
    public bool IsOneForAll(int institutionId, int userId, long asker)
    {
        lock (_gate)
        {
            if (!TryFind(institutionId, out var day))
            {
                return false;
            }

            day.Calls++;
            ref var users = ref CollectionsMarshal.GetValueRefOrNullRef(day.Users, asker);
            if (Unsafe.IsNullRef(ref users))
            {
                if (_pairs >= MostPairs)
                {
                    return false;
                }

                _pairs++;
                users = ref CollectionsMarshal.GetValueRefOrAddDefault(day.Users, asker, out _);
            }

            users.Add(userId);
            return users.Count >= ManyUsers || (day.Users.Count == 1 && day.IsUniform && day.Calls >= ManyCalls);
        }
    }

    /// <summary>Takes into account that a user of the institution asked in his own name: then its software can tell askers apart.</summary>
    /// <param name="institutionId">Institution of the call.</param>
    public void SawOwnName(int institutionId)
    {
        lock (_gate)
        {
            if (TryFind(institutionId, out var day))
            {
                day.IsUniform = false;
            }
        }
    }

    private bool TryFind(int institutionId, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Day? day)
    {
        if (clock.Today is var today && today != _today)
        {
            _days.Clear();
            (_today, _pairs) = (today, 0);
        }

        if (!_days.TryGetValue(institutionId, out day) && _pairs < MostPairs)
        {
            _pairs++;
            _days.Add(institutionId, day = new Day());
        }

        return day is not null;
    }

    private sealed class Day
    {
        public int Calls { get; set; }

        public bool IsUniform { get; set; } = true;

        public Dictionary<long, FewUsers> Users { get; } = [];
    }

    /// <summary>Up to <see cref="ManyUsers"/> different users, without an object of its own: there are many askers.</summary>
    private struct FewUsers
    {
        private int _first;
        private int _second;

        public int Count { get; private set; }

        public void Add(int userId)
        {
            if (Count >= ManyUsers || (Count > 0 && _first == userId) || (Count > 1 && _second == userId))
            {
                return;
            }

            (_first, _second) = Count == 0 ? (userId, _second) : Count == 1 ? (_first, userId) : (_first, _second);
            Count++;
        }
    }
}
