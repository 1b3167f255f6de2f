using Nvi.Simulator.Population;
using Nvi.Simulator.Population.Addresses;
using Nvi.Simulator.Population.Events;
using Nvi.Simulator.Router.Nko;

namespace Nvi.Simulator.Router;

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
    private static readonly NviParametre Bosanmis = new(4, "Boşanmış");

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
        Population.MedeniHal.Bosanmis => Bosanmis,
        _ => null,
    };

    /// <summary>Kind of an event; code and text are invented.</summary>
    public static NviParametre OlayTipi(OlayTipi tip) => new((int)tip, tip switch
    {
        Population.Events.OlayTipi.Dogum => "Doğum",
        Population.Events.OlayTipi.Olum => "Ölüm",
        Population.Events.OlayTipi.Evlenme => "Evlenme",
        Population.Events.OlayTipi.Bosanma => "Boşanma",
        Population.Events.OlayTipi.SoyadiDegisikligi => "Soyadı Değişikliği",
        Population.Events.OlayTipi.VatandaslikKazanma => "Vatandaşlık Kazanma",
        Population.Events.OlayTipi.VatandaslikKaybetme => "Vatandaşlık Kaybetme",
        Population.Events.OlayTipi.SoybagiDuzeltme => "Soybağı Düzeltme",
        _ => throw new ArgumentOutOfRangeException(nameof(tip)),
    });

    /// <summary>Kind of an address; null leaves the code open.</summary>
    public static NviParametre? AdresTip(AdresTip? tip) => tip switch
    {
        Population.Addresses.AdresTip.IlIlceMerkezi => new(1, "İl/İlçe Merkezi"),
        Population.Addresses.AdresTip.Belde => new(2, "Belediye/Belde Adresi"),
        Population.Addresses.AdresTip.Koy => new(3, "Köy Adresi"),
        Population.Addresses.AdresTip.YurtDisi => new(4, "Yurt Dışı Adresi"),
        _ => null,
    };

    /// <summary>Relation to the person asked for.</summary>
    public static NviParametre Yakinlik(Yakinlik relation) => new((int)relation, relation switch
    {
        Nko.Yakinlik.Kendisi => "Kendisi",
        Nko.Yakinlik.Esi => "Eşi",
        Nko.Yakinlik.Kizi => "Kızı",
        Nko.Yakinlik.Oglu => "Oğlu",
        Nko.Yakinlik.Annesi => "Annesi",
        Nko.Yakinlik.Babasi => "Babası",
        Nko.Yakinlik.Kardesi => "Kardeşi",
        Nko.Yakinlik.EskiEsi => "Eski Eşi",
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    });
}
