using System.Collections;

namespace Kps.Gateway.Call.Entitling;

/// <summary>What is done to one member: it is emptied, or something below it is.</summary>
/// <param name="access">The member.</param>
/// <param name="below">What is done to its own members; none for a value.</param>
/// <param name="isList">Whether it holds a list.</param>
/// <param name="goes">Whether the member itself is emptied when what is below has been seen to.</param>
/// <param name="slot">Where it is noted that data was withheld here; used for values.</param>
internal sealed class FieldStep(IFieldAccess access, FieldStep[] below, bool isList, bool goes, int slot)
{
    /// <summary>Does it to the member of one object.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="withheld">One flag a slot; raised where data was withheld.</param>
    public void Run(object owner, Span<bool> withheld)
    {
        if (below.Length == 0)
        {
            if (access.IsFilled(owner))
            {
                withheld[slot] = true;
                access.Reset(owner);
            }

            return;
        }

        if (access.Get(owner) is not { } part)
        {
            return;
        }

        if (isList)
        {
            RunOnItems((IEnumerable)part, below, withheld);
        }
        else
        {
            RunOn(part, below, withheld);
        }

        if (goes)
        {
            access.Reset(owner);
        }
    }

    /// <summary>Does all steps to one object.</summary>
    public static void RunOn(object owner, FieldStep[] steps, Span<bool> withheld)
    {
        foreach (var step in steps)
        {
            step.Run(owner, withheld);
        }
    }

    /// <summary>Does all steps to every object of a list.</summary>
    public static void RunOnItems(IEnumerable items, FieldStep[] steps, Span<bool> withheld)
    {
        foreach (var item in items)
        {
            if (item is not null)
            {
                RunOn(item, steps, withheld);
            }
        }
    }
}
