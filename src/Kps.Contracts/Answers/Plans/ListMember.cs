namespace Kps.Contracts.Answers.Plans;

/// <summary>A list: its items' elements have the name of their type.</summary>
internal sealed class ListMember<TOwner, TItem>(ElementName name, ElementName itemName, Func<TOwner, List<TItem>?> get, TypePlan<TItem> plan) : MemberPlan<TOwner>
    where TItem : class
{
    /// <inheritdoc />
    public override void Write(AnswerSink sink, TOwner owner)
    {
        switch (get(owner))
        {
            case null:
                sink.Nil(name);
                break;
            case { Count: 0 }:
                sink.Empty(name);
                break;
            case var items:
                sink.Start(name);
                foreach (var item in items)
                {
                    WriteItem(sink, item);
                }

                sink.End(name);
                break;
        }
    }

    private void WriteItem(AnswerSink sink, TItem? item)
    {
        if (item is null)
        {
            sink.Nil(itemName);
            return;
        }

        sink.Start(itemName);
        plan.WriteMembers(sink, item);
        sink.End(itemName);
    }
}
