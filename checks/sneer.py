"""Find sneering by its shape: «if you can't …, don't call us», «heran sama orang yang …».

Word lists see insults; most sneering holds none. It asks questions that want no answer, thanks for
nothing, sends people away, compares readers with toddlers, and speaks to «whoever». Each shape
adds a little; one alone is never enough, because calm posts use some of them too. The shapes were
written from how people sneer in service, transport and health, before any post was measured.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from .draft import Draft
from .findings import Span
from .tokens import BREAK

MOST_WORDS: Final = 80
"""Tokens of a sentence that are read; the time stays linear."""


class _Shape(NamedTuple):
    """A shape of sneering over the words of a sentence, parted by blanks."""

    weight: float
    triggers: frozenset[str]
    """The shape is looked for only where one of these words stands in the draft: that is fast.
    The rarest words of the shape do best."""
    pattern: str
    also: frozenset[str] = frozenset()
    """Words of which one must stand there too; empty where the first ones are rare enough."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_EN: Final = (
    _Shape(
        0.6,
        _set("why"),
        r"\bwhy (?:do|does|can't|don't|must|won't) (?:\S+ ){0,3}?(?:customers?|"
        r"passengers?|patients?|parents?|readers?|callers?|applicants?|commuters?|"
        r"visitors?|people|folks|guys|everyone|everybody|some of you|half of you|most of "
        r"you|you|users?|tourists?|clients?|guests?) (?:\S+ ){0,2}?(?:always|never|still|"
        r"even|only|insist|think|keep)\b",
    ),
    _Shape(
        0.5,
        _set("ask"),
        r"\btoo much to ask\b",
    ),
    _Shape(
        0.25,
        _set(
            "whoever man woman guy lady person gentleman people one ones passenger customer "
            "patient driver caller couple family mother father"
        ),
        r"\b(?:whoever|to the (?:man|woman|guy|lady|person|gentleman|people|ones?|"
        r"passenger|customer|patient|driver|caller|couple|family|mother|father)) (?:\S+ "
        r"){0,6}?(?:who|left|took|stole|parked|snapped|shouted|forgot|ate|threw)\b",
    ),
    _Shape(
        0.5,
        _set("once like then maybe"),
        r"(?:^|[,:] |\n )(?:set|buy|get|find|use|bring|stay|raise|walk|try|read|wash|move|"
        r"fill|do) (?:\S+ ){0,7}?(?:for once|like (?:every|everyone|everybody|any|other|a|"
        r"all) (?:\S+ ){0,3}?(?:grown-ups?|grownups?|adults?|else|normal|human)|then|"
        r"maybe)\b",
        also=_set("set buy get find use bring stay raise walk try read wash move fill do"),
    ),
    _Shape(
        0.7,
        _set("not isn't aren't"),
        r"\b(?:not|isn't|aren't) (?:your|a|an) (?:\S+ )?(?:dogs?|slaves?|servants?|maid|"
        r"mother|mum|mom|search engine|secretary|nanny|robots?|machine|magicians?|"
        r"wizards?|doormat|punching bag|taxi|hotel|psychic|fortune tellers?|mind readers?|"
        r"vending machine|alarm clock|personal \S+|circus|kindergarten|daycare)\b",
    ),
    _Shape(
        0.6,
        _set(
            "toddler old kid kids child son daughter dog cat hamster goldfish grandma parrot "
            "goat chicken monkey nephew niece year-old five-year-old six-year-old four-year- "
            "old three-year-old two-year-old seven-year-old ten-year-old eight-year-old"
        ),
        r"\b(?:my|a|any|even my|even a|our) (?:\S+ ){0,2}?(?:toddler|year old|"
        r"\S+-year-old|kid|kids|child|son|daughter|dog|cat|hamster|goldfish|grandma|"
        r"parrot|goat|chicken|monkey|nephew|niece) (?:\S+ )?(?:can|could|manages?|managed|"
        r"knows|knew|understands|closes|reads|figured|would|does it|did it)\b",
    ),
    _Shape(
        0.6,
        _set("if when since"),
        r"\b(?:if|when|since) (?:\S+ ){0,8}?(?:beyond you|too (?:hard|much|difficult|"
        r"complicated|busy|lazy|good|important|proud|challenging) (?:for|to)|(?:can't|"
        r"cannot|can not|won't) (?:even )?(?:read|spell|count|wait|follow|manage|afford|"
        r"behave|be bothered|listen|use|find|remember|take care))\b",
        also=_set("beyond too can't cannot can won't"),
    ),
    _Shape(
        0.4,
        _set("don't never not"),
        r"\b(?:don't|do not|never) (?:\S+ )?(?:call|bother|come|complain|cry|whine|blame|"
        r"expect|waste|write|ask|message|email|act|pretend|tell) (?:\S+ ){0,5}?(?:us|me|"
        r"our|my|again|then|surprised|ever)\b",
        also=_set(
            "call bother come complain cry whine blame expect waste write ask message email act "
            "pretend tell"
        ),
    ),
    _Shape(
        0.6,
        _set("home walk leave elsewhere find taxi come swim away go"),
        r"\b(?:then|just|please|so|better|maybe|and) (?:stay (?:at )?home|walk|leave|go "
        r"elsewhere|find another|take a taxi|don't come|shop elsewhere|go home|stay "
        r"away)\b|\b(?:stay (?:at )?home|walk|leave|swim|go elsewhere) then\b|\bkeep "
        r"(?:him|her|it|them) at home\b",
    ),
    _Shape(
        0.6,
        _set(
            "comments expert experts doctor doctors professor professors scientist scientists "
            "engineer engineers drivers virologists"
        ),
        r"\b(?:another|yet another|one more|these|all these|all the|our|dear) (?:\S+ "
        r"){0,2}?(?:experts?|genius|professors?|specialists?|critics?|philosophers?|"
        r"know-it-alls?) (?:\S+ )?in the comments\b|\b(?:self-made|instant|overnight|"
        r"armchair|keyboard|sofa|couch|hobby) (?:experts?|doctors?|professors?|"
        r"scientists?|engineers?|drivers?|virologists?)\b",
    ),
    _Shape(
        0.5,
        _set("look tell professor einstein sherlock genius cereal did"),
        r"\boh look\b|\btell us more\b|, (?:professor|einstein|sherlock|your highness|"
        r"genius) |\bcereal box\b|\bwhere did you (?:get|buy|learn|study|find) ",
    ),
    _Shape(
        0.7,
        _set("thanks thank"),
        r"\bthank(?:s| you) (?:so much )?for (?:your|the) (?:zero|lack|total|complete|"
        r"absolute|usual|great|wonderful|amazing|endless|constant|non-existent|famous) ",
    ),
    _Shape(
        0.5,
        _set("hope"),
        r"\bhope you (?:enjoy|enjoyed|slept|feel|are proud|are happy|had fun|liked|"
        r"choke)\b|\bhope (?:you're|ur) (?:happy|proud|pleased)\b",
    ),
    _Shape(
        0.6,
        _set("pure sheer plain total utter complete absolute"),
        r"\b(?:pure|sheer|plain|total|utter|complete|absolute) (?:laziness|stupidity|"
        r"ignorance|selfishness|arrogance|nonsense|incompetence|rudeness|cheek|disrespect|"
        r"entitlement)\b",
    ),
    _Shape(
        0.5,
        _set("surprised shocked offended important innocent special confused"),
        r"\b(?:act|acts|acting|pretend|look|looks) (?:all )?(?:surprised|shocked|offended|"
        r"important|innocent|special|confused)\b",
    ),
    _Shape(
        0.4,
        _set("every planet"),
        r"\bevery other (?:adult|grown-up|human|person|normal)\b|\bon this planet\b",
    ),
    _Shape(
        0.6,
        _set("get lol lmao laughing"),
        r"\bget a (?:better|real|proper|different|second) (?:job|hobby|brain|watch|alarm|"
        r"dictionary|map|life)\b|\blol at\b|\blmao at\b|\blaughing at (?:you|people|"
        r"everyone|those)\b",
    ),
    _Shape(
        0.4,
        _set("room space seats time air vaccine water"),
        r"\bmore (?:room|space|seats|time|air|vaccine|water) for (?:people|those|us|the "
        r"rest|everyone) ",
        also=_set("more"),
    ),
    _Shape(
        0.6,
        _set("little precious darling sweet spoiled poor"),
        r"\byour (?:little|precious|darling|sweet|spoiled|poor) (?:prince|princess|"
        r"angels?|darlings?|monsters?|brats?|snowflakes?|feelings|opinions?|problems?|"
        r"drama|ego|heart|majesty|theory|theories|treasure)\b",
    ),
    _Shape(
        0.5,
        _set("raise control train educate teach discipline supervise"),
        r"\b(?:raise|control|train|educate|teach|discipline|supervise) (?:him|her|them|"
        r"your (?:kids?|child|children|son|daughter|dog))\b",
    ),
    _Shape(
        0.6,
        _set("some little bit"),
        r"\b(?:might|could|should|would) (?:want|use|need|try|benefit from) (?:some|a "
        r"little|a bit of) (?:training|manners|lessons?|education|therapy|glasses|"
        r"deodorant|soap|brains?|sense|decency|respect|discipline)\b",
    ),
    _Shape(
        0.5,
        _set("some"),
        r"\bsome of you (?:really |clearly |obviously |still |just )*(?:need|should|must|"
        r"seem|think|never|can't|cannot|don't|have no|act|behave)\b",
    ),
    _Shape(
        0.5,
        _set("are"),
        r"\bare you (?:people |all |guys |even |really |that |so |honestly |seriously "
        r")?(?:asleep|blind|deaf|drunk|high|lost|serious|made of|five|twelve|out of your|"
        r"for real|okay in)\b",
        also=_set("you"),
    ),
    _Shape(
        0.3,
        _set("once ruin ruining ruins spoil spoils it's"),
        r"\bfor once\b|\b(?:ruin|ruining|ruins|spoil|spoils) (?:everybody's|everyone's|my|"
        r"our|the) (?:morning|day|evening|shift|mood|work|weekend)\b|\bit's (?:one|two|"
        r"three|a single) (?:page|lines?|button|step|click|form|words?|question|minutes?|"
        r"clicks|steps)\b",
    ),
    _Shape(
        0.6,
        _set("exist exists called"),
        r"\b(?:google|dictionaries|alarms?|clocks?|eyes|soap|manners|calendars?|"
        r"headphones|bins?|deodorant|queues?|mirrors?|taxis|umbrellas) exists?\b|\b(?:a "
        r"thing|something|a concept|this thing|a word) called\b",
    ),
    _Shape(
        0.6,
        _set("how"),
        r"\bhow (?:hard|difficult|complicated|stupid|lazy|selfish|rude|blind|thick|dense) "
        r"(?:can|is|could|do|must|are) (?:it|that|this|you|one|people)\b",
    ),
    _Shape(
        0.5,
        _set("nobody no"),
        r"\b(?:nobody|no one) (?:here )?(?:cares|asked|wants to hear|is interested|feels "
        r"sorry|forced|forces|owes you|needs your)\b",
    ),
    _Shape(
        0.5,
        _set("own owns"),
        r"\b(?:think|thinks|act|acts|acting|behave|behaves) (?:like )?(?:you|they|she|he) "
        r"owns?\b|\bown the (?:place|train|road|clinic|world|hospital|platform)\b",
    ),
    _Shape(
        0.5,
        _set("if had"),
        r"\bif you (?:had|used|read|looked|listened|bothered|paid attention) (?:\S+ "
        r"){0,8}?(?:you|i|we) ?(?:would|wouldn't|'d|might)\b|\bhad you (?:read|listened|looked|"
        r"bothered)\b",
        also=_set("you"),
    ),
    _Shape(
        0.4,
        _set("some"),
        r"\bsome people\b(?= (?:just|really|clearly|still|never|can't|cannot|have no|"
        r"should|think|need))",
    ),
    _Shape(
        0.5,
        _set("time patience paid energy work"),
        r"\b(?:i|we) (?:don't|do not|can't) (?:have time|have the time|have patience|have "
        r"the patience|get paid|get paid enough|have the energy|work) (?:for|to)\b",
        also=_set("don't do can't"),
    ),
    _Shape(
        0.4,
        _set("hard difficult complicated shocker surprise shock surprised knew"),
        r"\b(?:is it|are we|was it) (?:really )?(?:so|that) (?:hard|difficult|"
        r"complicated) to\b|\b(?:shocker|big surprise|what a shock|color me surprised|"
        r"colour me surprised|who knew)\b",
    ),
    _Shape(
        0.6,
        _set("not"),
        r"\bnot your (?!fault\b|turn\b|day\b|usual\b|average\b|typical\b|job\b|name\b|"
        r"problem\b|own\b|best\b|data\b|first\b|last\b|size\b|phone\b|money\b|"
        r"password\b)\w+\b",
        also=_set("your"),
    ),
    _Shape(
        0.5,
        _set("mature classy disgusting pathetic shameful childish charming"),
        r"\n (?:very |so |real |really |how |just )?(?:mature|classy|disgusting|pathetic|"
        r"shameful|childish)(?: \w+)? ?[.!]+",
    ),
    _Shape(
        0.7,
        _set("favourite favorite"),
        r"\bmy favou?rite (?:\S+ )?(?:customers?|passengers?|patients?|callers?|people|"
        r"readers?|commenters?|kind|type|sort|parents?|tourists?|applicants?|clients?) ",
    ),
    _Shape(
        0.4,
        _set("single"),
        r"\bevery [.] (?:\n )?single\b|\bevery single (?:time|day|shift|week|morning)\b",
    ),
    _Shape(
        0.7,
        _set("how"),
        r"\bhow (?:do|did|can|have) (?:these|those|some|such|you|they) (?:people |even |"
        r"ever |still |actually )*(?:people|dress|survive|survived|get through|manage|tie|"
        r"function|breathe|hold|find|live|cope|graduate)\b",
    ),
    _Shape(
        0.4,
        _set("no"),
        r"\n no , (?:i|we|you|it|that|there) (?:will|won't|am|are|aren't|do|don't|can|"
        r"can't|is|isn't|cannot)\b",
    ),
    _Shape(
        0.3,
        _set("look read use try learn accept google check buy clean wash"),
        r"\n (?:look at|read|use|try|learn|accept|google|check|buy|clean|wash) it [.!]",
    ),
    _Shape(
        0.6,
        _set("want"),
        r"\byou want (?:\S+ ){1,5}[?]+ (?:\n )?(?:then|start|try|earn|pay|go|buy|turn|"
        r"come|show|be|act|maybe)\b",
    ),
    _Shape(
        0.5,
        _set("rest"),
        r"\blike the rest of (?:the|us|humanity|society)\b",
    ),
    _Shape(
        0.7,
        _set("wasted lost"),
        r"\b(?:is|was|are|were|been) (?:wasted|lost) on (?:you|them|some|these)\b",
    ),
    _Shape(
        0.6,
        _set("lot every all"),
        r"\bthe lot of you\b|\bevery one of you\b|\byou lot\b|\ball of you lot\b|\bwhole "
        r"bunch of you\b",
    ),
    _Shape(
        0.8,
        _set("brick bricks planks mud post rocks"),
        r"\b(?:thick|dumb|dense|dim|stupid|slow) as (?:a |two )?(?:short )?(?:bricks?|"
        r"planks|mud|posts?|rocks?|stones?)\b",
    ),
    _Shape(
        0.5,
        _set("worse"),
        r"\bnot sure (?:what's|what is|which is) worse\b|\bi don't know what's worse\b",
    ),
    _Shape(
        0.6,
        _set("keyboard couch sofa armchair facebook google internet weekend"),
        r"\b(?:keyboard|couch|sofa|armchair|facebook|google|internet|weekend) "
        r"(?:engineers?|doctors?|drivers?|nurses?|experts?|professors?|scientists?|"
        r"warriors?|heroes|lawyers?|pilots?|managers?|chemists?|teachers?)\b",
    ),
    _Shape(
        0.5,
        _set("yourself yourselves"),
        r"\b(?:do|fix|drive|repair|build|inject|cook|clean|run|carry|make|dig|treat|"
        r"print) (?:\S+ ){0,4}?(?:yourself|yourselves) (?:at|then|if|next|and|[.!])",
    ),
    _Shape(
        0.5,
        _set("quiet silence talk until"),
        r"\b(?:quiet|silence|hush) please\b|\bthen we(?: can|'ll)? talk\b|\btalk to me "
        r"when\b|\bcall me when you\b|\bcome back when you\b",
    ),
    _Shape(
        0.6,
        _set("complain complaining"),
        r"\b(?:would|will|could|always|still) complain(?:ing)? (?:about|if|that)\b",
    ),
    _Shape(
        0.5,
        _set("explain repeat"),
        r"\b(?:will not|won't|not going to|refuse to|tired of|sick of|done) (?:explain|"
        r"explaining|repeat|repeating)\b",
    ),
    _Shape(
        0.5,
        _set("drowning growing dying living"),
        r"\bif (?:stupidity|laziness|rudeness|ignorance|entitlement|complaining) (?:was|"
        r"were|could|had|paid|hurt)\b",
    ),
    _Shape(
        0.5,
        _set("prove proves shows proof"),
        r"\b(?:prove|proves|proof|shows) (?:that )?(?:\S+ ){0,6}?(?:wasted|stupid|failed|"
        r"nobody|no one|can't|don't|doesn't) ",
    ),
    _Shape(
        0.7,
        _set("ever"),
        r"\bever (?:thought|think) (?:of|about) (?:anyone|others|other|someone|anybody|"
        r"the rest)\b",
    ),
    _Shape(
        0.7,
        _set("reason"),
        r"\bthe reason (?:\S+ )?(?:i|we) (?:drink|quit|hate|need|want to|cry|lose|smoke)\b",
    ),
    _Shape(
        0.7,
        _set("need"),
        r"\bdo you need (?:a|an|some|me to) (?:hug|lawyer|tissue|medal|map|manual|nanny|"
        r"drawing|explain|draw|hold|nap|snack|diaper|invitation)\b",
    ),
    _Shape(
        0.4,
        _set("reminder psa news announcement"),
        r"\n (?:friendly |quick |gentle |little )?(?:reminder|psa|news|announcement|"
        r"breaking) (?:news )?(?:for|to) (?:whoever|the|all|everyone|those|some|people)\b",
    ),
)

_ID: Final = (
    _Shape(
        0.35,
        _set("yang"),
        r"(?:^|[,:] |\n )(?:buat |untuk |kepada |selamat kepada |selamat buat |halo |hai |"
        r"hei |woi |para )?(?:\S+ ){0,2}?yang (?:tadi|suka|hobi|merasa|masih|doyan|"
        r"ngerasa|katanya|kebiasaan|nyerobot|teriak\S*|ngomel\S*|komplain|protes|nanya|"
        r"maksa|buang|ngaku\S*|minta|seenaknya|datang telat|telat|nyolong|ngeyel|marah\S*|"
        r"bawel|ninggalin|parkir)\b",
    ),
    _Shape(
        0.8,
        _set(
            "mata matanya matamu kuping kupingnya telinga telinganya otak otaknya mulut "
            "mulutnya kepala kepalanya"
        ),
        r"\b(?:mata|kuping|telinga|otak|mulut|kepala)(?:nya|mu)? (?:buat|untuk|gunanya|"
        r"fungsinya|ditaruh|ditaro|dipakai|dipake) (?:apa|mana|di|dikit|dong|napa|kek)\b",
    ),
    _Shape(
        0.4,
        _set("bakal akan"),
        r"\b(?:nggak|gak|ga|tidak|enggak|ngga) (?:bakal|akan) (?:copot|lepas|patah|kiamat|"
        r"mati|bikin|rugi|jatuh)\b",
    ),
    _Shape(
        0.7,
        _set("kalau kalo klo kl"),
        r"\b(?:kalau|kalo|klo|kl) (?:emang |memang )?(?:nggak|gak|ga|tidak|tak|ngga|belum|"
        r"enggak) (?:mau|bisa|mampu|sanggup|suka|sabar|kuat|niat|ngerti|paham|percaya|"
        r"tahan) (?:\S+ ){0,4}?(?:jangan|nggak usah|gak usah|ga usah|tidak usah|silakan|"
        r"silahkan|mending|pergi|diam|diem|minggir|pindah|di rumah)\b",
    ),
    _Shape(
        0.8,
        _set("sendiri"),
        r"\b(?:silakan|silahkan|monggo|coba|sana) (?:lahiran|berobat|urus|bikin|cari|"
        r"kerjakan|kerjain|hitung|perbaiki|benerin|jalan|masak|antar|obati|naik|terbang|"
        r"periksa|nyetir|gali|bersihin|bangun|suntik) (?:\S+ ){0,3}?sendiri\b",
    ),
    _Shape(
        0.6,
        _set("merasa ngerasa berasa lagaknya gayanya sok"),
        r"\b(?:merasa|ngerasa|berasa|lagaknya|gayanya|sok) (?:lebih|paling|jadi|kayak|"
        r"seperti) ",
    ),
    _Shape(
        0.7,
        _set("bukan"),
        r"\bbukan (?:peramal|dukun|cenayang|robot|mesin|google|pesulap|tukang sulap|"
        r"malaikat|dewa|pengasuh|sopir pribadi|patung|keset|tong sampah|doraemon|pelayan|"
        r"pesuruh|superman)\b",
    ),
    _Shape(
        0.6,
        _set("makanya"),
        r"\bmakanya (?:\S+ )?(?:kerja|belajar|baca|denger\S*|dengar\S*|jangan|sekolah|"
        r"antre|antri|bangun|datang|dateng|bayar|mikir|usaha|nabung|nurut|punya|pakai|"
        r"pake)\b",
    ),
    _Shape(
        0.6,
        _set("cuma hanya cuman"),
        r"\bjangan (?:cuma|hanya|cuman) (?:main|bisa|tahu|tau|ngomong|protes|komplain|"
        r"rebahan|scroll|nuntut|teriak|komen|duduk|modal)\b",
    ),
    _Shape(
        0.3,
        _set("bisa manis dikit"),
        r"\b(?:bisa kali|bisa kan|bisa dong|bisa nggak sih|bisa gak sih|bisa ga sih)\b|"
        r"\bduduk manis\b|\bdikit (?:bisa|napa|kenapa|kek|dong)\b",
    ),
    _Shape(
        0.7,
        _set("hobi hobinya doyan kerjaannya kerjanya taunya tahunya bisanya maunya demen"),
        r"\b(?:hobi|hobinya|doyan|kerjaannya|kerjanya|taunya|tahunya|bisanya|maunya|"
        r"demen) (?:cuma |bisa )?(?:komplain|protes|ngeluh|mengeluh|ngomel\S*|nyinyir|"
        r"marah\S*|teriak\S*|nyalahin|nanya|ngetik|rebahan|ngatur\S*|nawar|telat|nyerobot|"
        r"ngegas|drama|ngegosip)\b",
    ),
    _Shape(
        0.5,
        _set("segede sebesar depan"),
        r"\bsegede (?:\S+)\b|\bsebesar (?:pintu|gajah|baliho|rumah|kulkas|layar)\b|\bdi "
        r"depan (?:mata|mukanya|mukamu|hidung|hidungnya|muka|jidat)\b",
    ),
    _Shape(
        0.7,
        _set("piagam piala penghargaan medali sertifikat award rekor juara"),
        r"\b(?:piagam|piala|penghargaan|medali|sertifikat|award|rekor|juara) (?:\S+ "
        r"){0,4}?(?:paling|ter\S+) (?:tidak|gak|nggak|malas|egois|telat|jorok|berisik|"
        r"bodoh|cerewet|sibuk|manja|tahu|sabar)\b",
    ),
    _Shape(
        0.6,
        _set("pertanyaan capek cape lelah bosan males malas muak"),
        r"\bpertanyaan (?:bodoh|goblok|konyol|sampah|receh|yang itu-itu|itu-itu|nggak "
        r"penting|gak penting|tidak penting)\b|\b(?:capek|cape|lelah|bosan|males|malas|"
        r"muak) (?:\S+ )?(?:balesin|jawab|jawabin|ngeladenin|ngadepin|ngejelasin|jelasin|"
        r"menjelaskan|meladeni|menghadapi|ngurusin|dengerin)\b",
    ),
    _Shape(
        0.5,
        _set("heran bingung takjub salut"),
        r"\b(?:heran|bingung|takjub|salut) (?:ya |gue |saya |aku |deh |sih |banget |gw |"
        r"juga )*(?:sama|dengan|lihat|liat|kepada|ada|kok|kenapa) (?:\S+ )?(?:orang|"
        r"penumpang|pelanggan|pasien|yang|netizen|warga|pembaca|ibu-ibu|bapak-bapak|"
        r"manusia)\b",
    ),
    _Shape(
        0.5,
        _set("juga"),
        r"\borang lain juga\b|\byang lain juga (?:punya|butuh|antre|antri|capek|bayar|"
        r"sakit)\b",
        also=_set("lain"),
    ),
    _Shape(
        0.6,
        _set("emang emangnya dunia dikira"),
        r"\bemang(?:nya)? (?:cuma|hanya|dunia|kereta|jalan|kantor|loket|klinik) (?:\S+ "
        r")?(?:lo|lu|kamu|anda|situ|kalian|milik|punya)\b|\bdunia (?:nggak|gak|tidak|"
        r"bukan) (?:\S+ )?(?:berputar|milik|punya)\b|\bdikira (?:dunia|kereta|jalan|"
        r"kantor|kami|kita|saya|gue|rumah) ",
    ),
    _Shape(
        0.4,
        _set("bikin"),
        r"\bbikin (?:ngakak|ketawa|geli|mules|enek|eneg|muak|emosi|darah|sakit kepala|"
        r"geleng)\b",
    ),
    _Shape(
        0.5,
        _set("susahnya susah sesusah beratnya berat"),
        r"\b(?:apa susahnya|susahnya apa|susah amat|sesusah itu|susah ya|susah banget|apa "
        r"beratnya|berat banget ya)\b",
    ),
    _Shape(
        0.6,
        _set("bisa-bisanya kok"),
        r"\bbisa-bisanya\b|\bkok (?:tega|pede|berani|bangga|nggak malu|gak malu|ga malu)\b",
    ),
    _Shape(
        0.25,
        _set(
            "simpel simple sesimpel segampang gampang sesederhana bos bosku tuan nyonya "
            "juragan ndoro kanjeng raja ratu"
        ),
        r"\b(?:simpel|simple|sesimpel itu|segampang itu|gampang kan|sesederhana itu)\b|, "
        r"(?:bos|bosku|tuan|nyonya|juragan|ndoro|kanjeng|bos besar|raja|ratu) ",
    ),
    _Shape(
        0.6,
        _set("suara teriak teriak-teriak"),
        r"\bsuara (?:anda|kamu|kalian|lo|lu|keras\S*) (?:tidak|nggak|gak|ga) \b|"
        r"\bteriak(?:-teriak)? (?:tidak|nggak|gak|ga) (?:bikin|bakal|akan)\b",
    ),
    _Shape(
        0.5,
        _set("semoga moga puas"),
        r"\b(?:semoga|moga) (?:puas|bahagia ya|senang ya|sadar|cepat sadar|tobat|insaf|"
        r"kapok|kebagian|kena|diare|jomblo)\b|\bpuas(?: ya| kan| lo| lu| kalian| "
        r"sekarang)\b",
    ),
    _Shape(
        0.5,
        _set("sudah udah udh"),
        r"\b(?:sudah|udah|udh) (?:gratis|dikasih|murah|ditolong|dibantu|dilayani|enak|"
        r"subsidi|disubsidi) (?:\S+ ){0,3}?(?:masih|malah|kok|tapi|eh)\b",
    ),
    _Shape(
        0.5,
        _set("masih"),
        r"\bmasih (?:aja|saja|juga|sempat|berani|bisa) (?:\S+ )?(?:nanya|tanya|ngomel|"
        r"protes|komplain|nawar|marah\S*|ngeyel|bilang|nyalahin|salah|telat|buang|"
        r"ngegas)\b",
    ),
    _Shape(
        0.5,
        _set("lo lu kalian anda kamu situ"),
        r"\b(?:lo|lu|kalian|anda|kamu|situ) (?:itu |tuh |pada )?(?:kira|pikir|buta|"
        r"tuli|nggak punya|gak punya|tidak punya|ga punya|nggak tahu|gak tau|bisanya)\b",
    ),
    _Shape(
        0.4,
        _set("coba tolong mohon jangan-jangan"),
        r"\b(?:coba|tolong|mohon) (?:\S+ )?(?:ngaca|berkaca|introspeksi|sadar|tahu diri|"
        r"tau diri|pakai otak|mikir|dewasa)\b|\bjangan-jangan (?:isinya|otaknya|emang|"
        r"memang)\b",
    ),
    _Shape(
        0.5,
        _set("punya ada kuat mampu bisa"),
        r"\b(?:punya duit|punya uang|ada duit|kuat|mampu|bisa) (?:buat |untuk )?(?:\S+ "
        r")?(?:jajan|beli \S+|ngopi|nongkrong|jalan-jalan|skincare|rokok|liburan|konser|"
        r"ganti hp) (?:\S+ ){0,4}?(?:bayar|tagihan|iuran|obat|vaksin|tiket|listrik|air)\b",
    ),
    _Shape(
        0.7,
        _set("apa perlu"),
        r"\bapa (?:perlu|harus|mesti) (?:saya|gue|aku|kami|kita|gw|ta|tak)\b|\bperlu "
        r"(?:saya|gue|kami|aku|kita) \S+(?:in|kan|i)\b",
    ),
    _Shape(
        0.5,
        _set("sudah udah udh kali"),
        r"\b(?:sudah|udah|udh) (?:\S+ )?(?:dijelaskan|dijelasin|jelaskan|jelasin|bilang|"
        r"dibilang|tulis|ditulis|dikasih tahu|diumumkan|umumkan|ditempel|ingatkan|"
        r"diingatkan|diingetin) (?:\S+ ){0,3}?(?:kali|berulang\S*|berkali\S*|besar\S*|"
        r"gede\S*|masih|tetap|tetep)\b",
    ),
    _Shape(
        0.4,
        _set("masih"),
        r"\bmasih (?:ditanya|ditanyain|dilanggar|diterobos|dibuang)\b",
    ),
    _Shape(
        0.8,
        _set("semoga moga"),
        r"\b(?:semoga|moga) (?:toilet|wc|rumah|motor|mobil|hp|wifi|sandal|sandalnya|ban|"
        r"bannya|hidup|hidupnya|jodoh|jodohnya|rezeki|rezekinya|gigi|perut|perutnya)\S* "
        r"(?:\S+ ){0,3}?(?:mampet|kempes|rusak|hilang|seret|sakit|mogok|ilang|copot|bocor|"
        r"mules|susah|lemot)\b",
    ),
    _Shape(
        0.7,
        _set("manusia orang"),
        r"\b(?:manusia|makhluk) (?:apa|macam apa|jenis apa|model apa)\b|\borang (?:apa|"
        r"macam apa|jenis apa) (?:sih|bukan|ini|itu|kalian)\b",
    ),
    _Shape(
        0.6,
        _set("giliran"),
        r"\bgiliran (?:disuruh|ditagih|bayar|ditanya|kerja|antre|diminta|enaknya|gratis|"
        r"gratisan|telat|salah|rusak|butuh|diingatkan|diingetin|ada)\b",
    ),
    _Shape(
        0.5,
        _set("pura-pura ampun"),
        r"\bpura-pura (?:mati|budek|tidak|gak|nggak|ga|lupa|buta|sibuk|tuli|bego|polos|"
        r"amnesia|tidur)\b|\b(?:males|malas|lemot|bodoh|ngeyel|bawel|cerewet|rewel|"
        r"pelit)nya minta ampun\b",
    ),
    _Shape(
        0.5,
        _set("para dadakan"),
        r"\bpara (?:ahli|pakar|profesor|dokter|pengamat|komentator|netizen|jenius|sultan|"
        r"raja|ratu) |\b(?:ahli|pakar|insinyur|dokter|profesor) \S+ dadakan\b|\bdadakan\b",
    ),
    _Shape(
        0.6,
        _set("kalau kalo"),
        r"\b(?:kalau|kalo) (?:anda|kamu|lo|lu|kalian|situ) (?:lebih |emang |memang |"
        r"merasa |ngerasa )?(?:paham|jago|pinter|pintar|hebat|mampu|tahu segalanya|ngerti|"
        r"sanggup|bisa lebih)\b",
    ),
    _Shape(
        0.7,
        _set("kenapa"),
        r"\bkenapa (?:tidak|nggak|gak|ga|bukan) (?:anda|kamu|lo|lu|kalian|situ)\b",
    ),
    _Shape(
        0.6,
        _set("bahasa"),
        r"\bbukan (?:pakai |pake )?bahasa (?:alien|planet|kalbu|dewa|kucing|isyarat|mesir|"
        r"jin|burung)\b|\b(?:nggak|gak|ga|tidak|belum) (?:ngerti-ngerti|paham-paham|"
        r"sadar-sadar|kapok-kapok|mudeng-mudeng|bisa-bisa|malu-malu)\b",
    ),
    _Shape(
        0.6,
        _set("ngerti-ngerti paham-paham sadar-sadar kapok-kapok mudeng"),
        r"\b(?:nggak|gak|ga|tidak|belum) (?:ngerti-ngerti|paham-paham|sadar-sadar|"
        r"kapok-kapok|mudeng-mudeng)\b|\b(?:nggak|gak|ga|ora) mudeng\b",
    ),
    _Shape(
        0.5,
        _set("raja rajanya"),
        r"\b(?:pelanggan|penumpang|pembeli|pasien) (?:adalah |itu |memang |emang )?raja "
        r",? ?(?:tapi|tp|katanya)\b|\brajanya (?:begini|gini|kayak|model)\b",
    ),
    _Shape(
        0.4,
        _set("capek"),
        r"\bbikin cape[k]? (?:hati|saja|aja|deh|doang)\b|\bcape[k]? (?:hati|deh|banget "
        r"ngadepin)\b",
    ),
    _Shape(
        0.6,
        _set("woy woi oi hoi heh"),
        r"\b(?:woy|woi|oi|hoi|heh|hei) ,? ?(?:yang|para|lo|lu|kalian|bapak|ibu|mas|mbak|"
        r"pengendara|penumpang|netizen|bos)\b",
    ),
    _Shape(
        0.7,
        _set("sim ijazah gelar"),
        r"\b(?:sim|ijazah|gelar|sertifikat)(?:nya|mu| lo| lu| anda| kamu)? (?:nembak|beli|"
        r"dapat dari|hasil|palsu|dapet dari|dapet dimana|dapat di mana)\b",
    ),
    _Shape(
        0.5,
        _set("percuma"),
        r"\bpercuma (?:\S+ )?(?:ngomong|bicara|dijelasin|dijelaskan|dikasih|ngasih|"
        r"jelasin|dibilangin|edukasi|diedukasi)\b",
    ),
    _Shape(
        0.5,
        _set("bangun mimpi dunia"),
        r"\b(?:bangun|sadar) (?:woy|woi|dong|deh|bos|kak)\b|\bhidup di (?:gua|goa|hutan|"
        r"zaman batu|planet)\b|\bdari (?:gua|goa|planet) mana\b",
    ),
    _Shape(
        0.6,
        _set("pernah"),
        r"\bpernah (?:mikir|mikirin|terpikir|bayangin) (?:orang lain|nggak|gak|ga|tidak|"
        r"perasaan)\b",
    ),
    _Shape(
        0.9,
        _set("hiasan pajangan aksesoris aksesori"),
        r"\b(?:kuping|mata|otak|telinga|kepala)(?:nya|mu)? (?:\S+ )?(?:\S+ )?(?:hiasan|"
        r"pajangan|aksesoris|aksesori)\b",
    ),
    _Shape(
        0.6,
        _set("butuh perlu"),
        r"\b(?:butuh|perlu) (?:pelukan|pengacara|tisu|medali|psikolog|dot|susu|dipeluk|"
        r"disuapi|disuapin|dituntun|piagam)\b",
    ),
    _Shape(
        0.3,
        _set("sehat"),
        r"\b(?:naik|jalan|pakai|lewat) \S+ kan sehat\b",
    ),
)


_SHAPES: Final[Mapping[str, tuple[_Shape, ...]]] = {"en": _EN, "id": _ID}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _by_trigger(lang: str) -> Mapping[str, tuple[int, ...]]:
    """Return for each trigger the places of its shapes."""
    found: dict[str, list[int]] = {}
    for place, shape in enumerate(_SHAPES[lang]):
        for trigger in shape.triggers:
            found.setdefault(trigger, []).append(place)
    return {trigger: tuple(places) for trigger, places in found.items()}


def sneers(draft: Draft) -> tuple[tuple[Span, float], ...]:
    """Return the sneering shapes of a draft with their weights; each shape counts once."""
    known = _by_trigger(draft.lang)
    places = {place for norm in known.keys() & draft.norms for place in known[norm]}
    shapes = [_SHAPES[draft.lang][place] for place in sorted(places)]
    shapes = [each for each in shapes if not each.also or each.also & draft.norms]
    if not shapes:
        return ()
    found: list[tuple[Span, float]] = []
    rows = _rows(draft)
    line = _line(draft, rows)
    for shape in shapes:
        for match in _compiled(shape.pattern).finditer(line):
            span = _span(draft, rows, match)
            if not draft.in_quote(span):
                found.append((span, shape.weight))
                break
    return tuple(sorted(found))


def _rows(draft: Draft) -> list[list[int]]:
    """Return the tokens of every sentence that are read; rows without any are left out."""
    tokens = draft.tokens
    rows = []
    for sentence in draft.sentences:
        last = min(sentence.last, sentence.first + MOST_WORDS)
        row = [at for at in range(sentence.first, last + 1) if tokens[at].kind != BREAK]
        if row:
            rows.append(row)
    return rows


def _line(draft: Draft, rows: list[list[int]]) -> str:
    """Return the words of the draft in one line.

    Sentences are parted by a sign that no shape crosses.
    """
    tokens = draft.tokens
    return "\n " + "".join([" ".join([tokens[at].norm for at in row]) + " \n " for row in rows])


def _span(draft: Draft, rows: list[list[int]], match: re.Match[str]) -> Span:
    """Return the stretch of the draft that a match in its line covers, without the sign before."""
    starts: list[int] = []
    read: list[int] = []
    at = 2
    for row in rows:
        for index in row:
            starts.append(at)
            read.append(index)
            at += len(draft.tokens[index].norm) + 1
        at += 2
    begin = match.start() + (2 if match.group()[:1] in ",:\n" else 0)
    first = read[bisect_right(starts, begin) - 1]
    last = read[bisect_right(starts, match.end() - 1) - 1]
    return Span(draft.tokens[first].start, draft.tokens[last].end)
