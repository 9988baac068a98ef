namespace ReferenceHub.Core.Usage;

/// <summary>What the shipped activity types tell both sides.</summary>
internal static class ShippedTexts
{
    internal static ActivityTexts Of(string key) => key switch
    {
        ActivityKeys.SalesCall => new(
            """
            A conversation of about 30 minutes between the two of you, by phone or video.

            - You talk about what was decided, how it was introduced and what it is like today, good and bad.
            - It is not a sales presentation: nobody of ours needs to be on the call, and nothing is recorded.
            - What you tell each other stays between you. Please do not pass on figures or names without asking first.
            - If the time no longer suits you, answer the invitation and we find another.
            """,
            """
            - Open with two minutes each: who you are, what you run.
            - The questions below were asked beforehand; anything else may be declined.
            - Prices, contracts and road maps are ours to tell: please send such questions on to us.
            - End five minutes early and agree whether a second talk would help.
            """),
        ActivityKeys.Rfp => new(
            """
            Your company is named as a reference in a written answer to a tender.

            - Only the facts that you have agreed to are given: name, industry, what is used and since when.
            - You are told before anybody calls or writes to you about it.
            - The listing ends with this tender; a new one is asked for again.
            """,
            """
            - Give the facts as they stand in the record, word for word.
            - Leave contact details out unless they were released for this tender.
            - Say in the answer that contact is made through us.
            """),
        ActivityKeys.Quote => new(
            """
            A short statement in your words, with name and title or with the company alone.

            - We send you a draft, or you send us yours; about 15 minutes in all.
            - Nothing appears before you and your communications department have approved the final wording.
            - You can withdraw it at any time; we then take it down wherever it stands.
            """,
            """
            - One statement about one thing: a figure says more than an adjective.
            - Agree the title and the spelling of the company.
            - Write down where it may be used, and until when.
            """),
        ActivityKeys.Logo => new(
            """
            Your logo is shown among those of our customers.

            - It is shown as your brand rules say; please send us the file and the rules.
            - We tell you where it stands, and show nothing before you have approved it.
            - You can withdraw it at any time.
            """,
            """
            - Ask for the current file and the brand rules.
            - Write down the places, and until when it may be shown.
            """),
        ActivityKeys.Analyst => new(
            """
            A conversation of about 45 minutes with an industry analyst, by phone or video.

            - The analyst asks about your decision, the introduction and the results, and compares them with others.
            - Tell the analyst at the start what may be quoted, and what is for background only.
            - Analysts may publish an assessment; your name appears only where you agree to it.
            - We are not on the call unless you want us to be.
            """,
            """
            - Say first what is on the record and what is background.
            - Have three figures ready: time, cost or volume, before and after.
            - Be frank about what was hard: a smooth story is not believed.
            - Questions about our strategy go to our analyst relations.
            """),
        ActivityKeys.Press => new(
            """
            An interview of about 45 minutes with a journalist.

            - What is said may be published. Agree at the start whether quotes are sent to you before they appear.
            - Your communications department should know of it, and may join.
            - Talk about your own company only; questions about ours we answer ourselves.
            - If you would rather answer in writing, say so and we arrange it.
            """,
            """
            - Agree before the first question: on the record, and quotes to be approved.
            - Three messages, each in one sentence with one example.
            - Nothing about figures that your company has not published.
            - We send you the article when it appears.
            """),
        ActivityKeys.Event => new(
            """
            A talk or a place on a panel in front of an audience, about 60 minutes on the day.

            - You get date, place, audience and format before you agree, and at least 60 days' notice.
            - We help with the outline and the slides; you decide what is shown.
            - Whether the talk is filmed or photographed is agreed with you beforehand.
            - Travel is arranged with you.
            """,
            """
            - Agree on title, outline and who introduces you two weeks ahead.
            - One story: where you stood, what you did, what it brought, what you would do differently.
            - Rehearse once on the phone and leave ten minutes for questions.
            - Ask for the recording before it is published.
            """),
        ActivityKeys.SiteVisit => new(
            """
            The prospect comes to see how you work, for about 90 minutes on your site.

            - You decide who comes, what is shown and what is not; a list of names reaches you beforehand.
            - A non-disclosure agreement with the visitors is in place before they come.
            - No photographs and no recordings unless you allow them.
            - Please tell us about safety rules and identity checks at the gate.
            """,
            """
            - Send names and companies of all visitors a week ahead.
            - 15 minutes of introduction, 45 on the floor, 30 for questions.
            - Agree who shows what, and which doors stay closed.
            - Visitors leave with a name to call, not with documents.
            """),
        ActivityKeys.Story => new(
            """
            A written story about your work, from one interview of about 45 minutes.

            - You get the questions beforehand and the draft afterwards.
            - Nothing is published before you, and whoever else has to, have approved the final text.
            - You say where it may be used and until when, and can withdraw it.
            """,
            """
            - Agree on the angle and on three figures that may be printed.
            - Ask for leave to record the interview.
            - Note who approves, and in which order.
            """),
        ActivityKeys.Video => new(
            """
            A film of two or three minutes about your work; about 60 minutes before the camera.

            - You know the questions beforehand; there is no text to learn.
            - You see the cut before anybody else, and nothing is published without your approval.
            - We bring crew and equipment, and need a quiet room.
            - You say where it may be shown and until when, and can withdraw it.
            """,
            """
            - Agree on place, light and what may be seen in the background.
            - A call two days ahead takes away the nerves.
            - Answers in whole sentences, so that the questions can be cut out.
            """),
        _ => new(null, null),
    };
}
