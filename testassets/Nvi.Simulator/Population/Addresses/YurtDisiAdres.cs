namespace Nvi.Simulator.Population.Addresses;

/// <summary>An address abroad, <c>KimlikNoileYurtDisiAdresi</c> on the wire.</summary>
/// <param name="YabanciAdres">Street and house, as declared.</param>
/// <param name="YabanciSehir">City; invented.</param>
/// <param name="YabanciUlke">Country.</param>
/// <param name="DisTemsilcilik">The mission that keeps the address.</param>
/// <param name="DisTemsDuzeltmeBeyanTarih">Day a correction was declared there; null when there was none.</param>
/// <param name="DisTemsDuzeltmeKararTarih">Day it was decided; set together with the declaration.</param>
/// <param name="DisTemsDuzeltmeNeden">Why; set together with the declaration.</param>
public sealed record YurtDisiAdres(
    string YabanciAdres,
    string YabanciSehir,
    NviParametre YabanciUlke,
    NviParametre DisTemsilcilik,
    DateOnly? DisTemsDuzeltmeBeyanTarih,
    DateOnly? DisTemsDuzeltmeKararTarih,
    NviParametre? DisTemsDuzeltmeNeden);
