using Kps.Contracts;
using Kps.Contracts.Fields;
using Kps.Registry.Entitlements;

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

    /// <summary>A field that a right can name.</summary>
    public FieldRules Field(NewFieldRight asked)
    {
        if (FieldCatalog.Find(asked.Operation) is not { } catalog)
        {
            return Require(false, $"{asked.Operation} sorgusunun alanları tek tek verilip alınamaz.");
        }

        switch (asked.Kind)
        {
            case FieldKind.Arguman:
                return Require(catalog.FindArgument(asked.Path) is not null, $"{asked.Operation} sorgusunda gönderilen böyle bir alan yok: {asked.Path}");
            case FieldKind.Alan when catalog.Result.Find(asked.Path) is { } field:
                return Require(!field.IsOutside, $"{asked.Path} bu sorgunun yanıtında hiç yoktur; onu veren sorgunun yetkisini verin.")
                    .Require(field.IsOutside || field.TakesRights, $"{asked.Path} her yanıtta bulunur; verilip alınamaz.");
            default:
                return Require(false, $"{asked.Operation} sorgusunun yanıtında böyle bir alan yok: {asked.Path}");
        }
    }

    /// <summary>A scope that a right to an operation can have.</summary>
    public FieldRules Scope(KpsOperation operation, EntitlementKapsam kapsam) =>
        Require(kapsam is EntitlementKapsam.Tum or EntitlementKapsam.Secili, "Kapsam tum ya da secili olmalı.")
            .Require(kapsam != EntitlementKapsam.Secili || FieldCatalog.Find(operation) is not null, $"{operation} sorgusunun alanları tek tek verilip alınamaz.");

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
