"""What holds for any text: exact offsets, bounds that fit the EDTF, and linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.periods import find
from pipeline.periods.edtf import bounds
from pipeline.records import Anchor, TimeExpression

DAY = Anchor("2019-05-05", "2019-05-05")

_WORDS = (
    "de het een in van tot en met t/m sinds vanaf voor na per vorig dit afgelopen komende "
    "laatste eerste tweede helft kwartaal jaar jaren maand maanden week dagen 2019 2015 '19 1 3 "
    "12 31 15e maart mei december dec. dinsdag zomer kerst eind begin medio jaarlijks elke tien "
    "minuten geleden later eerder daarvoor dezelfde periode dat toen was - – / . , ( ) nu al "
    "binnenkort schooljaar 2018/2019 eeuw jaren negentig 1984 woningen kinderen oud over binnen "
    "Q3 H1 "
)
words = st.sampled_from(_WORDS.split())
texts = st.one_of(
    st.lists(words, max_size=25).map(" ".join),
    st.lists(words, max_size=25).map("".join),
    st.text(max_size=60),
    st.lists(st.one_of(words, st.text(max_size=4)), max_size=20).map("  ".join),
)
anchors = st.one_of(
    st.none(),
    st.just(DAY),
    st.just(Anchor("2018-09-01", "2018-11-30")),
    st.just(Anchor("2018-12-15", "2019-01-15")),
    st.just(Anchor("1000-01-01", "1000-01-01")),
    st.just(Anchor("2999-12-31", "2999-12-31")),
)


def sound(text: str, found: tuple[TimeExpression, ...]) -> None:
    end = 0
    for expression in found:
        assert end <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end] == expression.surface
        end = expression.end
        if expression.edtf is None:
            assert (expression.earliest, expression.latest) == (None, None)
            assert expression.iso8601 or expression.anchored in ("open", "previous")
        else:
            assert bounds(expression.edtf) == (expression.earliest, expression.latest)
        assert (expression.iso8601 is not None) == (expression.kind in ("duration", "set"))


@settings(deadline=None)
@given(texts, anchors)
def test_offsets_are_exact_and_bounds_are_those_of_the_edtf(
    text: str, anchor: Anchor | None
) -> None:
    sound(text, find(text, anchor))


@settings(deadline=None)
@given(st.text(max_size=20), texts)
@example("", "MAART0DEZELFDE KWARTAAL")  # breaks off in a phrase that refers back
def test_what_stands_before_only_shifts_the_offsets(prefix: str, text: str) -> None:
    opening = "".join(sign for sign in prefix if not sign.isalnum()) + "\n\n"
    shift = len(opening)
    alone, together = find(text, DAY), find(opening + text, DAY)
    assert [(t.start + shift, t.surface, t.kind) for t in alone] == [
        (t.start, t.surface, t.kind) for t in together
    ]


@pytest.mark.parametrize(
    "text",
    [
        "😀 In 2017 – naïef – was het ’t geval.",
        "İstanbul in 2017, ǅ in maart 2018.",
        "Voorjaar\u00a02019: in\u00a02018 was het minder.",
        "e\u0301e\u0301n op de tien, sinds 2017.",
        "²2019 ½ jaar ① 2018",
    ],
)
def test_offsets_in_odd_unicode(text: str) -> None:
    found = find(text, DAY)
    assert found
    sound(text, found)


@pytest.mark.parametrize(
    "piece",
    [
        "2019-", "van ", "1 ", "de eerste ", "12 en ", "een ", "januari ", "1/2/", "van 2015 tot ",
        "voor ", "12, ", "'", "de afgelopen ", "tot en met ", "0", "een jaar eerder ", "begin van ",
        "dezelfde periode in ", "vorig jaar ", "1.", "dinsdag ", "3 mei ", "2019 ", "\n", "é",
    ],
)  # fmt: skip
def test_time_grows_with_the_length_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        find(text, DAY)
        return time.process_time() - start

    seconds(1000)  # the words are read from their file
    # the quicker of two: whatever else the process does (collecting garbage) falls on one of them
    short, long = (min(seconds(length), seconds(length)) for length in (10_000, 80_000))
    # eight times the text; a quadratic rule would take sixty-four times the time
    assert long < 24 * short + 0.1
