using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router.Bilesik;

/// <summary>Code lists with their texts (wire contracts b.8, a.7).</summary>
internal static class Codes
{
    private static readonly NviParametre Erkek = new(1, "Erkek");
    private static readonly NviParametre Kadin = new(2, "Kadın");
    private static readonly NviParametre Acik = new(1, "Açık");
    private static readonly NviParametre Olum = new(3, "Ölüm");
    private static readonly NviParametre Bekar = new(1, "Bekar");
    private static readonly NviParametre Evli = new(2, "Evli");
    private static readonly NviParametre Dul = new(3, "Dul");

    /// <summary>Sex of a person.</summary>
    public static NviParametre? Cinsiyet(Person? person) =>
        person is null ? null : person.Cinsiyet == Population.Cinsiyet.Erkek ? Erkek : Kadin;

    /// <summary>State of a record.</summary>
    public static NviParametre? Durum(Person? person) => person is null ? null : person.IsDeceased ? Olum : Acik;

    /// <summary>Marital status of a person.</summary>
    public static NviParametre? MedeniHal(Person? person) => person?.MedeniHal switch
    {
        Population.MedeniHal.Bekar => Bekar,
        Population.MedeniHal.Evli => Evli,
        Population.MedeniHal.Dul => Dul,
        _ => null,
    };
}
