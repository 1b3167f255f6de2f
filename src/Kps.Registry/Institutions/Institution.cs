namespace Kps.Registry.Institutions;

/// <summary>A health institution that calls the gateway: one row of <c>registry.institution</c>.</summary>
public sealed class Institution
{
    /// <summary>Key given by the database.</summary>
    public int Id { get; private set; }

    /// <summary>The Ministry's institution number, as it stands in the <c>KurumKodu</c> header (wire contracts a.2); positive, unique.</summary>
    public required int KurumKodu { get; set; }

    /// <summary>Name, 1 … 200 characters.</summary>
    public required string Ad { get; set; }

    /// <summary>Province, or MERKEZ TEŞKİLAT (requirements A-05); 1 … 50 characters.</summary>
    public required string Il { get; set; }

    /// <summary>Whether it may call.</summary>
    public required InstitutionDurum Durum { get; set; }

    /// <summary>When the row was written.</summary>
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was closed; set exactly while <see cref="Durum"/> is <see cref="InstitutionDurum.Kapali"/>.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
