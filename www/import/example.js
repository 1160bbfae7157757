/** The example article, written for this project. Its people, company and island are fictional. */
export const EXAMPLE = `Ferry Operator Grounds Its Newest Ships After Storm Damage

TALLINN — The Estonian ferry company Saarlink took both of its newest ships out of service on Tuesday after inspectors found cracks in the bow doors of the MS Baltic Dawn, stranding about 1,400 passengers on the island of Vormsaar two days before the Midsummer holiday.

“We will not put a single passenger on a ship that we have doubts about,” said Helena Rebane, the company’s chief executive, at a news conference in Tallinn. “If that costs us the best week of the year, then it costs us the best week of the year.”

Rebane, who took over in January after eleven years at the Finnish shipbuilder Norrvarv, said the repairs would cost “somewhere between €3 million and €4 million” and take until the end of July. She added that the cracks had been found by chance, during a routine check of the hydraulic system.

The Baltic Dawn and her sister ship, the Baltic Dusk, were delivered last autumn by Norrvarv’s yard in Turku. The yard’s spokesman, Mikko Aaltola, declined to discuss the cause. “It’s far too early to point at anyone,” Aaltola told the newspaper Rannikupost. “Steel cracks. Our job is to find out why.”

On Vormsaar, patience was running out. “My daughter’s wedding is on Saturday,” said Priit Lepik, a 58-year-old fisherman who has lived on the island all his life, “and the groom is on the wrong side of the water.” He said he had offered to fetch the groom himself.

The mayor, Anneli Kask, called the decision “brave but badly prepared”. According to Kask, nobody at Saarlink had warned the island before the news was on the radio. “I learned it from my hairdresser,” the mayor said.

Estonia’s transport minister, Jaan Tamm, promised that two older ferries would be brought from Gotland by Thursday evening. The so-called “reserve fleet”, last used in the winter of 2010, can carry 600 people a day, roughly a third of what the island needs in summer.

Tamm told parliament that the European Maritime Safety Agency had been asked for help. “Let me be clear: these are good ships,” he said. “But ‘good enough’ is not a phrase I want to hear about a bow door in the Baltic Sea.”

The remark was understood by everyone in the chamber. Few countries remember a failed bow door as Estonia does. In September 1994, the ferry Estonia sank on her way from Tallinn to Stockholm, and 852 people died.

Opposition lawmakers from the Coastal Party were not satisfied. Its leader, Kristjan Oja, wondered aloud “how two new ships could pass every inspection and then fail the first one that nobody had planned”. He demanded that the inspection reports be published, and said that his party would call for a committee of inquiry next week.

Saarlink carried 2.1 million passengers last year and employs some 380 people. Its shares fell 12 percent in Tallinn on Tuesday, their worst day since the company was listed in 2016.

By nightfall, a line of cars stretched almost two kilometres from the harbour gate. Someone had hung a hand-painted sign on the fence. “Swim,” it read.
`;
