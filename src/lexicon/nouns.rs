//! Nouns for people, and what stands before them. Each word stands once, with all its classes.
//!
//! A new office or profession goes into the group with its classes: plain [`ROLE`] for most.

use super::{ADDRESS, FEMALE, Flags, MALE, MODIFIER, PERSON, PERSONAL_TITLE, ROLE};

pub const NOUNS: &[(Flags, &str)] = &[
    (ADDRESS, "dr drs frau haji hajji herr hon mlle monsieur mx"),
    (ADDRESS | PERSON | FEMALE | PERSONAL_TITLE, "lady"),
    (ADDRESS | FEMALE, "dame madam madame miss mme mrs ms señora"),
    (ADDRESS | MALE, "messrs mister mr señor"),
    (ADDRESS | MALE | PERSONAL_TITLE, "lord sir"),
    (
        ROLE,
        "academic accountant activist actor adm administrator admiral adviser advisor advocate agent aide amb \
        analyst anchor anchorman anchorwoman anthropologist archaeologist archduke architect artist assemblyman \
        assemblywoman astronaut astronomer athlete author bailiff banker barrister bassist batsman billionaire \
        biographer biologist blogger boss bowler boxer broadcaster broker businessman businesswoman caliph \
        campaigner candidate canon capt cardiologist cellist ceo cfo chair chairperson chairwoman champion \
        chaplain chef chemist chieftain choreographer cleric climatologist cllr coach cofounder col collector \
        columnist comedian commandant commander commentator composer comptroller conductor congressman \
        congresswoman constable consultant controller coo coordinator coroner corporal correspondent councillor \
        councilman councilor councilwoman counsel counselor creator cricketer critic cto curator cyclist dancer \
        dean defender delegate democrat dentist dermatologist designer det detective developer dictator diplomat \
        dissident drummer ecologist economist editor emperor engineer entrepreneur envoy epidemiologist expert \
        farmer fighter filmmaker financier firefighter fisherman footballer founder gen geologist glaciologist \
        goalie goalkeeper golfer gov guerrilla guitarist gynecologist historian host immunologist insp inspector \
        investigator investor jockey journalist lawmaker lawyer lecturer legislator librarian lobbyist lt \
        lyricist magistrate magnate maj major manager manufacturer marshal master mathematician mayoress md \
        mediator meteorologist midfielder militant millionaire missionary mogul mp musician negotiator \
        neurologist neurosurgeon nominee novelist nurse nutritionist officer official oligarch ombudsman \
        oncologist operator organiser organizer owner painter paramedic pastor pathologist pediatrician \
        pharmacist philanthropist philosopher photographer physician physicist physiotherapist pianist pilot \
        pitcher player playwright pm poet policeman policewoman politician pres presenter priest producer prof \
        programmer prophet prosecutor provost psychiatrist psychologist publicist publisher quarterback rabbi \
        racer ranger rapper rector referee registrar rep reporter representative republican researcher \
        restaurateur rev reverend ruler salesman scholar scientist screenwriter sculptor seismologist sen \
        sergeant sgt sheriff shopkeeper singer skier skipper sociologist soldier solicitor songwriter specialist \
        spokesman spokesperson spokeswoman sprinter statesman strategist striker strongman superintendent \
        supervisor supt surgeon swimmer taoiseach teacher technician theologian trader trainer treasurer tycoon \
        undersecretary veterinarian vicar violinist virologist warden warlord whistleblower winemaker wrestler \
        writer zoologist",
    ),
    (ROLE | PERSON, "driver"),
    (ROLE | MODIFIER, "attorney consul deputy executive head incumbent lieutenant principal star veteran"),
    (ROLE | MODIFIER | PERSONAL_TITLE, "chief general justice secretary"),
    (ROLE | FEMALE, "actress baroness countess duchess empress"),
    (ROLE | FEMALE | PERSONAL_TITLE, "princess queen"),
    (ROLE | MALE, "ayatollah baron cardinal duke emir imam mullah patriarch sheik sultan"),
    (ROLE | MALE | PERSONAL_TITLE, "archbishop bishop king pope prince sheikh"),
    (
        ROLE | PERSONAL_TITLE,
        "ambassador captain chairman chancellor colonel commissioner director doctor governor judge leader mayor \
        minister premier president professor senator speaker",
    ),
    (
        PERSON,
        "assailant attacker baby bomber bride bystander caller captor child client colleague cousin customer \
        defendant employee fiance fiancee fiancé fiancée friend gentleman graduate granddaughter grandson groom \
        guard gunman heir hero hostage inmate intern kid killer landlord mentor migrant mistress murderer \
        neighbor neighbour partner passenger patient person predecessor prisoner refugee robber spouse spy \
        stepdaughter stepson student successor survivor suspect teen teenager tenant thief toddler twin victim \
        villager witness woman worker",
    ),
    (PERSON | MODIFIER, "celebrity criminal guest professional resident rival youth"),
    (PERSON | FEMALE, "aunt daughter girl girlfriend grandma grandmother mom mother niece sister widow wife"),
    (PERSON | MALE, "boy boyfriend brother dad father grandfather grandpa guy husband man nephew son uncle widower"),
    (
        MODIFIER,
        "accused acting affairs aging agriculture air alleged army art assistant associate bank baseball \
        basketball bass beloved biology board boxing branch brigadier budget bureau business cabinet campaign \
        cell chemistry city civil club co commanding commercial communications communist company computer \
        congressional conservative constitutional convicted corporate country county court creative cricket crime \
        crown cultural culture current de defence defense democratic department deposed development disgraced \
        district division economic economics education elder eldest election electoral embattled emergency energy \
        engineering environment environmental estate ex exchequer exiled export famous far fashion federal fellow \
        female film finance financial fire first football foreign former founding freelance french fund global \
        governing government gubernatorial health high history hockey home honorary hospital hotel house housing \
        human iconic immigration incoming independent industrial industry infantry influential information \
        insurance intelligence interim interior international investigative investment jailed joint junior labor \
        labour late law lead leading left leftist legal legislative liberal literary local longtime majority male \
        managing maritime market marketing mayoral medical military minority money movie music national naval \
        navy network news newspaper non noted nuclear oil olympic operating opposition ousted outgoing parish \
        parliament parliamentary party peace police policy political pop popular populist portfolio presidential \
        press prime prison private program project prominent property provincial public radical radio railway \
        ranking real rebel regional religious renowned research retail retired right rights rock rugby ruling \
        sales school science security senior serving sex shadow soccer social software special spiritual sports \
        staff state station stock strategic supreme surviving team tech technology telecommunications television \
        tennis textile theater theatre then top toppled tourism trade trading traffic transport transportation \
        treasury trial tribal tv union university vice village water welfare wildlife wing world young youngest",
    ),
    (FEMALE, "goddess heiress hostess ma'am matriarch mum nun stepmother sultana waitress"),
    (MALE, "count monk shaikh stepfather waiter"),
];
