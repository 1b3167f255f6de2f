using System.Collections;
using System.Text;
using Kps.Contracts.Fields;

namespace Kps.Gateway.Call.Entitling;

/// <summary>
/// Which parts of an answer leave filled, for the outcome row: members below Sonuc and, of records, their own members that hold anything, divided by blanks and commas:
/// <c>TCVatandasiKisiKutukleri/KisiBilgisi,TCKKBilgisi</c>. A part leaves whole but for what the row names as withheld; its values stand in the sealed result. What stands in every
/// answer is not named.
/// </summary>
internal sealed class ReturnedNames
{
    private const string DateType = "TarihBilgisi";

    private readonly Part[] _parts;
    private readonly bool _isList;

    /// <summary>Prepares the names of one operation.</summary>
    /// <param name="tree">The members of its result.</param>
    public ReturnedNames(FieldTree tree)
    {
        _parts = PartsOf(tree.Fields);
        _isList = tree.IsList;
    }

    /// <summary>The names of what is filled.</summary>
    /// <param name="sonuc">The result as it will leave.</param>
    /// <returns>Null when nothing is.</returns>
    public string? Of(object sonuc)
    {
        StringBuilder? text = null;
        foreach (var part in _parts)
        {
            if (!part.IsFilledIn(sonuc, _isList))
            {
                continue;
            }

            text = text is null ? new StringBuilder(128) : text.Append(' ');
            text.Append(part.Name);
            var divider = '/';
            foreach (var inner in part.IsDate ? [] : part.Below)
            {
                if (IsFilled(sonuc, part, inner))
                {
                    text.Append(divider).Append(inner.Name);
                    divider = ',';
                }
            }
        }

        return text?.ToString();
    }

    private static Part[] PartsOf(IReadOnlyList<FieldDescription> fields) =>
    [
        .. fields.Where(field => field.TakesRights).Select(field => new Part(field.Name, FieldAccesses.Of(field), PartsOf(field.Children))
        {
            IsList = field.Shape == FieldShape.List,
            IsDate = field.TypeName == DateType,
        }),
    ];

    private bool IsFilled(object sonuc, Part part, Part inner) => _isList
        ? ((IEnumerable)sonuc).Cast<object?>().Any(item => item is not null && part.IsInnerFilled(item, inner))
        : part.IsInnerFilled(sonuc, inner);

    private sealed record Part(string Name, IFieldAccess Access, Part[] Below)
    {
        public required bool IsList { get; init; }

        public required bool IsDate { get; init; }

        public bool IsFilledIn(object owner, bool isListOfOwners)
        {
            if (!isListOfOwners)
            {
                return IsFilledIn(owner);
            }

            foreach (var item in (IEnumerable)owner)
            {
                if (item is not null && IsFilledIn(item))
                {
                    return true;
                }
            }

            return false;
        }

        public bool IsInnerFilled(object owner, Part inner) => Access.Get(owner) is { } record && inner.IsFilledIn(record, IsList);

        private bool IsFilledIn(object owner)
        {
            if (Below.Length == 0)
            {
                return Access.IsFilled(owner);
            }

            if (Access.Get(owner) is not { } record)
            {
                return false;
            }

            foreach (var inner in Below)
            {
                if (inner.IsFilledIn(record, IsList))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
