namespace ReferenceHub.Core.Matching;

/// <summary>What each term is to an ask: a language or topic that is asked for, or another topic. Worked out once, so that a skill costs a look-up.</summary>
internal sealed class AskedSkills
{
    private readonly Role[] roles;

    public AskedSkills(ContactAsk ask, CatalogTerms terms)
    {
        roles = new Role[terms.All.Length];
        foreach (var term in terms.All)
        {
            roles[term.Index] = term.Facet switch
            {
                Facet.Language => ask.Languages.Contains(term.Index) ? Role.Language : Role.None,
                Facet.UseCase => IsAsked(term.Index, ask, terms) ? Role.Topic : Role.OtherTopic,
                _ => Role.None,
            };
        }
    }

    private enum Role : byte
    {
        None,
        Language,
        Topic,
        OtherTopic,
    }

    /// <summary>The language asked for that is among the skills, or -1.</summary>
    public int LanguageIn(ReadOnlySpan<ushort> skills) => FirstIn(skills, Role.Language);

    /// <summary>The topic asked for that is among the skills, or one above or below it, or -1.</summary>
    public int TopicIn(ReadOnlySpan<ushort> skills) => FirstIn(skills, Role.Topic);

    /// <summary>The first topic among the skills that is not asked for, or -1.</summary>
    public int OtherTopicIn(ReadOnlySpan<ushort> skills) => FirstIn(skills, Role.OtherTopic);

    private static bool IsAsked(int term, ContactAsk ask, CatalogTerms terms)
    {
        foreach (var topic in ask.Topics)
        {
            if (terms.IsWithin(term, topic) || terms.IsWithin(topic, term))
            {
                return true;
            }
        }

        return false;
    }

    private int FirstIn(ReadOnlySpan<ushort> skills, Role role)
    {
        foreach (var skill in skills)
        {
            if (roles[skill] == role)
            {
                return skill;
            }
        }

        return -1;
    }
}
