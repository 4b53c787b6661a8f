/** What passwords are made of when people do not think: words, names and runs that guessing programs try first. */

export const COMMON_WORDS: readonly string[] = `
password passwort passwd passphrase pass word admin administrator root user login logon signin account access secret secure security
private welcome hello letmein letme open sesame opensesame trustno1 changeme change me default master guest test testing tester
demo sample example temp temporary qwerty qwertz azerty asdf zxcv qazwsx iloveyou ilove love you loves lover lovely loveme
mylove babygirl baby girl boy boys girls princess prince queen king kings angel angels sunshine sunny sun moon star stars
starwars startrek skywalker darkvader vader yoda jedi matrix neo trinity gandalf frodo hobbit sauron mordor hogwarts harry
potter dumbledore voldemort batman superman spiderman ironman hulk joker robin marvel avengers pokemon pikachu charizard
mario luigi zelda sonic tetris minecraft fortnite roblox warcraft worldofwarcraft starcraft counterstrike halo doom quake
dragon dragons monkey tiger tigers lion lions eagle eagles wolf wolves bear bears panther cobra falcon shark dolphin dolphins
horse horses pony unicorn cat cats kitty kitten dog dogs doggy puppy bunny rabbit mouse spider snake turtle penguin elephant
chicken duck fish bird birds butterfly bee fox rat cow pig sheep goat frog buddy rocky max bella luna charlie lucky daisy
molly bailey sadie maggie buster tucker bear coco shadow ginger pepper smokey oreo simba nala milo oscar toby jack duke
michael jennifer jessica joshua daniel david matthew andrew james john robert william joseph thomas charles christopher chris
anthony mark steven kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric stephen jonathan
larry justin scott brandon benjamin samuel gregory frank alexander alex raymond patrick dennis jerry tyler aaron jose adam
nathan henry douglas peter kyle walter ethan jeremy harold carl keith roger gerald christian lawrence sean arthur austin
noah liam lucas mason logan elijah oliver aiden maria mary patricia linda elizabeth barbara susan sarah karen nancy lisa
margaret betty sandra ashley dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
sharon cynthia kathleen amy shirley angela helen anna brenda pamela nicole samantha katherine christine emma ruth rachel
catherine virginia heather diane julie joyce victoria olivia kelly christina joan evelyn lauren judith megan andrea hannah
jacqueline martha gloria teresa sara janice marie julia grace denise amber danielle rose brittany diana abigail jane sophia
sophie claudia nicolas daniela andreas thomas martin stefan alexandra katharina sabine monika petra pedro carlos juan luis
miguel francisco antonio carmen isabel pablo diego giovanni francesco marco andrea giulia pierre jean marie camille chloe
football soccer baseball basketball hockey tennis golf rugby cricket skate skateboard surf ski swimming running fitness
liverpool arsenal chelsea manchester united barcelona realmadrid juventus milan bayern dortmund ajax celtic rangers yankees
redsox cowboys steelers packers lakers bulls celtics patriots broncos raiders dodgers giants ferrari porsche mercedes bmw
audi toyota honda corvette mustang camaro yamaha suzuki ducati harley davidson formula one
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december spring summer autumn fall winter season christmas xmas easter halloween birthday happy newyear year today
tomorrow yesterday weekend holiday vacation morning night midnight
red blue green yellow orange purple pink black white silver gold golden brown grey rainbow color
london paris berlin newyork chicago boston dallas houston texas florida california america american england germany france
spain italy brazil canada australia russia china india japan africa mexico scotland ireland wales europe world planet earth
computer internet google facebook twitter instagram youtube amazon apple microsoft windows linux ubuntu android iphone samsung
nokia laptop keyboard monitor server database network wifi router cisco oracle mysql postgres system support service office
company business manager employee boss work job money dollar dollars rich bank credit card cash million lottery
music guitar piano drums metallica nirvana beatles eminem rihanna beyonce justin bieber taylor swift onedirection blink182
rock metal jazz hiphop dance dancing singer song band
chocolate coffee cookie cookies banana cheese pizza burger bacon sugar honey candy cherry strawberry apple apples orange
lemon peach mango pumpkin potato tomato peanut butter milk water beer wine vodka whiskey tequila cocacola pepsi
flower flowers rose roses garden tree forest mountain river ocean beach island desert fire ice snow storm thunder lightning
rain wind sky heaven hell angel devil demon god jesus christ church bible faith hope peace freedom liberty justice truth
life death forever never always together friend friends friendship family mother father mom mommy mum dad daddy papa mama
sister brother uncle aunt grandma grandpa son daughter wife husband children kids
magic wizard witch ghost zombie vampire monster killer hunter warrior soldier knight ninja samurai pirate captain sniper
phoenix legend hero champion winner power energy super mega ultra extreme crazy stupid funny cool awesome amazing perfect
beautiful pretty sexy hot sweet cute nice good great best bad evil dark light big little small old new young first last
school college university student teacher class student english history science physics maths math library book books
home house room door window kitchen street city town village country
please thanks thank sorry goodbye bye yes okay whatever nothing something everything anything someone nobody everybody
this that is the my your our his her it and or not no for with from to in on of a an i am we are be been
have has had do does did can could will would should must like want need know think see look go come get got give take make
correct horse battery staple treehouse whynot whoami abracadabra hocus pocus swordfish shibboleth guild guilds guildhall hall
member members group groups portal site web website page online forum chat mail email gmail yahoo hotmail outlook
qwe asd zxc qaz wsx edc rfv tgb yhn ujm abc xyz foo bar baz foobar lorem ipsum
passwords contrasena motdepasse senha haslo parola geheim sommer winter schatz liebe hallo tschuess bonjour soleil amour
doudou loulou azertyuiop teamo tequiero amor amigo hola gracias corazon estrella princesa mariposa
`
  .trim()
  .split(/\s+/);

/** Words that join others and make nothing harder to guess. */
export const FILLERS: readonly string[] = `
this that is its the my your our his her it and or not no for with from to in on of an am im we are be you me so much very
the und der die das ist ein eine mein meine le la les et un une mon ma el los de del mi tu es
`
  .trim()
  .split(/\s+/);

/** Whole sayings, known to everybody, that the words alone would let pass; letters only. */
export const SAYINGS: ReadonlySet<string> = new Set(
  `
correcthorsebatterystaple welcometothejungle maytheforcebewithyou tobeornottobe tobeornottobethatisthequestion winteriscoming
onceuponatime happilyeverafter onceuponatimeinamerica lordoftherings gameofthrones harrypotterandthe lukeiamyourfather
iamyourfather tothemoonandback livelongandprosper carpediem carpenoctem veniviidivici venividivici hakunamatata dontpanic
sothanksforallthefish solongandthanksforallthefish icanhascheezburger allyourbasearebelongtous therecanbeonlyone
thereisnospoon followthewhiterabbit knockknockneo illbeback hastalavistababy houstonwehaveaproblem showmethemoney
youcanthandlethetruth elementarymydearwatson bondjamesbond shakennotstirred nobodyputsbabyinacorner etphonehome
iseedeadpeople mypreciousss mypreciousring oneringtorulethemall youshallnotpass speakfriendandenter thecakeisalie
itsdangeroustogoalone finishhim gottacatchemall letitgoletitgo toinfinityandbeyond justkeepswimming thequickbrownfox
thequickbrownfoxjumps thequickbrownfoxjumpsoverthelazydog loremipsumdolor loremipsumdolorsitamet jesuslovesme jesusislord
ingodwetrust godblessamerica makeamericagreatagain blacklivesmatter liveslaughlove livelaughlove neversaynever nevergiveup
nevermindthebollocks staywaytoheaven stairwaytoheaven hotelcalifornia bohemianrhapsody smellsliketeenspirit likeaprayer
iwilltalwaysloveyou iwillalwaysloveyou ilovemyfamily ilovemymom ilovemydog iwanttobelieve trustnoone thetruthisoutthere
idontknowmypassword iforgotmypassword forgotpassword nopasswordneeded thereisnopassword guesswhatitis guessmypassword
`
    .trim()
    .split(/\s+/),
);

/** Keys in the order in which fingers walk over them, both ways, and letters and digits in theirs. */
export const RUNS: readonly string[] = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "zxcvbnm",
  "yxcvbnm",
  "wxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "zaq12wsxcde34rfvbgt56yhnmju78ik",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1q2w3e4r5t6z7u8i9o0p",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "1a2b3c4d5e6f7g8h9i0j",
  "a1b2c3d4e5f6g7h8i9j0",
  "!@#$%^&*()",
  '!"§$%&/()=',
  "147258369",
  "123321",
  "159753",
  "qweasdzxc",
  "1qazxsw23edcvfr4",
];
