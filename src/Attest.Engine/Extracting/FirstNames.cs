using System.Collections.Frozen;

namespace Attest.Engine.Extracting;

/// <summary>Common first names by the pronoun that goes with them: enough to keep "she" from meaning Tom. Names given to both stand in neither.</summary>
internal static class FirstNames
{
    private static readonly FrozenSet<string> Female = Set("""
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda
        dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine
        debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea
        cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn
        danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary ivanka melania kellyanne delia una ada bree mara lena
        edith agnes beatrice bridget bianca camilla carla cecilia celeste charlene claire claudia constance cora daisy daphne dana delphine dolores dora edna eileen elaine eleanor elise
        eliza ella ellen elsa elsie erica erin esther ethel eunice felicity fiona florence gabriela gabriella gail gemma georgia geraldine gillian gina gladys greta gwen harriet hazel hilda
        ida ines irene iris isla ivy jane jasmine jenny jill joanna johanna josephine joy juanita judit kate katie katja kirsten lara leah leila lily livia lorraine louise lucia luisa lydia
        mabel magda maggie maja margaux margot marina marta matilda maud maya mia mildred millie minna miranda miriam molly monica muriel nadia nadine naomi nell nellie noor norma olive
        paula pauline penelope petra philippa phoebe polly rita roberta rosalind rose rosemary roxanne sabrina sally saskia selma sheila silvia sonia stella sue susanna suzanne sylvia tamara
        tara tatiana tess thelma tilda tina tracy trudy valerie vanessa veronica vivian wanda wendy wilhelmina yasmin yolanda yvonne zara zoe
        elena irina olga natasha fatima aisha priya mei yuki ingrid astrid freya nora clara eva lucy rosa carmen sofia theodora angelique ursula nina vera
        """);

    private static readonly FrozenSet<string> Male = Set("""
        james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth
        kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory
        alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith
        roger terry austin sean gerald carl harold dylan arthur lawrence bryan jesse bruce albert joe tom mike jim bob bill dave dan steve chris greg matt tim
        vladimir ivan sergei dmitri mohammed muhammad ahmed ali hassan omar carlos juan luis miguel pedro antonio marco giovanni hans klaus lars olaf amos roy
        abel adrian aidan alan albin alec alfred alistair alvin anders andre angus anton archie arne arnold arno axel barry basil ben bernard bert boris boyd brad bradley brendan brett
        calvin cecil cedric cesar chad chester clarence clark claude clayton cliff clifford clive clyde colin conrad cormac craig curtis cyril damian darren darryl david dean declan denis
        derek desmond dexter diego dirk don dominic duncan dwight earl eddie edgar edmund edwin eli elias elliot elmer emil emilio enrique erik ernest ernesto erwin eugene evan ewan felix
        fergus fernando finn floyd francis francisco franco fred frederick fritz gareth gavin gene geoff geoffrey georg gerard gilbert giles glen glenn gordon graham grant gregor guido gus
        gustav guy hamish hank hector henrik herbert herman horace howard hubert hugh hugo humphrey ian igor ike isaac ismail ivo jake jakob jamie jan jared jasper javier jay jens jerome
        jesus jonas jorge josef julian jurgen kai karl kaspar kenny kent klaas kurt kyle lance lee len leo leon leonard leopold leroy leslie lester levi lewis liam lloyd lorenzo lou lucas
        ludwig luke luther magnus malcolm manuel marcel marcus mario marshall martin marvin mathias matteo maurice max maxim mick milan miles milo mitchell mohamed moritz morris murray
        ned neil nigel nils norman olav oleg olek oliver oscar otis otto owen pablo pavel percy perry philip phil pierre piotr rafael ralph ramon randall ray reginald rene rex ricardo rick
        rob roberto rod rodney rodrigo roger roland rolf roman ron ronan ross rudolf rupert russell salvador sam samir saul sebastian seth sid sidney simon stan stanley stefan stewart
        stuart sven ted terrence theo theodore tobias todd tomas tommy tony trevor ulrich uwe vernon victor viktor vince vincent wallace walt warren wayne wesley wilbur will willy xavier
        yusuf yuri zach
        joss barack bernie jeb ted marco rudy mitt newt reince corey
        """);

    /// <summary>Whether the first name says which pronoun goes with it.</summary>
    public static bool Knows(string fullName) => fullName.ToLowerInvariant().Split(' ').Any(w => Female.Contains(w) || Male.Contains(w));

    /// <summary>Whether the pronoun may go with a name; names not known go with both.</summary>
    public static bool Fits(string fullName, bool female)
    {
        foreach (string word in fullName.ToLowerInvariant().Split(' '))
        {
            if (Female.Contains(word))
                return female;
            if (Male.Contains(word))
                return !female;
        }
        return true;
    }

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
