namespace Kps.Mernis.Services;

/// <summary>Marks a member that older versions of its service lack; a supplied WSDL need not have it.</summary>
/// <param name="version">The first version that has it, for example <c>2023/02/01</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SinceVersionAttribute(string version) : Attribute
{
    public string Version => version;
}
