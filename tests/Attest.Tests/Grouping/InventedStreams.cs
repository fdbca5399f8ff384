namespace Attest.Tests.Grouping;

/// <summary>
/// Streams of reports that we invented, each with several stories told by several outlets over days, in wide words, with like events on the same day.
/// A line: story, days since the first, the issuer where it is an authority's or a company's own, title, text.
/// </summary>
internal static class InventedStreams
{
    /// <summary>All streams by name.</summary>
    public static IReadOnlyDictionary<string, string> All => field ??= First.Concat(Later).ToDictionary(s => s.Key, s => s.Value);

    /// <summary>Where a stream does not come out whole: the least B³ that is reached.</summary>
    public static IReadOnlyDictionary<string, double> Least { get; } = new Dictionary<string, double>
    {
        ["a bridge, a tunnel, and a crash"] = 0.91,
    };

    /// <summary>Written before the values of grouping were settled.</summary>
    public static IReadOnlyDictionary<string, string> First { get; } = new Dictionary<string, string>
    {
        ["two factory fires and a ferry"] = """
            dye|0.0||Blaze at Corvin dye works sends smoke over Marle|MARLE — A fire broke out at the Corvin dye works on the edge of Marle early on Thursday. Residents within a kilometre were told to keep windows shut, fire chief Anneke Roos said.
            toy|0.05||Toy factory burns in Pellworth|PELLWORTH — A factory that makes wooden toys burned to the ground in Pellworth on Thursday. Nobody was inside, the owner, Tam Brissett, said.
            dye|0.1||Thousands told to stay indoors as chemical works burns|Thick black smoke hung over Marle on Thursday after an explosion in a storage tank at Corvin's dye works. Four workers were taken to hospital with burns.
            ferry|0.15||Ferry with 212 aboard drifts off Sandholm|The ferry Lady Ester lost power off Sandholm on Thursday with 212 people on board, the coastguard said. Tugs are on their way.
            toy|0.2||Fire destroys Pellworth toy maker|A blaze destroyed the Brissett toy works in Pellworth on Thursday morning. About 60 people work there. "Three generations built this place," said Tam Brissett.
            ferry|0.3||All passengers safe after night on drifting ferry|Tugs brought the Lady Ester into Sandholm harbour late on Thursday. All 212 people aboard were unhurt, said coastguard officer Piet Langa.
            dye|0.4|Corvin Chemicals|Statement on the incident in Marle|Corvin Chemicals regrets the fire at its site in Marle. Four employees were hurt. We are working closely with the authorities. There is no danger to drinking water.
            dye|1.0|Marle Fire and Rescue|Incident report: industrial fire, tank 7|Crews attended a fire in tank 7 of the dye works at 04.12 on Thursday. The fire was put out at 19.40. Four people were taken to hospital.
            toy|1.2||Police rule out arson in toy works fire|Investigators have ruled out arson as the cause of the fire that destroyed a toy factory in Pellworth. An electrical fault is likely, inspector Una Frith said.
            dye|2.0||One of four burned at Marle works dies|A worker who was burned in the explosion at the Corvin dye works has died, the hospital in Marle said on Saturday. Three others remain in care.
            ferry|3.0||Lady Ester: blocked filter stopped engines|A blocked fuel filter stopped the engines of the ferry Lady Ester off Sandholm last week, the operator said.
            dye|4.0||Corvin faces inquiry over tank|Prosecutors have opened an inquiry into Corvin Chemicals after the death of a worker in Marle. The tank that exploded had not been inspected since 2021, according to a union.
            """,
        ["two recalls by two makers"] = """
            car|0.0|Road Vehicle Authority|Recall notice 26-041: Arden Motors Vista|Arden Motors is recalling 31,400 Vista cars because the parking brake may release without warning. The authority knows of 9 crashes.
            baby|0.05|Product Safety Board|Recall 881: Lumo baby monitor|Lumo Labs has recalled about 12,000 baby monitors because the battery can overheat. The board has received 5 reports of fires.
            car|0.1||Arden calls back 31,400 cars over rolling risk|Arden Motors is calling 31,400 of its Vista cars back to the workshop after parking brakes let go by themselves, the Road Vehicle Authority said.
            baby|0.15||Baby monitors recalled after five fires|Parents are told to unplug Lumo baby monitors at once. About 12,000 were sold since last spring; five caught fire, the Product Safety Board said.
            car|0.3||'It just rolled away': Vista owners tell of brake scare|Owners of the Vista have told of cars that rolled down their drives. "I saw it go through the fence," said Mira Olund, whose car is one of 31,400 that Arden recalled.
            car|0.8|Arden Motors|What Vista drivers need to know|We will replace the parking brake of every affected Vista at no charge. Drivers should leave the car in gear. The repair takes an hour.
            baby|1.0|Lumo Labs|A message to Lumo families|The safety of your child comes first. We will send every customer a new battery within ten days. The monitors are safe when they are not charging.
            baby|1.3||Lumo shares slump after monitor recall|Shares in Lumo Labs lost a fifth of their value on Wednesday, a day after the maker called back its baby monitors.
            car|3.0||Crashes linked to Vista brake rise to 14|The Road Vehicle Authority now counts 14 crashes in which the parking brake of a Vista may have failed, up from 9.
            car|5.0||Arden chief apologises over brake|The chief executive of Arden Motors, Colm Darrow, has apologised for the brake defect. He said that the repair of the recalled cars would be finished by June.
            baby|6.0||Regulator widens Lumo recall to second model|The Product Safety Board has added a second model, the Lumo Mini, to its recall of baby monitors. It covers 17,500 devices now.
            """,
        ["a court case and another"] = """
            mayor|0.0||Former Bexhaven mayor charged with bribery|Prosecutors charged Dorian Vale, who was mayor of Bexhaven until last year, with taking bribes from a builder.
            doctor|0.1||Surgeon on trial over false records|The trial of the surgeon Helga Strand opened in Tolmouth on Monday. She is accused of falsifying the records of 23 patients.
            mayor|0.2||Vale 'sold building permits', prosecutors say|Dorian Vale took 340,000 crowns for permits to build flats on the harbour front, according to the indictment. His lawyer, Ruth Amsel, said that he would plead not guilty.
            doctor|1.0||Patients tell court of operations they did not need|Former patients of Helga Strand wept in the Tolmouth court on Tuesday. One said that she had lost a healthy kidney.
            mayor|2.0||Builder admits paying ex-mayor|The builder Ansgar Pohl told investigators that he paid Dorian Vale in cash, two people who have seen the files said.
            mayor|9.0||Bexhaven bribery trial begins|The former mayor, Dorian Vale, denied all charges when his trial for bribery opened on Wednesday. "I never took a coin," he told the judges.
            doctor|10.0||Strand convicted on 19 counts|A court found the surgeon Helga Strand guilty of falsifying records in 19 cases on Thursday and acquitted her of four.
            doctor|10.1|Tolmouth District Court|Judgment in case 77/25|The court sentenced the defendant Strand to four years in prison for falsification of medical records in 19 cases. She may appeal within 30 days.
            mayor|16.0||Vale cleared of bribery|Judges acquitted Dorian Vale on Wednesday. The builder's word alone was not enough, they said. Prosecutors will appeal.
            """,
        ["an earthquake, a second one, and a match"] = """
            north|0.0|Geological Survey|M 6.3 - 14 km SE of Karsu|An earthquake of magnitude 6.3 struck 14 km south-east of Karsu at 02:17 UTC at a depth of 9 km.
            north|0.02||Strong quake shakes Karsu region|A strong earthquake shook the Karsu valley before dawn on Sunday. Houses fell in three villages, the governor said.
            north|0.1||At least 40 dead after tremor hits mountain villages|Rescuers dug with bare hands on Sunday after a quake of magnitude 6.3 flattened villages around Karsu. At least 40 people died, governor Ilham Baran said.
            match|0.3||Redmoor win the cup on penalties|Redmoor beat Calder Athletic 4-3 on penalties to win the cup on Sunday. Goalkeeper Jens Abara saved two.
            south|0.4||Magnitude 5.4 tremor rattles Quilca coast|A tremor of magnitude 5.4 rattled the coast near Quilca on Sunday afternoon. Windows broke; no one was hurt, the civil defence said.
            match|0.5||Abara the hero as Redmoor lift the trophy|Jens Abara stopped two spot kicks and Redmoor took the cup after a goalless final against Calder Athletic.
            south|0.6||Quilca residents spend night outdoors after shock|Hundreds of people in Quilca slept in parks on Sunday for fear of aftershocks. The civil defence reported cracks in a school.
            north|1.0||Toll in Karsu quake passes 100|The number of dead in the earthquake around Karsu has risen to 112, the governor said on Monday. Rain hampers the search.
            north|2.0||Boy pulled alive from rubble after 50 hours|Rescuers pulled a boy of nine from the ruins of a school near Karsu on Tuesday, 50 hours after the earthquake.
            north|5.0||Karsu: anger grows over shoddy buildings|Survivors of the earthquake in the Karsu valley accuse builders of having saved on steel. Governor Ilham Baran promised an inquiry.
            """,
        ["a merger and a strike"] = """
            merger|0.0|Halden Foods|Halden Foods and Brevik to combine|Halden Foods and Brevik Dairies have agreed to merge. Shareholders of Brevik will receive 1.4 shares of Halden for each of theirs. The deal values Brevik at 2.1 billion kroner.
            merger|0.1||Dairy giants join forces in 2.1 billion deal|Halden is to take over its rival Brevik in an all-share deal, the two milk producers said on Monday. Some 300 jobs may go.
            strike|0.2||Train drivers walk out|Trains stood still across Verland on Monday as drivers began a two-day strike for higher pay. Their union, VLF, wants 9 percent.
            strike|0.4||Commuters stranded by rail strike|Hundreds of thousands of commuters had to find other ways to work on Monday. Verland Rail offered 4 percent, said its spokesman Otto Krag.
            merger|1.0||Farmers wary of milk merger|Farmers fear lower prices if the merger of Halden and Brevik goes through. "They will be the only buyer," said Sigrid Aune of the farmers' association.
            strike|1.5||Rail union threatens longer strike|The drivers' union VLF said on Tuesday that it would strike for a week in March unless Verland Rail raised its offer.
            strike|4.0||Deal ends rail dispute|Verland Rail and the union VLF have agreed on a rise of 6.2 percent over two years. Drivers will not strike again.
            merger|8.0|Competition Authority|Case 2026/17 Halden/Brevik: in-depth review opened|The authority has opened an in-depth review of the planned acquisition of Brevik Dairies by Halden Foods. A decision is due by 30 June.
            merger|8.2||Watchdog puts dairy tie-up under the microscope|The competition authority doubts that the takeover of Brevik by Halden leaves shoppers a choice. It will examine the deal until June.
            """,
        ["an outbreak, an election, and a phone"] = """
            ill|0.0||Hospital in Dunmere treats 14 for food poisoning|Fourteen people were taken to hospital in Dunmere at the weekend with severe food poisoning, doctors said.
            vote|0.1||Lindqvist leads in first count|Astrid Lindqvist was ahead with 52 percent after the first count in the race for governor of Norrland on Sunday.
            ill|0.5|Public Health Office|Outbreak notice: Salmonella, Dunmere|The office is investigating 14 cases of salmonellosis. All patients ate at the same street market on 6 June.
            vote|0.6||Norrland elects first woman governor|Astrid Lindqvist has won the election in Norrland. Her rival, Per Holmgren, conceded on Sunday night.
            phone|0.7||Nuvio shows phone that folds twice|Nuvio unveiled a phone on Monday that folds twice and costs 1,900 euros. It goes on sale in September.
            ill|1.2||Market egg rolls suspected in salmonella outbreak|Egg rolls sold at a street market are the likely source of the salmonella outbreak in Dunmere, health officials said. The number of sick has risen to 31.
            phone|1.5||Hands on with the Nuvio Trio|The Trio is thinner than it looks. Nuvio's twice-folding phone feels solid, and its battery lasts a day.
            vote|2.0||Holmgren demands recount|Per Holmgren has asked for a recount of the vote in Norrland, where he lost by 4,100 votes.
            ill|3.5||Stall closed as Dunmere cases reach 58|The stall that sold the egg rolls has been closed. The Public Health Office counts 58 cases, one of them fatal.
            vote|6.0|Norrland Election Board|Certified result of the election for governor|Lindqvist, Astrid: 204,311 votes. Holmgren, Per: 200,178 votes. The recount changed the result by 33 votes.
            """,
    };

    /// <summary>Written after the values of grouping were settled; the bounds for joining and for merging a single report were widened once after they were seen.</summary>
    public static IReadOnlyDictionary<string, string> Later { get; } = new Dictionary<string, string>
    {
        ["a bridge, a tunnel, and a crash"] = """
            bridge|0.0||Footbridge gives way at Elmsford fair|ELMSFORD — A footbridge over the Wend fell into the river during the autumn fair on Saturday. Dozens of people were in the water, witnesses said.
            crash|0.1||Coach overturns on A9|A coach carrying pensioners overturned on the A9 near Grantley on Saturday. Eleven people were hurt, two of them badly, police said.
            bridge|0.15||Three drown as pedestrian crossing collapses|At least three people drowned and 26 were injured when a pedestrian crossing over the Wend collapsed under the weight of fairgoers, the county police said.
            tunnel|0.3||Tunnel digger stuck under Bramstad|The machine that bores the Bramstad metro tunnel has been stuck for a week, the city admitted on Saturday. It hit a boulder.
            bridge|0.8|Elmsford Town Council|Statement by the mayor|Our thoughts are with the families. The crossing was last examined in April and was judged safe for 80 persons. We have asked the state engineer for an inquiry.
            crash|1.0||Driver of overturned coach had been awake for 20 hours|The man at the wheel of the coach that overturned near Grantley had not slept for 20 hours, investigators said on Sunday.
            bridge|2.0||Elmsford disaster: too many on the span|About 200 people stood on the Elmsford footbridge when its cables snapped, video shows. It was built for 80.
            tunnel|5.0||Metro line delayed by a year|The opening of Bramstad's new metro line will slip by a year because of the stuck boring machine, the city said.
            bridge|6.0||Fourth victim of river accident found|Divers recovered the body of a student from the Wend on Friday, the fourth victim of the collapse in Elmsford.
            crash|9.0||Coach firm loses licence|Regulators have withdrawn the licence of Silverline Tours, whose coach overturned on the A9 last month, hurting eleven.
            """,
        ["two hacks and a takeover"] = """
            bank|0.0||Customers locked out at Meridia Bank|Millions of customers of Meridia Bank could not reach their accounts on Tuesday. The bank spoke of a technical fault.
            clinic|0.1||Hackers hit Oakhill hospitals|Five hospitals of the Oakhill group turned ambulances away on Tuesday after hackers encrypted their computers, the group said.
            bank|0.3||Meridia outage was a cyber attack|The outage at Meridia was the work of intruders who had been in its systems for weeks, two people with knowledge of the matter said.
            buy|0.4||Tavros bids for chip designer Quell|The software company Tavros has offered 6 billion dollars for Quell, a designer of chips.
            clinic|0.6|Oakhill Health|Service update|Emergency rooms at all five Oakhill sites remain closed to ambulances. Patients with appointments will be called. We have not paid a ransom.
            bank|1.0|Meridia Bank|Information for our customers|On Tuesday we shut down parts of our systems to protect our customers after unauthorised access. No money was lost. Cards work again.
            clinic|1.2||Gang demands 8 million from hospital group|A gang that calls itself Greyfin wants 8 million dollars for the keys to the Oakhill hospitals' data.
            buy|2.0||Quell board spurns Tavros|The board of Quell turned down the offer of 6 billion dollars by Tavros as far too low.
            bank|4.0||Regulator opens probe into Meridia breach|The financial regulator will examine why Meridia took three weeks to notice intruders in its systems.
            clinic|7.0||Oakhill reopens emergency rooms|Ambulances may bring patients to the five Oakhill hospitals again, a week after the attack by Greyfin.
            buy|8.0||Tavros sweetens bid for Quell to 7.1 billion|Tavros has raised its offer for Quell to 7.1 billion dollars. Shares of the chip designer jumped 12 percent.
            """,
        ["a storm, a flood, and a blackout"] = """
            storm|0.0||Hurricane Odile nears Port Selby|Hurricane Odile strengthened to category 4 on Wednesday and was expected to come ashore near Port Selby overnight, forecasters said.
            flood|0.2||Dozens missing after dam bursts in Lowmarch|An earthen dam burst above the town of Lowmarch on Wednesday after days of rain. Dozens of people are missing, the army said.
            storm|0.6|National Weather Centre|Advisory 19, Hurricane Odile|Odile made landfall at 03:40 local time 12 km west of Port Selby with sustained winds of 215 km/h. Storm surge of 3 to 4 metres is expected.
            dark|0.7||Half of Vantera without power|A failed transformer left half of the city of Vantera in the dark on Wednesday evening. Lifts and trams stopped.
            storm|1.0||Roofs ripped off as Odile slams coast|Odile tore off roofs, sank boats and cut power to 400,000 homes around Port Selby on Thursday. Two people died.
            flood|1.1||Lowmarch: helicopter crews pluck people from roofs|Army helicopters lifted 130 people from roofs in Lowmarch, where a dam gave way the day before. Nine bodies have been found.
            dark|1.2||Vantera lights back on|Power has been restored in Vantera. The transformer was 48 years old, the grid company said.
            flood|3.0||Engineers had warned of Lowmarch dam|Cracks in the dam above Lowmarch were reported two years ago, according to a letter seen by the Daily Ledger. Nothing was done.
            storm|4.0||Toll of hurricane rises to 17|Seventeen people are now known to have died in Hurricane Odile, the governor said. Most drowned in the surge in Port Selby.
            flood|12.0||Two arrested over Lowmarch dam|Police have arrested the owner and an engineer of the dam that burst above Lowmarch, killing 34.
            """,
        ["two mergers of two makers on one day"] = """
            air|0.0|Corsair Air|Corsair Air to acquire Islander|Corsair Air will acquire Islander Airways for 920 million pounds in cash, the companies announced today. Islander's 61 aircraft will be repainted by 2028.
            beer|0.05|Hopkirk Brewing|Hopkirk and Stagg agree merger|Hopkirk Brewing and Stagg Ales announced today that they will merge. The new company will brew 14 million hectolitres a year.
            air|0.1||Corsair swallows regional carrier|Corsair has agreed to pay 920 million pounds for the regional carrier Islander. Unions fear for 1,200 jobs.
            beer|0.15||Brewers tie the knot|Two of the country's oldest brewers, Hopkirk and Stagg, are joining. Their chief executives sealed the deal over a pint.
            air|1.0||Pilots threaten to fight airline deal|Pilots of Islander said that they would strike if Corsair did not take over their contracts.
            beer|2.0||Will a pint cost more? What the brewers' merger means|Drinkers may pay more after Hopkirk's merger with Stagg, consumer groups say.
            air|6.0||Regulator clears Corsair's purchase|The civil aviation authority has cleared the purchase of Islander by Corsair on condition that four routes are given up.
            beer|7.0||Stagg shareholders vote yes|Shareholders of Stagg Ales have approved the merger with Hopkirk with 93 percent.
            """,
        ["a missing girl, a murder, and a cup tie"] = """
            girl|0.0||Search for missing Ronja, 7|Police and volunteers searched the woods around Tannholm on Monday for Ronja Lind, 7, who did not come home from school.
            kill|0.2||Shopkeeper stabbed to death in Eastgate|A shopkeeper was stabbed to death in Eastgate on Monday evening. Police seek a man in a grey coat.
            cup|0.3||Upset in Farrow as amateurs knock out champions|The amateurs of Farrow Town beat the champions, Kingsmere United, 2-1 in the cup on Monday.
            girl|1.0||Girl's bicycle found by lake|Divers will search a lake near Tannholm after a bicycle was found on its shore. It belongs to Ronja, her father said.
            kill|1.1||Eastgate mourns 'uncle' Karim|Neighbours laid flowers outside the shop of Karim Nasser, 58, who was killed on Monday. "He gave my children sweets," one said.
            girl|2.0||Ronja found alive|The seven-year-old girl who had been missing from Tannholm for two days was found alive in a hunter's hut on Wednesday, police said.
            cup|2.2||Kingsmere sack coach after cup defeat|Kingsmere United have dismissed their coach, Lars Tveit, two days after losing to Farrow Town.
            kill|3.0||Man held over shop killing|Police have arrested a man of 24 over the killing of the Eastgate shopkeeper Karim Nasser.
            girl|5.0||Hunter who found girl: 'She asked for bread'|The hunter who found Ronja Lind in his hut has told how the girl asked him for bread.
            kill|40.0||Murder trial opens|A man of 24 went on trial on Friday for the murder of Karim Nasser in his shop in Eastgate.
            """,
        ["a vaccine, a probe to Mars, and a data breach at a ministry"] = """
            shot|0.0||Malaria shot protects three in four children|A new malaria vaccine protected 77 percent of the children in a trial in Kenya and Mali, its developers at the Hale Institute said on Monday.
            mars|0.1||Probe slips into orbit around Mars|The European probe Perdita swung into orbit around Mars on Monday after a journey of nine months. Cheers rang out in the control room.
            leak|0.2||Addresses of soldiers found online|The names and addresses of 40,000 soldiers stood open on the internet for months, the magazine Lupe reported on Monday.
            shot|0.3|Hale Institute|R31/M phase 3 results|The vaccine candidate R31/M reached its primary endpoint. Efficacy over 12 months was 77 percent (95 percent interval 71 to 82) in 4,878 children.
            mars|1.0|Space Agency|Perdita: orbit insertion confirmed|The main engine of Perdita burned for 24 minutes. The spacecraft is in an ellipse of 400 by 41,000 km. First images are expected next week.
            leak|1.1||Ministry admits data leak|The defence ministry has admitted that a contractor left the data of soldiers unprotected. The minister, Paula Grau, spoke of a grave mistake.
            shot|2.0||Hopes and doubts over malaria jab|Health workers hailed the 77 percent protection of the jab from the Hale Institute. Others ask who will pay for it in the poorest countries.
            leak|3.0||Minister Grau under pressure to resign|The opposition demands that Paula Grau step down over the leaked addresses of 40,000 soldiers.
            mars|8.0||First pictures from Perdita show canyon in new light|The probe has sent its first pictures of the red planet. They show the Mariner valley in fog.
            leak|9.0||Grau quits|The defence minister has resigned. Paula Grau said that she took responsibility for the data of the soldiers.
            shot|30.0||WHO backs Hale malaria vaccine|The World Health Organization has recommended the malaria vaccine of the Hale Institute for children under three.
            """,
    };
}
