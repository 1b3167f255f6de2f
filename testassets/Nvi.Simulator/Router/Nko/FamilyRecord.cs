using Kps.Contracts;
using Nvi.Simulator.Population;

namespace Nvi.Simulator.Router.Nko;

/// <summary>Who stands in a population record (nüfus kayıt örneği). Citizens only: foreigners and blue-card holders stand in other books.</summary>
internal sealed class FamilyRecord(NviPopulation population)
{
    /// <summary>The people of a record: the person, spouse, former spouses, children, mother, father, siblings; each generation by age.</summary>
    /// <param name="person">Whose record; a citizen.</param>
    /// <param name="kind">How far it reaches.</param>
    /// <param name="withFormerSpouses">True to list those divorced from too; in no record of one person.</param>
    public IReadOnlyList<(Person Person, Yakinlik Yakinlik)> People(Person person, NkoKind kind, bool withFormerSpouses)
    {
        var people = new List<(Person, Yakinlik)> { (person, Yakinlik.Kendisi) };
        if (kind >= NkoKind.AileKayitOrnek)
        {
            people.AddRange(Citizens([person.EsKimlikNo], _ => Yakinlik.Esi));
            if (withFormerSpouses)
                people.AddRange(Citizens(person.Evlilikler.Where(each => each.BosanmaTarih is not null).Select(each => (Tckn?)each.EsKimlikNo), _ => Yakinlik.EskiEsi));
            people.AddRange(ByAge(Citizens(person.Cocuklar.Select(child => (Tckn?)child), Child)));
        }

        if (kind >= NkoKind.NufusAileKayitOrnek)
        {
            people.AddRange(Citizens([person.AnneKimlikNo], _ => Yakinlik.Annesi));
            people.AddRange(Citizens([person.BabaKimlikNo], _ => Yakinlik.Babasi));
        }

        if (kind == NkoKind.NufusAileKayitOrnekKardesDahil)
        {
            var parents = new[] { person.AnneKimlikNo, person.BabaKimlikNo }.OfType<Tckn>().Select(number => population.Find(number.Value)).OfType<Person>();
            var siblings = parents.SelectMany(parent => parent.Cocuklar).Distinct().Where(number => number != person.KimlikNo);
            people.AddRange(ByAge(Citizens(siblings.Select(number => (Tckn?)number), _ => Yakinlik.Kardesi)));
        }

        return people;
    }

    private static Yakinlik Child(Person child) => child.Cinsiyet == Cinsiyet.Kadin ? Yakinlik.Kizi : Yakinlik.Oglu;

    private static IEnumerable<(Person Person, Yakinlik)> ByAge(IEnumerable<(Person Person, Yakinlik)> people) =>
        people.OrderBy(each => each.Person.DogumTarih.FirstDay).ThenBy(each => each.Person.Index);

    private IEnumerable<(Person Person, Yakinlik)> Citizens(IEnumerable<Tckn?> numbers, Func<Person, Yakinlik> relation) =>
        numbers.OfType<Tckn>().Select(number => population.Find(number.Value)).OfType<Person>()
            .Where(person => person.Kind == PersonKind.Citizen)
            .Select(person => (person, relation(person)));
}
