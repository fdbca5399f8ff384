namespace Attest.Tests.Text;

/// <summary>
/// Invented sentences with the quantities and times that a reader finds in them. A line is: sentence | quantities | times.
/// A quantity is written bound, value, unit, and the older figure: <c>&gt;=12 miner</c>, <c>~48000 kettle</c>, <c>&lt;=5 day</c>,
/// <c>12..15 people</c>, <c>15 report &lt;- 12</c>. A time is written as it stands alone; a star marks a deadline. All are told on
/// Wednesday 14 January 2026, 03:20 UTC.
/// </summary>
internal static class FigureCases
{
    /// <summary>Written with the rules at hand; the rules were mended on them.</summary>
    public const string Known = """
        Thirteen miners were trapped underground on Monday after an explosion at the Dorrick No. 4 mine. | 13 miner | on Monday 12 January 2026
        At least 12 people were killed and 30 others injured, police said. | >=12 people; 30 |
        The company has recalled about 48,000 electric kettles. | ~48000 kettle |
        The agency now counts 15 reports of burns, up from 12. | 15 report <- 12 |
        Shares fell four percent on Tuesday to $3.50. | 4 percent; 3.5 USD | on Tuesday 13 January 2026
        The regulator has logged 15 complaints about smoke from Hartwell's Vesta toaster, up from 12, a spokesman said. | 15 complaint <- 12 |
        A reporter at the gate saw two crews arrive shortly before noon. | 2 crew | before noon
        The death toll rose to 15 from 12. | 15 <- 12 |
        The ministry revised the figure from 20 to 18. | 18 <- 20 |
        Twelve of the 13 miners have died. | 12 miner; 13 miner |
        Dozens of people were hurt when the stand gave way. | ~24..99 people |
        The fire destroyed more than 200 homes and forced some 4,000 residents to flee. | >=200 home; ~4000 resident |
        A 7.1-magnitude earthquake struck at a depth of 10 km. | 7.1 magnitude; 10 kilometre |
        A magnitude 6.2 quake killed nearly 300 villagers in 2014. | 6.2 magnitude; ~300 villager | in 2014
        The bank set aside $3.5 billion for fines. | 3500000000 USD |
        The fund raised €20m from 14 investors. | 20000000 EUR; 14 investor |
        Ministers promised 12 million pounds for flood defences. | 12000000 GBP |
        Between 12 and 15 whales were stranded on the beach. | 12..15 whale |
        Rescuers expect 12 to 15 more survivors. | 12..15 survivor |
        The storm left up to 40,000 customers without power. | <=40000 customer |
        No fewer than nine ministers resigned. | >=9 minister |
        The plant employs fewer than 100 workers. | <=100 worker |
        As many as 60 passengers may be missing. | <=60 passenger |
        About two-thirds of voters backed the plan. | ~66.6667 percent |
        One in four children go hungry. | 25 percent |
        Half of the beaches were closed. | 50 percent |
        The court sentenced him to 12 years in prison. | 12 year |
        A 12-year-old boy was pulled from the river. | |
        Mara Quill, 45, was arrested at her home. | |
        The 13-member panel will rule by Friday. | 13 member | by Friday 16 January 2026*
        Recall 2026-118 covers three models. | 3 model |
        The F-16 crashed on Route 66 near Exit 12. | |
        Leaders of the G20 discussed Covid-19 for two hours. | 2 hour |
        Police closed 12 Mill Street after the shooting. | |
        The measure passed by 51 votes to 49. | 51 vote; 49 |
        The board voted 7-2 to dismiss her. | |
        Customers will receive a full refund within 14 days. | | within 14 days*
        We recall kettles sold between May 2024 and December 2025. | | between May 2024 and December 2025
        The number published on 3 January left out one model. | 1 model | on 3 January 2026
        The blast happened at about 6.30 a.m. during the first shift. | | at about 6.30 a.m.
        Family members said late on Tuesday that he was alive. | | late on Tuesday 13 January 2026
        The company said early on Wednesday that one man survived. | 1 man | early on Wednesday 14 January 2026
        One body was found on Tuesday evening. | 1 body | on the evening of Tuesday 13 January 2026
        The company plans to reopen the mine in the spring. | | in spring 2026*
        Officials will meet on Friday. | | on Friday 16 January 2026*
        He was released on Friday. | | on Friday 9 January 2026
        The vote was held yesterday. | | on 13 January 2026
        The inquiry began three days ago. | | on 11 January 2026
        Sales doubled last year. | | in 2025
        Profits fell in the third quarter. | | in the third quarter of 2025
        The bridge opened in 1998 and was closed last month. | | in 1998; in December 2025
        The mayor resigned on 28 December. | | on 28 December 2025
        The hearing is set for March 3. | | 3 March 2026*
        The law takes effect on 1 July. | | on 1 July 2026*
        Talks will resume tomorrow morning. | | on the morning of 15 January 2026*
        Prices have risen by 2.4 percent over the past 12 months. | 2.4 percent | over the 12 months to January 2026
        The dam must be repaired by the end of the year. | | by the end of 2026*
        The attack on Sept. 11, 2001 killed nearly 3,000 people. | ~3000 people | on Sept. 11, 2001
        Tuesday's attack was the deadliest since 2019. | | The 13 January 2026; since 2019
        The first train left at 14:20 GMT on Monday. | | at 14:20 GMT on Monday 12 January 2026
        He served two terms in the 1990s. | 2 term | in the 1990s
        The two sides last met two years ago. | 2 side | in 2024
        The strike, now in its third week, has cost $1.2bn. | 1200000000 USD |
        The station recorded gusts of 140 km/h and 30 cm of snow. | 140 kph; 30 centimetre |
        Temperatures reached 41C in the south. | 41 degree celsius |
        The reserve covers 250 square miles. | 250 square mile |
        A couple of hundred fans waited outside. | ~200..300 fan |
        Tens of thousands of protesters marched on Saturday. | ~20000..99999 protester | on Saturday 10 January 2026
        Two hundred and five people are still missing. | 205 people |
        Half a million homes lost power. | 500000 home |
        The ship carried 1,200 tonnes of grain. | 1200 tonne |
        The team won 3-1. | |
        The hospital treated 24 people, 9 of them children. | 24 people; 9 |
        "They told us twelve are alive," a relative said. | 12 |
        Unemployment rose from 4.1 percent to 4.4 percent in November. | 4.4 percent <- 4.1 | in November 2025
        The fine was cut to $2 million from $5 million. | 2000000 USD <- 5000000 |
        The rate rose by 0.25 percentage points. | 0.25 percentage point |
        The minister, who took office in June, faces a no-confidence vote next week. | | in June 2025; in the week of 19 January 2026*
        """;

    /// <summary>Written after the rules, without looking at them, and measured before anything was mended.</summary>
    public const string Fresh = """
        A ferry carrying 214 passengers and 19 crew capsized off the coast early on Sunday, killing at least 31. | 214 passenger; 19 crew; >=31 | early on Sunday 11 January 2026
        Rescuers had pulled 47 survivors from the water by Monday afternoon, the coastguard said. | 47 survivor | by the afternoon of Monday 12 January 2026
        The number of confirmed cases climbed to 1,043 on Tuesday, from 987 a day earlier. | 1043 case <- 987 | on Tuesday 13 January 2026; a day earlier
        Norvane Energy said it would cut 1,500 jobs, or about 8 percent of its workforce. | 1500 job; ~8 percent |
        Net profit for the quarter fell 12 percent to 340 million euros, compared with 386 million euros a year earlier. | 12 percent; 340000000 EUR <- 386000000 | a year earlier
        The river rose more than three metres in six hours. | >=3 metre; 6 hour |
        Two of the four suspects remain at large. | 2 suspect; 4 suspect |
        A two-year-old girl and her grandmother died in the fire, which broke out shortly before midnight. | | before midnight
        The bill passed the lower house by 212 votes to 198. | 212 vote; 198 |
        The central bank raised its main rate by a quarter of a point to 4.5 percent. | 4.5 percent |
        Nearly 9 in 10 teachers said they had bought supplies with their own money. | ~90 percent |
        The minister has until 30 January to respond. | | until 30 January 2026*
        Inspectors found cracks in 11 of 26 bridges they visited between March and June. | 11 bridge; 26 bridge | between March 2025 and June 2025
        Police arrested three men, aged 19, 24 and 31, on suspicion of arson. | 3 man |
        The company has 90 days to appeal. | 90 day |
        Sea levels could rise by as much as half a metre by 2100. | <=0.5 metre | by 2100*
        About 60 flights were cancelled on Saturday and another 25 on Sunday. | ~60 flight; 25 | on Saturday 10 January 2026; on Sunday 11 January 2026
        The trial, which opened last September, is expected to last until the summer. | | in September 2025; until summer 2026*
        The museum will be free for under-18s from next month. | | from February 2026*
        It was the third fire at the depot in five years. | 5 year |
        The hospital had only one working ventilator. | 1 ventilator |
        Turnout was 58.3%, up from 54% in 2021. | 58.3 percent <- 54 | in 2021
        Exports to the bloc were worth £4.6bn in the year to March. | 4600000000 GBP |
        Traders sold some $700 million worth of bonds on Friday. | ~700000000 USD | on Friday 9 January 2026
        The drug cut deaths by a third in a trial of 2,400 patients. | 2400 patient |
        More than a dozen countries have closed their borders. | >=12 country |
        The court ordered the firm to pay US$85 million in damages within 60 days. | 85000000 USD | within 60 days*
        Ms Aldous joined the department in 2009 and became its head six years later. | | in 2009; six years later
        The toll from the landslide now stands at 88, down from an earlier figure of 104. | 88 <- 104 |
        He was 71. | |
        The Boeing 737 made an emergency landing at 4.45 p.m. on Thursday. | | at 4.45 p.m. on Thursday 8 January 2026
        Tickets cost between $15 and $40. | 15..40 USD |
        Hundreds of firefighters battled the blaze, which has burned 12,000 hectares since Thursday. | ~200..999 firefighter; 12000 hectare | since Thursday 8 January 2026
        The 29-year-old was sentenced to eight months. | 8 month |
        A survey of 1,012 adults found that 46 percent opposed the plan, while 39 percent backed it. | 1012 adult; 46 percent; 39 percent |
        The strike by 48,000 nurses is due to begin at 7 a.m. on Monday. | 48000 nurse | at 7 a.m. on Monday 19 January 2026*
        The first of the 20 new trains will enter service in early 2027. | 20 train | in early 2027*
        Prosecutors asked for a sentence of 15 to 18 years. | 15..18 year |
        The plane disappeared from radar at 02:14 local time. | | at 02:14
        Officials put the damage at upwards of 2 billion rupees. | >=2000000000 INR |
        Seven people, including two children, were taken to hospital. | 7 people; 2 child |
        The ministry reported 62 new infections and four deaths in the past 24 hours. | 62 infection; 4 death | in the past 24 hours
        The vaccine is 94 percent effective, the company said in a statement on Nov. 30. | 94 percent | on 30 November 2025
        A total of 131 whales were found dead. | 131 whale |
        There were 19 people on board the bus, not 16 as first reported. | 19 people <- 16 |
        The airport handles 40m passengers a year. | 40000000 passenger |
        The convoy of 35 lorries crossed the border on Tuesday night. | 35 lorry | on the night of Tuesday 13 January 2026
        Inflation slowed to 3.1 percent in December, the lowest since early 2022. | 3.1 percent | in December 2025; since early 2022
        Three in five households could not afford heating last winter. | 60 percent | in winter 2024–25
        Around 300 protesters, some carrying banners, gathered outside Parliament at noon. | ~300 protester | at noon
        The deal values the chain at roughly $2.3 billion, including debt. | ~2300000000 USD |
        Six months after the flood, half of the town's residents have not returned. | 6 month; 50 percent |
        A second body was recovered yesterday evening, bringing the number of dead to six. | 6 | on the evening of 13 January 2026
        The quake, measured at 5.8, was felt 200 kilometres away. | 5.8; 200 kilometre |
        The ceasefire will last 72 hours from midnight on Friday. | 72 hour | from midnight on Friday 16 January 2026*
        Ministers are to publish the report before the end of the month. | | before the end of January 2026*
        The Nov. 8 referendum was declared void. | | 8 November 2025
        Gold fell 0.6 percent to $1,912.40 an ounce at 0930 GMT. | 0.6 percent; 1912.4 USD | at 0930 GMT
        The factory, built in the 1970s, employed 2,000 people at its peak. | 2000 people | in the 1970s
        The government will spend an extra £350 million on roads this year and next. | 350000000 GBP | in 2026*
        At least one in three wells is contaminated, the survey found. | >=33.3333 percent |
        The fund lost 18 percent of its value in the second half of 2025. | 18 percent | in the second half of 2025
        Twenty-two schools stayed shut on Wednesday. | 22 school | on Wednesday 14 January 2026
        Prime Minister Olan Trask, 52, has led the country for almost a decade. | |
        The suspect fired 14 shots in less than a minute. | 14 shot |
        The ship was 1.2 miles off course when it ran aground on December 29, 2025. | 1.2 mile | on December 29, 2025
        They found 3,400kg of cocaine worth an estimated €240m. | 3400 kilogram; ~240000000 EUR |
        The dam holds 40 million cubic metres of water. | 40000000 cubic metre |
        By late Tuesday, crews had contained 35 percent of the fire. | 35 percent | By late on Tuesday 13 January 2026
        The charity said the number of hungry people had more than doubled to 2.6 million. | 2600000 people |
        Voters in seven provinces go to the polls on Sunday. | 7 province | on Sunday 18 January 2026*
        The coach, sacked three games into the season, is owed $4m. | 3 game; 4000000 USD |
        "We have 36 hours to find them," the fire chief told reporters on Monday. | 36 hour | on Monday 12 January 2026
        The agency will release its final report by mid-February. | | by mid-February 2026*
        """;
}
