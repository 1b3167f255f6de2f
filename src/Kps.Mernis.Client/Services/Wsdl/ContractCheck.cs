using System.Xml.Linq;

namespace Kps.Mernis.Services.Wsdl;

/// <summary>Holds a WSDL against what is written and read for one service. The first difference ends it.</summary>
internal static class ContractCheck
{
    private const string Request = "Sorgula";
    private const string List = "kriterListesi";
    private const string Response = "SorgulaResponse";
    private const string Result = "SorgulaResult";
    private const string Items = "SorguSonucu";

    /// <summary>Compares.</summary>
    /// <returns>How the service is asked according to the WSDL.</returns>
    /// <exception cref="InvalidDataException">They differ; the text says where and how.</exception>
    public static SorgulaWire Compare(SorgulaContract contract, WsdlDocument wsdl)
    {
        RequireName(wsdl.Request, Request, "The request");
        RequireName(wsdl.Response, Response, "The answer");
        var wire = CompareRequest(contract, wsdl);
        AnswerCheck.Compare(wsdl.Schemas, ItemOf(contract, wsdl), contract.Item, contract.ItemType);
        return wire;
    }

    private static SorgulaWire CompareRequest(SorgulaContract contract, WsdlDocument wsdl)
    {
        var ns = wsdl.Request.NamespaceName;
        var members = wsdl.Schemas.Members(wsdl.Schemas.Element(wsdl.Request));
        if (contract.Criterion is not { } criterionName)
        {
            RequireNoneBeside(members, [], Request);
            return new SorgulaWire(wsdl.Action, ns, ns, ns, ns);
        }

        var list = Find(members, List, Request, "written");
        RequireNoneBeside(members, [List], Request);
        var criteria = wsdl.Schemas.Members(list.Declaration);
        var criterion = Find(criteria, criterionName, List, "written");
        RequireNoneBeside(criteria, [criterionName], List);
        var memberNamespace = CompareMembers(contract, wsdl.Schemas, wsdl.Schemas.Members(criterion.Declaration));
        return criterion.Name.NamespaceName.Length == 0 && memberNamespace.Length > 0
            ? throw new InvalidDataException($"{criterionName} has no namespace while its members have one, which cannot be written here.")
            : new SorgulaWire(wsdl.Action, ns, list.Name.NamespaceName, criterion.Name.NamespaceName, memberNamespace);
    }

    private static string CompareMembers(SorgulaContract contract, SchemaIndex schemas, IReadOnlyList<SchemaMember> found)
    {
        var criterion = contract.Criterion!;
        var last = -1;
        foreach (var written in contract.Members)
        {
            var member = Find(found, written.Name, criterion, "written");
            var type = schemas.TextType(member.Declaration);
            if (type != written.Type)
            {
                throw new InvalidDataException($"{written.Name} of {criterion} is {Shown(type)} there, xs:{written.Type} here.");
            }

            if (written.IsOptional && member.IsRequired)
            {
                throw new InvalidDataException($"{written.Name} of {criterion} is required there and may be left out here.");
            }

            if (schemas.Values(member.Declaration) is { } values && written.Values.FirstOrDefault(value => !values.Contains(value)) is { } unknown)
            {
                throw new InvalidDataException($"{written.Name} of {criterion} does not know the value {unknown} there.");
            }

            var position = IndexOf(found, member);
            if (member.IsOrdered && position < last)
            {
                throw new InvalidDataException($"{written.Name} of {criterion} stands before {found[last].Name.LocalName} there, after it here.");
            }

            last = position;
        }

        RequireNoneBeside(found, contract.Members.Select(written => written.Name), criterion);
        return NamespaceOf(contract, found);
    }

    private static string NamespaceOf(SorgulaContract contract, IReadOnlyList<SchemaMember> found)
    {
        var names = contract.Members.Select(written => Find(found, written.Name, contract.Criterion!, "written").Name);
        var namespaces = names.Select(name => name.NamespaceName).Distinct(StringComparer.Ordinal).ToList();
        return namespaces.Count == 1
            ? namespaces[0]
            : throw new InvalidDataException($"The members of {contract.Criterion} are in several namespaces there, in one here.");
    }

    private static XElement ItemOf(SorgulaContract contract, WsdlDocument wsdl)
    {
        var schemas = wsdl.Schemas;
        var result = Find(schemas.Members(schemas.Element(wsdl.Response)), Result, Response, "read");
        var members = schemas.Members(result.Declaration);
        var error = Find(members, "HataBilgisi", Result, "read");
        AnswerCheck.Compare(schemas, error.Declaration, $"{Result}/HataBilgisi", typeof(BilesikKutuk.Parametre));
        var items = Find(members, Items, Result, "read");
        return Find(schemas.Members(items.Declaration), contract.Item, Items, "read").Declaration;
    }

    private static SchemaMember Find(IReadOnlyList<SchemaMember> members, string name, string of, string what) =>
        members.FirstOrDefault(member => member.Name.LocalName == name)
        ?? throw new InvalidDataException($"{of} has no member {name} there, which is {what} here.");

    private static int IndexOf(IReadOnlyList<SchemaMember> members, SchemaMember member)
    {
        var at = 0;
        while (!ReferenceEquals(members[at], member))
        {
            at++;
        }

        return at;
    }

    private static void RequireName(XName found, string wanted, string what)
    {
        if (found.LocalName != wanted)
        {
            throw new InvalidDataException($"{what} is the element {found.LocalName} there, {wanted} here.");
        }

        if (found.NamespaceName.Length == 0)
        {
            throw new InvalidDataException($"{what} has no namespace.");
        }
    }

    private static void RequireNoneBeside(IReadOnlyList<SchemaMember> found, IEnumerable<string> written, string of)
    {
        if (found.FirstOrDefault(member => member.IsRequired && !written.Contains(member.Name.LocalName)) is { } required)
        {
            throw new InvalidDataException($"{of} requires {required.Name.LocalName} there, which is not written here.");
        }
    }

    private static string Shown(string? type) => type is null ? "an element with members" : $"xs:{type}";
}
