using BenchmarkDotNet.Attributes;
using Kps.Mernis;
using Kps.Mernis.Services.Adres;
using Kps.Mernis.Services.BilesikKutuk;
using Kps.Mernis.Services.Nko;

namespace Kps.Benchmarks;

/// <summary>NVİ's answers, read: a citizen, an address, and the örnek of forty people with their events.</summary>
public class ReadBenchmarks
{
    private readonly byte[] _adres = SampleCall.AskForRouter(AdresService.Instance.Contract, "KimlikNo");
    private readonly byte[] _nko = SampleCall.AskForRouter(NkoService.Instance.Contract, "TCKimlikNo");
    private readonly MernisQuery<KimlikNoileKisiAdresBilgileri> _adresQuery = MernisQueries.Adres(SampleCall.Subject);
    private readonly MernisQuery<Nko> _nkoQuery = MernisQueries.Nko(SampleCall.Subject, NkoTur.NufusAileKayitOrnekKardesDahil, vukuatli: true, eskiEsListele: false);

    /// <summary>The three registers.</summary>
    [Benchmark]
    public object Bilesik() => BilesikKutukService.ReadAnswer(SampleCall.NviAnswer, SampleCall.Subject).Value!;

    /// <summary>The address.</summary>
    [Benchmark]
    public object Adres() => AdresService.Instance.ReadAnswer(_adres, _adresQuery).Value!;

    /// <summary>The örnek.</summary>
    [Benchmark]
    public int NkoOfForty() => NkoService.Instance.ReadAnswer(_nko, _nkoQuery).Value!.Kisiler!.Count;
}
