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
        elena irina olga natasha fatima aisha priya mei yuki ingrid astrid freya nora clara eva lucy rosa carmen sofia theodora angelique ursula nina vera
        """);

    private static readonly FrozenSet<string> Male = Set("""
        james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth
        kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory
        alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith
        roger terry austin sean gerald carl harold dylan arthur lawrence bryan jesse bruce albert joe tom mike jim bob bill dave dan steve chris greg matt tim
        vladimir ivan sergei dmitri mohammed muhammad ahmed ali hassan omar carlos juan luis miguel pedro antonio marco giovanni hans klaus lars olaf amos roy
        joss barack bernie jeb ted marco rudy mitt newt reince corey
        """);

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
