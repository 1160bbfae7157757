// Written by crates/codegen from the Rust sources. Change those, then run scripts/generate.sh.

/** Words for women, forms of address among them. */
export const WOMEN = "actress aunt baroness countess dame daughter duchess empress girl girlfriend goddess grandma grandmother heiress hostess lady ma'am madam madame matriarch miss mme mom mother mrs ms mum niece nun princess queen señora sister stepmother sultana waitress widow wife";

/** Words for men, forms of address among them. */
export const MEN = "archbishop ayatollah baron bishop boy boyfriend brother cardinal count dad duke emir father grandfather grandpa guy husband imam king lord man messrs mister monk mr mullah nephew patriarch pope prince señor shaikh sheik sheikh sir son stepfather sultan uncle waiter widower";

/** Forms of address. */
export const ADDRESSES = "dame dr drs frau haji hajji herr hon lady lord madam madame messrs miss mister mlle mme monsieur mr mrs ms mx señor señora sir";

/** Titles that belong to the name behind them. */
export const PERSONAL_TITLES = "ambassador archbishop bishop captain chairman chancellor chief colonel commissioner director doctor general governor judge justice king lady leader lord mayor minister pope premier president prince princess professor queen secretary senator sheikh sir speaker";

/** Short forms of given names that do not begin like the full name. @type {Record<string, string>} */
export const SHORT_FORMS = {
  "abe": "abraham",
  "andy": "andrew",
  "becky": "rebecca",
  "beth": "elizabeth",
  "betty": "elizabeth",
  "bill": "william",
  "billy": "william",
  "bob": "robert",
  "bobby": "robert",
  "chuck": "charles",
  "charlie": "charles",
  "debbie": "deborah",
  "dick": "richard",
  "dmitri": "dmitry",
  "drew": "andrew",
  "ed": "edward edwin",
  "eddie": "edward",
  "fritz": "friedrich",
  "gerry": "gerald",
  "hank": "henry",
  "harry": "henry harold",
  "jack": "john",
  "jake": "jacob",
  "jerry": "gerald jerome",
  "jim": "james",
  "jimmy": "james",
  "joe": "joseph",
  "johnny": "john",
  "kate": "katherine catherine",
  "kathy": "katherine kathleen",
  "katie": "katherine",
  "ken": "kenneth",
  "larry": "lawrence laurence",
  "liz": "elizabeth",
  "maggie": "margaret",
  "meg": "margaret megan",
  "mick": "michael",
  "mickey": "michael",
  "mike": "michael",
  "mohammed": "muhammad mohamed mohammad",
  "ned": "edward",
  "nick": "nicholas nicolas",
  "peggy": "margaret",
  "pepe": "jose",
  "pete": "peter",
  "ray": "raymond",
  "rick": "richard frederick",
  "ron": "ronald",
  "sandy": "alexander sandra",
  "sasha": "alexander",
  "steve": "steven stephen",
  "sue": "susan",
  "ted": "edward theodore",
  "terry": "terence terrence",
  "tim": "timothy",
  "tom": "thomas",
  "tommy": "thomas",
  "tony": "anthony",
  "vlad": "vladimir",
  "volodymyr": "vladimir",
  "yuri": "yury",
};

/** Family names that stand before the given name. */
export const FAMILY_NAMES = "ahn an bai bak ban bao bui cai cao chae chan chang che chen cheng cheung chiang chien cho choi chou chow chu chung cui dai dang deng ding dinh do dong du duan duong fan fang feng fu gao geng gong gu guan guo ha han hao he ho hong hou hsieh hsu hu hua huang huynh hwang im jang jeon jeong ji jia jiang jin jung kang kim ko kong kuo kwon lai lam lau le lee lei leung li liang liao lien lim lin ling liu long lu luo luong ly ma mai mao meng min moon nam ngo nguyen ni oh ong ou pak pan pang park peng pham phan phung qi qian qiao qin qiu qu ren rhee roh ryu seo shao shen shi shin sim so sohn song soong su suh sun sung tan tang tao teng tian to ton tong tran trinh truong tsai tsang tseng tu vo vu wan wang wei wen weng wong woo wu xi xia xiang xiao xie xing xiong xu xue yan yang yao ye yeh yi yim yin ying yoo yoon yu yuan yue yun zeng zhai zhang zhao zheng zhong zhou zhu zhuang zou";
