namespace Nvi.Simulator.Population.Addresses;

/// <summary>
/// Who lives with whom: couples together, the young with a parent, everybody else alone. The head's chance decides the address of all.
/// </summary>
internal static class Household
{
    private const int IndependentYears = 25;
    private const int MostSteps = 3;

    /// <summary>The head of a living person's household; may be the person.</summary>
    public static Seat HeadOf(in Seat seat, long count)
    {
        var head = seat;
        for (var step = 0; step < MostSteps; step++)
        {
            if (Unions.LivingSpouse(head, count) is { } spouse)
                return spouse.Index < head.Index ? spouse : head;
            if (Vitals.PresentYear - Vitals.BirthYear(head) >= IndependentYears || (Living(head, count, head.Mother) ?? Living(head, count, head.Father)) is not { } parent)
                return head;
            head = parent;
        }

        return head;
    }

    private static Seat? Living(in Seat seat, long count, int number) =>
        seat.Within(count, number) is { } other && Vitals.DeathYear(other) is null ? other : null;
}
