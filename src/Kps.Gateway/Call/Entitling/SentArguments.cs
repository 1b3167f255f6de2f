using Kps.Gateway.Call.Parsing;
using Kps.Registry.Entitlements;

namespace Kps.Gateway.Call.Entitling;

/// <summary>May every member of the request that was sent be sent? Looked at only where a right says something of the request.</summary>
internal static class SentArguments
{
    /// <summary>The first member that may not be sent.</summary>
    /// <param name="body">The operation's element, as it came.</param>
    /// <param name="given">What the right covers today.</param>
    /// <returns>Its path; null when all may. A nil or empty member was not sent.</returns>
    public static string? FirstWithheld(BodyElement body, FieldSet given) =>
        given.LimitsArguments ? FirstWithheld(body.Children, string.Empty, given) : null;

    private static string? FirstWithheld(IReadOnlyList<BodyElement> members, string above, FieldSet given)
    {
        foreach (var member in members)
        {
            if (member.IsNil)
            {
                continue;
            }

            var path = above.Length == 0 ? member.Name : $"{above}/{member.Name}";
            var found = member.Children.Count > 0
                ? FirstWithheld(member.Children, path, given)
                : member.Text.AsSpan().Trim().IsEmpty || given.IsArgumentGiven(path) ? null : path;
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }
}
