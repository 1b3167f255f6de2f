using Kps.Contracts;

namespace Kps.Gateway.Tests.Call.Queries.Ek;

/// <summary>A request: the object its members stand in, or none, and the members in the order of the contract.</summary>
internal sealed record EkRequest(KpsOperation Operation, string? Object, params EkMember[] Members)
{
    /// <summary>With every member it needs.</summary>
    public string Whole => With(Members.Where(member => member.IsRequired).Select(member => member.Xml));

    /// <summary>With these elements in its object.</summary>
    public string With(IEnumerable<string> elements)
    {
        var members = string.Concat(elements);
        return Object is null ? members : $"<{Object}>{members}</{Object}>";
    }

    public override string ToString() => Operation.ToString();
}
