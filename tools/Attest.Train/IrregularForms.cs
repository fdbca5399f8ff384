namespace Attest.Train;

/// <summary>Irregular verbs (base, past, participle; alternatives with a slash) and nouns (singular, plural) of English: facts of grammar, in no licensed list.</summary>
internal static class IrregularForms
{
    private const string Verbs =
        "arise arose arisen,awake awoke awoken,bear bore borne/born,beat beat beaten,become became become,befall befell befallen,beget begot begotten,begin began begun," +
        "behold beheld beheld,bend bent bent,beset beset beset,bet bet bet,bid bade/bid bidden/bid,bind bound bound,bite bit bitten,bleed bled bled,blow blew blown," +
        "break broke broken,breed bred bred,bring brought brought,broadcast broadcast broadcast,build built built,burn burnt burnt,burst burst burst,buy bought bought," +
        "cast cast cast,catch caught caught,choose chose chosen,cling clung clung,come came come,cost cost cost,creep crept crept,cut cut cut,deal dealt dealt,dig dug dug," +
        "do did done,draw drew drawn,dream dreamt dreamt,drink drank drunk,drive drove driven,dwell dwelt dwelt,eat ate eaten,fall fell fallen,feed fed fed,feel felt felt," +
        "fight fought fought,find found found,flee fled fled,fling flung flung,fly flew flown,forbid forbade forbidden,forecast forecast forecast,foresee foresaw foreseen," +
        "forget forgot forgotten,forgive forgave forgiven,forgo forwent forgone,forsake forsook forsaken,freeze froze frozen,get got gotten/got,give gave given,go went gone," +
        "grind ground ground,grow grew grown,hang hung hung,have had had,hear heard heard,hide hid hidden,hit hit hit,hold held held,hurt hurt hurt,keep kept kept," +
        "kneel knelt knelt,know knew known,lay laid laid,lead led led,lean leant leant,leap leapt leapt,learn learnt learnt,leave left left,lend lent lent,let let let," +
        "lie lay lain,light lit lit,lose lost lost,make made made,mean meant meant,meet met met,mislead misled misled,mistake mistook mistaken," +
        "misunderstand misunderstood misunderstood,mow mowed mown,offset offset offset,outdo outdid outdone,overcome overcame overcome,overhear overheard overheard," +
        "override overrode overridden,oversee oversaw overseen,overtake overtook overtaken,overthrow overthrew overthrown,partake partook partaken,pay paid paid," +
        "plead pled pled,prove proved proven,put put put,quit quit quit,read read read,rebuild rebuilt rebuilt,repay repaid repaid,reset reset reset,resell resold resold," +
        "rethink rethought rethought,retell retold retold,rewrite rewrote rewritten,rid rid rid,ride rode ridden,ring rang rung,rise rose risen,run ran run,saw sawed sawn," +
        "say said said,see saw seen,seek sought sought,sell sold sold,send sent sent,set set set,sew sewed sewn,shake shook shaken,shed shed shed,shine shone shone," +
        "shoot shot shot,show showed shown,shrink shrank shrunk,shut shut shut,sing sang sung,sink sank sunk,sit sat sat,slay slew slain,sleep slept slept,slide slid slid," +
        "slit slit slit,sow sowed sown,speak spoke spoken,speed sped sped,spell spelt spelt,spend spent spent,spill spilt spilt,spin spun spun,spit spat spat," +
        "split split split,spread spread spread,spring sprang sprung,stand stood stood,steal stole stolen,stick stuck stuck,sting stung stung,stink stank stunk," +
        "strew strewed strewn,stride strode stridden,strike struck struck/stricken,string strung strung,strive strove striven,swear swore sworn,sweep swept swept," +
        "swell swelled swollen,swim swam swum,swing swung swung,take took taken,teach taught taught,tear tore torn,tell told told,think thought thought,throw threw thrown," +
        "thrust thrust thrust,tread trod trodden,undergo underwent undergone,understand understood understood,undertake undertook undertaken,undo undid undone," +
        "uphold upheld upheld,upset upset upset,wake woke woken,wear wore worn,weave wove woven,weep wept wept,win won won,wind wound wound,withdraw withdrew withdrawn," +
        "withhold withheld withheld,withstand withstood withstood,wring wrung wrung,write wrote written,underwrite underwrote underwritten,undercut undercut undercut," +
        "outrun outran outrun,overrun overran overrun,oversleep overslept overslept,overthink overthought overthought,redo redid redone,remake remade remade," +
        "rerun reran rerun,unwind unwound unwound,inlay inlaid inlaid,waylay waylaid waylaid,lay laid laid,bespeak bespoke bespoken";

    private const string Nouns =
        "man men,woman women,child children,foot feet,tooth teeth,goose geese,mouse mice,louse lice,ox oxen,person persons,die dice,wife wives,life lives,knife knives," +
        "leaf leaves,loaf loaves,half halves,calf calves,shelf shelves,self selves,thief thieves,wolf wolves,wharf wharves,elf elves,scarf scarves,hoof hooves," +
        "criterion criteria,phenomenon phenomena,bacterium bacteria,stratum strata,alumnus alumni,nucleus nuclei,stimulus stimuli,fungus fungi,radius radii,syllabus syllabi," +
        "locus loci,cactus cacti,larva larvae,alga algae,vertebra vertebrae,index indices,matrix matrices,vertex vertices,appendix appendices,curriculum curricula," +
        "memorandum memoranda,referendum referenda,automaton automata,corpus corpora,genus genera,aircraft aircraft,spacecraft spacecraft,series series,species species," +
        "crossroads crossroads,headquarters headquarters,means means,barracks barracks,police police,people people,cattle cattle,sheep sheep,deer deer,fish fish,troops troops," +
        "news news,bus buses,gas gases,lens lenses,virus viruses,campus campuses,status statuses,bonus bonuses,census censuses,consensus consensuses,veto vetoes,hero heroes," +
        "echo echoes,potato potatoes,tomato tomatoes,cargo cargoes,torpedo torpedoes,volcano volcanoes,mosquito mosquitoes,embargo embargoes,movie movies,cookie cookies," +
        "rookie rookies,zombie zombies,calorie calories,prairie prairies,tie ties,pie pies,lie lies,die dies";

    /// <summary>Form, Penn tag and dictionary form of each irregular word.</summary>
    public static IEnumerable<(string Form, string Tag, string Lemma)> All()
    {
        foreach (string[] verb in Verbs.Split(',').Select(v => v.Split(' ')))
        {
            foreach (string past in verb[1].Split('/'))
                yield return (past, "VBD", verb[0]);
            foreach (string participle in verb[2].Split('/'))
                yield return (participle, "VBN", verb[0]);
        }
        foreach (string[] noun in Nouns.Split(',').Select(n => n.Split(' ')))
            yield return (noun[1], "NNS", noun[0]);
        foreach (string[] verb in new string[][] { ["dying", "die"], ["lying", "lie"], ["tying", "tie"], ["vying", "vie"], ["untying", "untie"] })
            yield return (verb[0], "VBG", verb[1]);
        foreach (string compound in (string[])["police", "fire", "congress", "business", "fisher", "spokes", "gun", "states", "clergy", "crafts", "work", "sales", "service", "chair", "council", "lay"])
        {
            yield return (compound + "men", "NNS", compound + "man");
            yield return (compound + "women", "NNS", compound + "woman");
        }
    }
}
