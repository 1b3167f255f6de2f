namespace Nvi.Simulator.Population;

/// <summary>The paper identity book issued until 2016, <c>NufusCuzdaniBilgisi</c> on the wire.</summary>
/// <param name="Seri">Letter and two digits.</param>
/// <param name="No">Six digits.</param>
/// <param name="CuzdanKayitNo">Register number of the issue.</param>
/// <param name="CuzdanVerilmeNeden">Why it was issued.</param>
/// <param name="VerildigiIlce">Issuing district; before 1 June 2000 its tax office.</param>
/// <param name="VerilmeTarih">Day of issue: before or after 1 June 2000, where the field's forms differ.</param>
public sealed record NufusCuzdani(
    string Seri, int No, long CuzdanKayitNo, NviParametre CuzdanVerilmeNeden, NviParametre VerildigiIlce, NviTarih VerilmeTarih);
