from __future__ import annotations

import pytest

from pipeline.load import load
from pipeline.records import DocumentRejectedError, SourceFile

DUTCH = (
    "De raad van Meppel heeft dinsdag besloten dat er een nieuwe school komt in de wijk "
    "Nieuwveense Landen. Volgens de wethouder is het gebouw hard nodig, want het aantal "
    "leerlingen is in vijf jaar met een derde gegroeid en de oude school heeft geen plaats meer. "
)
ENGLISH = (
    "The council decided on Tuesday that a new school will be built in the north of the town. "
    "According to the alderman the building is badly needed because the number of pupils has grown "
    "by a third in five years and the old school has no room left for them. "
)
GERMAN = (
    "Der Gemeinderat hat am Dienstag beschlossen, dass im Norden der Stadt eine neue Schule gebaut "
    "wird. Nach Angaben des Stadtrats wird das Gebäude dringend gebraucht, weil die Zahl der "
    "Schüler in fünf Jahren um ein Drittel gewachsen ist. "
)


def codes(text: str) -> set[str]:
    return {issue.code for issue in load(SourceFile("a.txt", text.encode())).issues}


def test_dutch_passes_without_remark() -> None:
    assert codes(DUTCH) == set()


@pytest.mark.parametrize("text", [ENGLISH, GERMAN])
def test_another_language_is_rejected(text: str) -> None:
    with pytest.raises(DocumentRejectedError) as caught:
        load(SourceFile("a.txt", (text * 2).encode()))
    assert caught.value.code == "not_dutch"
    assert "a.toml" in caught.value.message


def test_a_person_overrules() -> None:
    loaded = load(SourceFile("a.txt", (ENGLISH * 2).encode(), b'language = "nl"'))
    assert loaded.stated.language == "nl"


def test_a_mixed_text_passes() -> None:
    assert codes(DUTCH + ENGLISH + ENGLISH) <= {"mixed_language"}


def test_a_short_text_passes_with_a_remark() -> None:
    assert codes("In Meppel daalde de werkloosheid.") == {"language_unsure"}
