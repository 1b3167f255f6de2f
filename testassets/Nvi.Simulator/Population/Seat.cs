namespace Nvi.Simulator.Population;

/// <summary>One index of the population read as block and seat, with what the block's chance says of it.</summary>
internal readonly struct Seat
{
    private readonly Dice _block;

    /// <summary>Reads an index.</summary>
    public Seat(long index)
    {
        Index = index;
        var block = index / KinBlock.Size;
        IsClan = Clan.Holds(block);
        Block = IsClan ? Clan.FirstBlock(block) : block;
        Number = (int)(index - (Block * KinBlock.Size));
        _block = new Dice(-1 - Block);
    }

    /// <summary>Place in the population.</summary>
    public long Index { get; }

    /// <summary>Number of the block; for a clan, of the first of its two.</summary>
    public long Block { get; }

    /// <summary>Seat in the block, 0–31, or 0–63 in a clan.</summary>
    public int Number { get; }

    /// <summary>True in one of the few big families.</summary>
    public bool IsClan { get; }

    /// <summary>Who is whose kin here.</summary>
    public KinTemplate Kin => IsClan ? Clan.Template : KinBlock.Template;

    /// <summary>The seat's role.</summary>
    public KinRole Role => Kin.Roles[Number];

    /// <summary>Chance shared by the whole block.</summary>
    public Dice BlockDice => _block;

    /// <summary>Chance of the natural person: the same for both records of one person.</summary>
    public Dice PersonDice => new(Natural.Index);

    /// <summary>Chance that decides name and birth; a namesake's is that of the one whose entry it repeats.</summary>
    public Dice BirthDice => Role.TwinOf >= 0 ? At(Role.TwinOf).PersonDice : PersonDice;

    /// <summary>Birth year of the block's eldest.</summary>
    public int BaseYear => IsClan
        ? Clan.FirstBaseYear + _block.Throw(Salt.BaseYear, Clan.BaseYears)
        : KinBlock.FirstBaseYear + _block.Throw(Salt.BaseYear, KinBlock.BaseYears);

    /// <summary>Who the newcomers are; a clan has none.</summary>
    public BlockVariant Variant => IsClan ? BlockVariant.Citizens : (BlockVariant)Math.Min(_block.Throw(Salt.BlockVariant, 4), (int)BlockVariant.Citizens);

    /// <summary>True when the blue-card holder of this block won citizenship back: then both records belong to one person.</summary>
    public bool HasRegainedCitizen => !IsClan && _block.Throw(Salt.RegainedCitizenship, 3) == 0;

    /// <summary>The seat that decides name, sex and dates: its own, or that of the later record of the same person.</summary>
    public Seat Natural => Number switch
    {
        KinBlock.BlueCardSeat when HasRegainedCitizen => At(KinBlock.MixedChildSeat),
        KinBlock.LastNewcomerSeat when Variant == BlockVariant.NaturalisedWife => At(KinBlock.NewcomerWifeSeat),
        _ => this,
    };

    /// <summary>True for the earlier of two records of one person.</summary>
    public bool IsFormerRecord => Natural.Number != Number;

    /// <summary>True for the citizen's record of a wife who came as a foreigner.</summary>
    public bool IsNaturalised => Number == KinBlock.NewcomerWifeSeat && Variant == BlockVariant.NaturalisedWife;

    /// <summary>Register of the record.</summary>
    public PersonKind Kind => Number switch
    {
        _ when IsClan => PersonKind.Citizen,
        KinBlock.InLawSeat => PersonKind.Foreigner,
        KinBlock.BlueCardSeat => PersonKind.BlueCard,
        >= KinBlock.FirstNewcomerSeat when Variant == BlockVariant.ForeignFamily => PersonKind.Foreigner,
        KinBlock.LastNewcomerSeat when Variant == BlockVariant.NaturalisedWife => PersonKind.Foreigner,
        _ => PersonKind.Citizen,
    };

    /// <summary>Sex; left to chance for those whose seat does not fix it by marriage or parenthood.</summary>
    public Cinsiyet Cinsiyet => !IsClan && Natural.Number is KinBlock.MixedChildSeat or KinBlock.BlueCardSeat or KinBlock.LastNewcomerSeat
        ? (Cinsiyet)(1 + PersonDice.Throw(Salt.ChildSex, 2))
        : Natural.Role.Cinsiyet;

    /// <summary>Seat of the father, −1 for none: a former record of a naturalised wife has no kin here.</summary>
    public int Father => IsWifesFormerRecord ? -1 : Role.Father;

    /// <summary>Seat of the mother, −1 for none.</summary>
    public int Mother => IsWifesFormerRecord ? -1 : Role.Mother;

    // A naturalised wife's former record sits on the child's seat and must not be taken for a child of the couple.
    private bool IsWifesFormerRecord => Number == KinBlock.LastNewcomerSeat && Variant == BlockVariant.NaturalisedWife;

    /// <summary>Another seat of the same block.</summary>
    public Seat At(int number) => new((Block * KinBlock.Size) + number);

    /// <summary>A seat of the same block within a population of that size; null for none and for one beyond its end.</summary>
    public Seat? Within(long count, int number)
    {
        if (number < 0)
            return null;
        var other = At(number);
        return other.Index < count ? other : null;
    }
}
