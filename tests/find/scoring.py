"""Score a split as the shared tool does: titles in order, a page of grace, F1 and page overlap."""

import re


def words(text):
    return set(re.findall(r"\w+", text.lower()))


def matches(truth, commitment):
    title, start, _ = truth
    if abs(start - commitment.pages[0]) > 1:
        return False
    # A plan in two languages is right in either.
    return any(_opens(tongue, commitment) for tongue in title.split(" ∥ "))


def _opens(title, commitment):
    found = words(commitment.title) | words(commitment.text[: len(title) + 250])
    return len(words(title) & found) >= 0.6 * len(words(title))


def pairs(truths, founds):
    """The longest matching that keeps the order, as index pairs."""
    best = [[[] for _ in range(len(founds) + 1)] for _ in range(len(truths) + 1)]
    for i in reversed(range(len(truths))):
        for j in reversed(range(len(founds))):
            options = [best[i + 1][j], best[i][j + 1]]
            if matches(truths[i], founds[j]):
                options.append([(i, j), *best[i + 1][j + 1]])
            best[i][j] = max(options, key=len)
    return best[0][0]


def f1(truths, founds):
    return 2 * len(pairs(truths, founds)) / (len(truths) + len(founds)) if truths else 0.0


def overlap(truth, commitment):
    _, start, end = truth
    want, have = set(range(start, end + 1)), set(range(commitment.pages[0], commitment.pages[-1] + 1))
    return len(want & have) / len(want | have)


def span(truths, founds):
    matched = pairs(truths, founds)
    shares = [overlap(truths[i], founds[j]) for i, j in matched]
    return sum(shares) / len(shares) if shares else 0.0
