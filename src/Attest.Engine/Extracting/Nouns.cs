using System.Collections.Frozen;

namespace Attest.Engine.Extracting;

/// <summary>
/// Nouns whose class decides what a nominal may refer to and what kind of source it names. One table a class, lemmas; closed on purpose:
/// a noun that stands in none is treated as a thing.
/// </summary>
internal static class Nouns
{
    /// <summary>What a person is called by office or part.</summary>
    public static readonly FrozenSet<string> Persons = Set("""
        minister president governor mayor senator congressman congresswoman lawmaker spokesman spokeswoman spokesperson inspector officer official
        director chief executive chairman chairwoman chair founder owner manager analyst economist judge justice lawyer attorney prosecutor
        professor doctor surgeon nurse scientist researcher coach captain player striker commander general colonel sergeant premier chancellor
        king queen prince princess pope bishop secretary deputy candidate leader head author writer journalist reporter editor singer actor actress
        man woman boy girl teenager suspect defendant victim driver pilot passenger resident neighbor neighbour mother father brother sister son
        daughter wife husband widow student teacher employee worker witness survivor relative patient engineer expert coroner commissioner
        miner soldier firefighter nurse paramedic baker cleaner executive marshal superintendent detective sheriff agent publicist referee umpire organiser organizer ambassador diplomat envoy aide adviser advisor farmer fisherman investor trader strategist pollster
        """);

    /// <summary>What an organisation is called by its sort.</summary>
    public static readonly FrozenSet<string> Bodies = Set("""
        company firm agency group bank party union court ministry department hospital university school team club airline carrier manufacturer maker
        retailer startup operator owner organisation organization charity foundation commission committee council authority board regulator office
        institute association federation bureau network channel newspaper magazine broadcaster website platform army navy force publisher utility
        supplier developer contractor automaker carmaker drugmaker chipmaker lender insurer brewer producer service brigade
        builder grocer shipper operator bakery dairy railway airport exchange studio label
        """);

    /// <summary>Sorts of organisations that are authorities.</summary>
    public static readonly FrozenSet<string> Authorities = Set("""
        agency ministry department court commission council authority board regulator office bureau police inspectorate government parliament senate
        hospital coroner army navy force city municipality state prosecutor inspector minister governor mayor sheriff judge official
        investigator firefighter rescuer commissioner superintendent detective president premier senator lawmaker ambassador
        administration embassy tribunal university exchange institute treasury guard survey justice chancellor mayoralty firefighter service brigade
        """);

    /// <summary>Sources without a face.</summary>
    public static readonly FrozenSet<string> Crowds = Set("""
        family relative resident villager witness user fan critic supporter neighbor neighbour people local passenger parent student protester activist
        voter viewer reader commentator observer customer passer-by bystander onlooker expert analyst scientist many some others
        """);

    /// <summary>What may be said by something written or recorded.</summary>
    public static readonly FrozenSet<string> Documents = Set("""
        document filing record report data figure letter email memo memorandum study poll survey lawsuit complaint indictment ruling transcript video
        photo photograph image footage paper affidavit statement contract bill file log statistic census index analysis audit review order result
        """);

    /// <summary>Words in the names of outlets.</summary>
    public static readonly FrozenSet<string> OutletNames = Set("""
        wire times post news herald journal press radio tribune reuters ap afp bbc cnn bloomberg gazette guardian telegraph daily mail chronicle
        broadcasting weekly observer globe beacon tv television cnbc nbc cbs abc npr fox breitbart buzzfeed politico vice independent mirror sun
        xinhua tass interfax al-jazeera newspaper broadcaster magazine sentinel courier examiner dispatch inquirer
        """);

    /// <summary>What bodies and people do, and things do not.</summary>
    public static readonly FrozenSet<string> BodiesDo = Set("""
        say tell add announce report state warn urge ask call demand claim deny confirm admit accuse blame apologise apologize promise pledge vow plan want hope intend aim expect believe think
        decide vote approve reject agree refuse decline offer order appoint hire employ dismiss fire lay sell buy acquire own operate pay owe sue appeal order investigate launch publish issue
        withdraw recall withhold consider propose seek try attempt invite thank support oppose back endorse welcome criticise criticize condemn defend raise cut close open suspend cancel postpone
        delay continue stop begin start work meet negotiate rule find charge arrest detain release send deploy declare impose lift ban fine
        """);

    /// <summary>Figures of a business that are somebody's: without an owner they say nothing.</summary>
    public static readonly FrozenSet<string> Results = Set("profit revenue sale turnover income earnings loss order delivery output margin result dividend workforce headcount shipment");

    /// <summary>What was said or reported, taken up again ("the claim could not be verified").</summary>
    public static readonly FrozenSet<string> Sayings = Set("claim report allegation account statement assertion rumor rumour accusation information story video footage figure");

    /// <summary>Bare definite nouns that name one thing only within their own country or world.</summary>
    public static readonly FrozenSet<string> Unique = Set("""
        government president parliament police public country economy world market pope king queen army city state nation media sun moon internet
        weather war military press
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
