# ruff: noqa: E501
"""The phrase-book in English."""

from __future__ import annotations

from desktop.networks.demo.phrases import Card, PhraseBook

_POSTS: dict[str, tuple[str, ...]] = {
    "veille": (
        "One column per question, not per network. Everything else is weather. #veille",
        "I read {nn} alerts so that you can read three. {link} #veille",
        "A saved search is a promise to your future self. Write it down in plain words. #veille",
        "Monitoring tip: write the query first, then ask who would be annoyed by it. #veille",
        "The report everyone quotes has {nn} pages. The sentence everyone quotes is not in it. {link}",
        "Who still reads timelines in order? Raising a hand here.",
        "Source, date, author. If one is missing it is a rumour with good manners. #veille",
    ),
    "town": (
        "The library lent {nn}4 umbrellas this week. {nn} came back. Still worth it.",
        "Someone fixed the clock on {street}. I was late for the first time in {n} years.",
        "Town meeting on {day}: bridges, buses, and the eternal question of the pigeons.",
        "Night market on {street} until {hour}. Bring a bag and no plans.",
        "The new benches face each other. Strangers are talking. Please do not fix this.",
        "Our street has {n} bakeries and one opinion about them.",
        "They are repainting the crossing on {street}, and a whole school class is supervising.",
    ),
    "birds": (
        "Kingfisher on the canal this morning. One second, one frame. #birds",
        "{nn} swifts over the roof at {hour}. Summer has signed in. #birds",
        "The heron is back on its post and looks at us like a landlord. :heron: #birds",
        "Counted {n} goldcrests in the cold. Each weighs less than a coin. #birds",
        "Does anyone know why the starlings moved to {street}? The poplars are still free.",
        "Dawn chorus started at 4:52. The robin was first. The robin is always first. :rougegorge:",
        "I have named the gull. This was a mistake. She now expects breakfast at six.",
    ),
    "river": (
        "The {river} is {nn} cm up and the colour of strong tea.",
        "Low water at {hour}. You can walk to the old jetty if you do not mind your shoes.",
        "Found a map of the {river} from {year}. The island had a name then. {link}",
        "Fog until ten, then a barge, then the whole sky at once.",
        "The lock keeper's garden has {nn} kinds of dahlia and one sign: look, do not ask.",
        "Swam across and back. {n} degrees. I can feel my thoughts again.",
    ),
    "web": (
        "Moving our team off the old API: the new Mastodon client with columns is quietly excellent.",
        "My whole feed is people I chose. It is slower, and I finish it. #smallweb",
        "Does your client tell you that posts are missing after sleep? Mine does now: a gap, two times, one button.",
        "Fifteen columns is a cry for help. Four is a desk.",
        "Thread on keyboard-only decks, 1/{n}. Column keys h and l, posts j and k, and never lose your place.",
        "The counter counts what the network counts. Small mercy, big relief.",
        "I wrote a Mastodon bot that posts the tide table. It has more friends than I do. {link}",
        "Today I learned that our Mastodon server runs on a machine the size of a sandwich.",
        "A good homepage is {n} links and a date. {link} #smallweb",
        "RSS, e-mail, Mastodon: three doors to the same room. Keep all of them open.",
        "Searching Mastodon for your own town is the fastest way to find the person with the good photos.",
        "Hand-written HTML, {nn} lines, still loading instantly after {n} years. #smallweb",
    ),
    "type": (
        "Kerning is just manners, at a distance. #typography",
        "Font test: Žluťoučký kůň, Ångström, مرحبا بالعالم, नमस्ते, 👩🏽‍🚀",
        "Set a whole menu in one size and one weight. It reads like a quiet person. #typography",
        "There are {nn} ways to draw an ampersand, and I have opinions on all of them. {link} #typography",
        "Proofing at {hour} again. Found a double space from {year}. Left it, out of respect.",
        "Tabular figures changed how I feel about Tuesdays. #typography",
    ),
    "work": (
        "Wrote the documentation before the code. The code came out shorter. Suspicious.",
        "Meeting moved to {hour}. The agenda is one line, which I respect.",
        "Deleted {nn}0 lines today. Best release in months.",
        "We tried a week without chat. The mail got better and so did lunch.",
        "If the button needs a tooltip, rename the button.",
        "Friday rule: nothing is deployed after {hour}, everything is thanked. {link}",
        "Hiring someone who likes small tools and clear sentences. Remote, {n} days a week. {link}",
    ),
    "food": (
        "{dish} tonight, with too much lemon, which is the right amount. #cooking",
        "Sourdough update: it rose, it fell, it is a pancake. A good pancake. :pain:",
        "The market had the first {fruit}. I bought {n} kilos and a reason to invite people.",
        "My grandmother's recipe says 'until done'. {nn} minutes, it turns out. #cooking",
        "Soup is a letter you write to the rest of the week. #cooking",
    ),
    "trains": (
        "Night train to {town}: {n} countries, one blanket, no regrets. {link} #trains",
        "The 7:14 has a new conductor who announces the birds. Everyone looks up now. #trains",
        "Platform {n}, coffee, and a timetable that tells the truth. #trains",
        "Spent the delay learning the names of {nn} stations. Ask me about any of them.",
        "Slow line along the {river}, windows open. {nn} minutes longer and worth every one. #trains",
    ),
    "fun": (
        "Hm.",
        "🌧️🚲🙂",
        "Yes.",
        "🍞🧈🍯",
        "it is {day}, again",
        "👀",
        "tea first, then the world ☕",
    ),
}

_REPLIES = (
    "This is the most useful thing I read today.",
    "Same here, since {day}.",
    "Saved. Thank you for the link!",
    "Which lens? The light is lovely.",
    "Counterpoint: the pigeons were there first.",
    "I would read {nn} more of these.",
    "Yes, and the page {n} has the numbers: {link}",
    "Can I borrow this sentence?",
    "🙌",
    "We had the opposite on {street}, oddly enough.",
    "Count me in for {day}.",
)

_QUOTES = (
    "Read this one slowly.",
    "Same at our place, only with more gulls.",
    "Pinned above my desk.",
    "Adding this to the list of things I will explain badly at dinner.",
)

_CAPTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "hills": (
        (
            "Four ridges and the first warm minute of the day.",
            "Layered blue hills under a low orange sun, with a few birds.",
        ),
        ("Above {town} at {hour}.", ""),
    ),
    "canal": (
        (
            "Windows coming on, one by one. #townlife",
            "Gabled houses on a canal at dusk, lit windows mirrored in the water.",
        ),
        (
            "Counted {nn} lit windows. Lost count twice.",
            "A row of narrow houses and their reflections.",
        ),
    ),
    "river": (
        (
            "The {river} takes its time. So did we.",
            "A pale river winding through green fields to the horizon.",
        ),
        ("Poplars, roll call: all present.", ""),
    ),
    "sea": (
        ("One sail. That is the whole post.", "A small white sailing boat on banded blue water."),
        (
            "Sea state: {n}. Mind state: calm.",
            "Waves in five shades, the sun just above the horizon.",
        ),
    ),
    "forest": (
        (
            "Fog lifting at last. Somewhere in there: an owl. #birds",
            "Rows of fir trees fading into pale mist.",
        ),
        ("The quiet end of the map.", ""),
    ),
    "train": (
        (
            "The {hour}, right on time, and orange. #trains",
            "An orange train passing hills, seen from the side.",
        ),
        (
            "Waved at the driver. The driver waved back. #trains",
            "A train on an embankment, most of its windows lit.",
        ),
    ),
    "poster": (
        (
            "Poster draft {n}: fewer words, more circles. #design",
            "Geometric poster of circles, triangles and stripes.",
        ),
        ("Six shapes, five colours, one deadline.", ""),
    ),
    "drift": (
        ("The sky did this for about {nn} seconds.", "A soft gradient from deep blue to orange."),
        ("Colour study {nn}.", ""),
    ),
    "table": (
        (
            "Dinner for {n}. Nobody left hungry. #cooking",
            "Bowls and plates from above on a striped table.",
        ),
        (
            "{dish}. Second helping not pictured.",
            "Plates with red, green and yellow food, seen from above.",
        ),
    ),
}

_WARNED = (
    (
        "Ending of last night's film",
        "So the dog knew. The dog knew the whole time, and nobody asked the dog.",
    ),
    (
        "Work, mild despair",
        "The form has {nn} fields. Field {n} asks whether I have filled in the form.",
    ),
    ("Food", "{dish} for breakfast. I regret nothing and would do it again."),
    ("Health, all good", "Results are back and boring. The best kind. Thank you for asking."),
    (
        "Politics, local",
        "They voted on the bridge at last: {n} for, {n} asleep. We are getting a bridge.",
    ),
)

_POLLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("How many columns is too many?", ("Four", "Six", "Fifteen", "There is no such number")),
    ("Best hour to see the heron?", ("Dawn", "Noon", "When you have no camera")),
    ("New server name?", ("perch", "rookery", "the shed")),
    ("Dark mode or light mode today?", ("Dark", "Light", "I follow the sun")),
    ("Window seat or aisle?", ("Window", "Aisle", "Dining car")),
    ("Which ampersand?", ("&", "et", "+", "and")),
    ("The gull wants a proper name.", ("Margaret", "Sir Reginald", "The Auditor")),
)

_THREADS: tuple[tuple[str, ...], ...] = (
    (
        "I walked the {river} from the spring to the lock, {nn} km, with a notebook. A short thread. 🧵",
        "The first ten kilometres have no path at all. You follow cows, and the cows follow the shade.",
        "At {town} the river goes under the market for {nn} metres. You can hear it between the crates of {fruit}.",
        "At the lock I asked where the water goes next. The keeper said: 'Ask it.' End of thread.",
    ),
    (
        "Things I learned from keeping a public reading list for {n} years:",
        "Nobody clicks on 'interesting'. Everybody clicks on 'page {nn} is wrong, and here is why'.",
        "Write who it is for. The list halved, the answers doubled. {link}",
    ),
)  # fmt: skip

_TAGS: dict[str, tuple[str, ...]] = {
    "veille": ("veille",), "town": ("townlife",), "birds": ("birds",), "river": ("rivers",),
    "web": ("smallweb",), "type": ("typography",), "work": ("work",), "food": ("cooking",),
    "trains": ("trains",), "fun": (),
}  # fmt: skip

_SLOTS: dict[str, tuple[str, ...]] = {
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "street": ("Mill Street", "Lantern Row", "the high quay", "Cooper Lane", "North Steps"),
    "town": ("Harrow Weir", "Port Aubin", "Little Marsh", "Sandholm", "Kettle Bridge"),
    "river": ("Aune", "Marve", "Upper Wend", "Lark"),
    "dish": ("Lentils with bay", "Roast squash", "Jollof rice", "Leek pie", "Cold noodles"),
    "fruit": ("apricots", "quinces", "greengages", "pears"),
    "year": ("1834", "1887", "1912", "1926", "1958"),
}

_CARDS: dict[str, tuple[Card, ...]] = {
    "veille": (
        Card("https://ledger.example.org/quoted-and-unread", "Quoted and unread", "How one sentence travelled without its report.", "The Ledger", "poster"),
        Card("https://ledger.example.org/three-alerts", "Three alerts are enough", "A method, with its failures.", "The Ledger"),
    ),
    "web": (
        Card("https://smallweb.example.org/tide-bot", "A bot that knows the tide", "Forty lines, one table, many friends.", "smallweb.example.org", "sea"),
        Card("https://smallweb.example.org/homepage", "What a homepage is for", "Five links and a date.", "smallweb.example.org", "drift"),
    ),
    "river": (Card("https://maps.example.org/river-1887", "The river in old maps", "Islands, names, and where both went.", "Map room", "river"),),
    "type": (Card("https://letters.example.org/ampersands", "A field guide to ampersands", "Sixty of them, drawn and sorted.", "letters.example.org", "poster"),),
    "work": (Card("https://tools.example.org/friday", "The Friday rule", "Why we stopped deploying after lunch.", "Small tools", "table"),),
    "trains": (Card("https://rail.example.org/slow-lines", "In praise of slow lines", "Eleven routes with windows that open.", "rail.example.org", "train"),),
}  # fmt: skip

ENGLISH = PhraseBook(
    language="en", posts=_POSTS, replies=_REPLIES, quotes=_QUOTES, captions=_CAPTIONS,
    warned=_WARNED, polls=_POLLS, threads=_THREADS, tags=_TAGS, slots=_SLOTS, cards=_CARDS,
)  # fmt: skip
