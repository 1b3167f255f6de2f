using System.Collections.Frozen;

namespace Kps.Contracts.Fields;

/// <summary>What rights to one operation can name: the members of its request and of its result. Immutable.</summary>
public sealed class OperationFields
{
    private readonly FrozenDictionary<string, ArgumentDescription> _arguments;

    internal OperationFields(KpsOperation operation, FieldTree result, IReadOnlyList<ArgumentDescription> arguments)
    {
        Operation = operation;
        Result = result;
        Arguments = arguments;
        _arguments = arguments.SelectMany(WithMembers).ToFrozenDictionary(argument => argument.Path, StringComparer.Ordinal);
    }

    /// <summary>The operation.</summary>
    public KpsOperation Operation { get; }

    /// <summary>The members of Sonuc.</summary>
    public FieldTree Result { get; }

    /// <summary>The members of the request, in the order of the WSDL.</summary>
    public IReadOnlyList<ArgumentDescription> Arguments { get; }

    /// <summary>Every member of the request, a record before its own members.</summary>
    public IEnumerable<ArgumentDescription> AllArguments => Arguments.SelectMany(WithMembers);

    /// <summary>Finds a member of the request by its path.</summary>
    /// <param name="path">Compared ordinally.</param>
    /// <returns>Null when the request has no such member.</returns>
    public ArgumentDescription? FindArgument(string path) => _arguments.GetValueOrDefault(path);

    /// <summary>The operation's name.</summary>
    public override string ToString() => Operation.ToString();

    private static IEnumerable<ArgumentDescription> WithMembers(ArgumentDescription argument) =>
        argument.Members.SelectMany(WithMembers).Prepend(argument);
}
