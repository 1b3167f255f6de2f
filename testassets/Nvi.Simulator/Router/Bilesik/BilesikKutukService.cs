using System.Xml;
using Nvi.Simulator.Population;
using Nvi.Simulator.Soap;

namespace Nvi.Simulator.Router.Bilesik;

/// <summary>BilesikKutukSorgulaKimlikNoServis 2023/02/01, operation Sorgula (wire contracts b.6, b.9).</summary>
/// <param name="population">Whom the register knows.</param>
/// <param name="isCompact">See <see cref="AnswerWriter"/>.</param>
internal sealed class BilesikKutukService(NviPopulation population, bool isCompact = false)
{
    /// <summary>wsa:Action that selects this service, version and operation.</summary>
    public const string Action = Ns.Bilesik + "/BilesikKutukSorgulaKimlikNoServis/Sorgula";

    /// <summary>wsa:Action of the answer.</summary>
    public const string ResponseAction = Action + "Response";

    /// <summary>Writes SorgulaResponse: one result for each criterion, in their order, or error 10 when one of them names no number.</summary>
    public void Write(XmlWriter xml, IReadOnlyList<SorguKriteri> criteria)
    {
        xml.WriteStartElement(string.Empty, "SorgulaResponse", Ns.Bilesik);
        xml.WriteStartElement(string.Empty, "SorgulaResult", Ns.Bilesik);
        xml.WriteAttributeString("xmlns", "i", null, Ns.Instance);
        var writer = new AnswerWriter(xml, isCompact);
        if (criteria.Count == 0 || criteria.Any(criterion => criterion.KimlikNo is null))
        {
            writer.Hata(AnswerWriter.NoCriterion);
            writer.Inside("SorguSonucu", writer.WriteNil);
        }
        else
        {
            writer.Hata(null);
            writer.Inside("SorguSonucu", () =>
            {
                foreach (var criterion in criteria)
                    WriteResult(writer, criterion);
            });
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteResult(AnswerWriter writer, SorguKriteri criterion)
    {
        var kimlikNo = criterion.KimlikNo ?? 0;
        var person = population.Find(kimlikNo) is { } found && criterion.Agrees(found.DogumTarih) ? found : null;
        writer.Inside("BilesikKutukBilgileri", () =>
        {
            writer.DoluBilesenler(Filled(person));
            writer.Hata(null);
            writer.Number("KimlikNo", kimlikNo);
            WriteContainer("MaviKartliKisiKutukleri", PersonKind.BlueCard, BlueCardContainer.Write);
            WriteContainer("TCVatandasiKisiKutukleri", PersonKind.Citizen, CitizenContainer.Write);
            WriteContainer("YabanciKisiKutukleri", PersonKind.Foreigner, ForeignerContainer.Write);
        });

        void WriteContainer(string name, PersonKind kind, Action<AnswerWriter, long, Person?> write)
        {
            var member = person?.Kind == kind ? person : null;
            writer.Component(name, member is not null, () => write(writer, kimlikNo, member));
        }
    }

    private static List<string> Filled(Person? person)
    {
        var components = new List<string>();
        void Add(bool isFilled, string name)
        {
            if (isFilled)
                components.Add(name);
        }

        Add(person?.Kind == PersonKind.Citizen, "TCKisiBilgisi");
        Add(person is { Kind: PersonKind.Citizen, GeciciKimlik: not null }, "TCKKGeciciKimlikBilgisi");
        Add(person?.KimlikKarti is not null, "TCKKBilgisi");
        Add(person?.NufusCuzdani is not null, "NufusCuzdaniBilgisi");
        Add(person?.Kind == PersonKind.BlueCard, "MaviKartliKisiBilgisi");
        Add(person?.MaviKart is not null, "MaviKartBilgisi");
        Add(person?.Kind == PersonKind.Foreigner, "YabanciKisiBilgisi");
        Add(person is { Kind: PersonKind.BlueCard, GeciciKimlik: not null }, "YeniMaviKartGeciciKimlikBilgisi");
        Add(person?.YeniMaviKart is not null, "YeniMaviKartBilgisi");
        return components;
    }
}
