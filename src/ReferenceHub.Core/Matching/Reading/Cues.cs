namespace ReferenceHub.Core.Matching;

/// <summary>How what follows is meant.</summary>
internal enum Cue
{
    /// <summary>Not wanted.</summary>
    Not,

    /// <summary>A must.</summary>
    Must,

    /// <summary>Preferred.</summary>
    Prefer,

    /// <summary>Means nothing although it looks so: "not only".</summary>
    Idle,
}

/// <summary>Phrases that say how something is meant.</summary>
internal static class Cues
{
    public static PhraseTable<Cue> All { get; } = new(
    [
        .. Of(Cue.Not, "not, no, non, nor, neither, never, none of, without, w/o, excluding, excludes, exclude, except, except for, exception of, excepting, other than, apart from, aside from, anything but, anyone but, everything but, everyone but, anybody but, anywhere but, all but, outside, outside of, avoid, avoiding, but not, isnt, arent, doesnt, nobody in, nobody from, no one in, no one from, nothing in, nothing from, anything except"),
        .. Of(Cue.Not, "nicht, kein, keine, keinen, keiner, ohne, außer, ausgenommen, ausser, sans, pas, pas de, sauf, hors, sin, excepto, salvo, senza, tranne, niet, geen, zonder, behalve"),
        .. Of(Cue.Must, "must, must be, must have, must run, must haves, has to, have to, has to be, have to be, needs to be, need to be, is required, required, requires, requirement, requirements, mandatory, is mandatory, essential, is essential, a must, is a must, strictly, only, muss, müssen, zwingend, unbedingt, obligatoire, impérativement"),
        .. Of(Cue.Prefer, "ideally, preferably, preferred, prefer, prefers, preference, is preferred, we prefer, would prefer, nice to have, nice to haves, is nice to have, a nice to have, bonus, bonus for, bonus if, would be nice, would be a bonus, would be great, would be good, would be ideal, would be perfect, would be a plus, would help, if possible, where possible, when possible, optional, optionally, is optional, a plus, is a plus, a bonus, is a bonus, desirable, is desirable, at best, best if, better if, maybe, perhaps, idealerweise, vorzugsweise, bevorzugt, möglichst, wünschenswert, gern, gerne, am liebsten, wenn möglich, idéalement, de préférence, si possible, preferiblemente, idealmente, preferibilmente, bij voorkeur"),
        .. Of(Cue.Idle, "not only, not just, not necessarily, no matter, no preference, not sure, not important, no problem, no idea, not yet, no longer, no need, no need for, dont care, doesnt matter, not really, why not, nur, if not, or not, no competitor, no competitors, no direct competitor, no direct competitors, no competition, no rival, no rivals, not a competitor, not a direct competitor, not competitors, not competing, not be a competitor, not be competitors, must not be a competitor, must not be competitors, must not compete, non competing, non competitor, non competitors, without competitors, excluding competitors, except competitors, kein wettbewerber, keine wettbewerber, kein konkurrent, keine konkurrenten, keine konkurrenz, pas de concurrent, pas de concurrents"),
    ]);

    private static IEnumerable<(string, Cue)> Of(Cue cue, string phrases) => phrases.Split(',', StringSplitOptions.TrimEntries).Select(phrase => (phrase, cue));
}
