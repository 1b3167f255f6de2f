namespace Nvi.Simulator.Population;

/// <summary>When somebody left citizenship (blue-card holders), won it back, or won it as a foreigner's wife.</summary>
internal static class Citizenship
{
    /// <summary>The day citizenship was won; null for those who have it by birth, and for blue cards.</summary>
    public static NviTarih? Won(in Seat seat)
    {
        var last = Vitals.LastWholeYear(seat);
        if (seat.IsNaturalised)
        {
            var dice = seat.PersonDice;
            var married = Unions.Resolve(seat, KinBlock.NewcomersUnion)?.Married.Yil ?? last - 1;
            var year = Math.Min(last, married + 3 + dice.Throw(Salt.Naturalisation, 6));
            return new NviTarih(year, 1 + dice.Throw(Salt.NaturalisationMonth, 12), 1 + dice.Throw(Salt.NaturalisationDay, 28));
        }

        if (seat.Kind != PersonKind.Citizen || Lost(seat) is not { } lost)
            return null;
        var regained = lost.FirstDay.AddDays(200 + seat.PersonDice.Throw(Salt.RegainDelay, 3_000));
        return NviTarih.Of(regained.Year <= last ? regained : new DateOnly(last, 12, 31));
    }

    /// <summary>The day citizenship was left, days before the first blue card; on both records of who won it back later.</summary>
    public static NviTarih? Lost(in Seat seat)
    {
        if (seat.IsClan || (seat.Number != KinBlock.BlueCardSeat && !(seat.Number == KinBlock.MixedChildSeat && seat.HasRegainedCitizen)))
            return null;
        return Documents.BlueCard(seat.At(KinBlock.BlueCardSeat)) is { } card
            ? NviTarih.Of(card.VerilmeTarih.FirstDay.AddDays(-1 - seat.PersonDice.Throw(Salt.LossDelay, 60)))
            : null;
    }
}
