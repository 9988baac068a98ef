namespace ReferenceHub.Core.People;

/// <summary>Words that guessed passwords are made of, lower case.</summary>
internal static class CommonWords
{
    public static readonly string[] All =
        """
        password passwort motdepasse contrasena wachtwoord passord losenord haslo parola senha passphrase passwd passw pass word
        admin administrator root user guest login signin welcome willkommen bienvenue hello hallo letmein access open secret geheim
        master system server manager default changeme change temp temporary test testing demo sample example qwerty qwertz azerty
        asdf zxcvbn keyboard computer internet online website google facebook amazon apple microsoft windows linux oracle samsung
        iloveyou iloveu love liebe lover loveme forever together friends friend family mother father mama papa baby babygirl angel princess
        prince queen king sunshine sunflower flower flowers rainbow butterfly beautiful sweetheart honey sugar candy cookie chocolate
        summer sommer winter spring autumn herbst season january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday today tomorrow
        monkey dragon tiger lion eagle falcon panther wolf horse dolphin shark turtle kitten puppy doggy unicorn phoenix bear bunny
        batman superman spiderman ironman starwars pokemon pikachu naruto minecraft fortnite warcraft gandalf matrix ninja samurai
        football fussball baseball basketball soccer hockey tennis golf chelsea arsenal liverpool barcelona realmadrid juventus bayern dortmund
        manchester united yankees cowboys lakers ferrari porsche mercedes mustang corvette harley yamaha honda toyota
        michael jennifer jessica ashley daniel thomas andrew joshua matthew jordan charlie robert william richard anthony joseph george
        alexander nicole michelle samantha hannah sophie maria anna laura julia martin peter stefan andreas christian sebastian
        jesus christ church blessed heaven hallelujah god faith trust hope freedom liberty peace power energy
        money million dollar euro bitcoin business company office work sales marketing customer finance project team account
        london paris berlin munich vienna zurich madrid rome newyork chicago boston texas california america england germany deutschland france
        europe world earth planet galaxy universe moon star stars sun ocean mountain river
        black white green purple orange yellow silver golden diamond crystal blue red pink
        hunter killer ranger soldier warrior hacker player gamer winner champion legend shadow ghost storm thunder lightning fire
        whatever nothing something anything everything trustno please enter thunder cheese pepper banana cherry coffee pizza beer
        onetwothree onetwo abc one two three four five six seven eight nine ten number first new old good best super mega cool lucky happy birthday
        correcthorsebatterystaple correct battery staple
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
