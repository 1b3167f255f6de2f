namespace Kps.Registry.Registrar;

/// <summary>Gathers what is wrong with the fields of one act, so that the operator hears all of it at once.</summary>
internal sealed class FieldRules
{
    private readonly List<string> _findings = [];

    /// <summary>Null when every field will do.</summary>
    public RegistryRefusal? Refusal => _findings.Count == 0 ? null : RegistryRefusal.Invalid(_findings);

    /// <summary>Free text of a person or place.</summary>
    public FieldRules Text(string label, string? value, int maximum, bool isRequired = true)
    {
        if (string.IsNullOrEmpty(value))
        {
            return Require(!isRequired, $"{label} boş olamaz.");
        }

        Require(value.Length <= maximum, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{label} en çok {maximum} karakter olabilir."));
        Require(!char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]), $"{label} boşlukla başlayamaz ve bitemez.");
        return Require(!value.Any(char.IsControl), $"{label} görünmeyen karakter içeriyor.");
    }

    /// <summary>Any other rule.</summary>
    public FieldRules Require(bool holds, string finding)
    {
        if (!holds)
        {
            _findings.Add(finding);
        }

        return this;
    }
}
