"""Near copies: a press release printed by three papers is one voice, not three.

Texts are compared by MinHash over word triples, and only those that share a band of their
signatures, so that the cost does not grow with the square of the base. The quantities of a text
weigh as much as its words, and a copy may leave some out but not name others: last month's notice
with this month's numbers filled in is no copy, and neither is a report that changed a number.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable

from pipeline.records import Quantity
from pipeline.store.groups import groups_of, queue_groups
from pipeline.store.stems import fold, words
from pipeline.store.transaction import transaction

THRESHOLD = 0.7
"""Share of word triples and amounts that two texts have in common, from which one is a copy."""

_PERMUTATIONS = 125
_ROWS = 5  # 25 bands of 5: texts that share 0.7 meet with 99%, those that share 0.3 with 6%
_BYTES = 4
_SHINGLE = 3


def _features(text: str, amounts: frozenset[str]) -> list[bytes]:
    tokens = words(fold(text))
    count = max(1, len(tokens) - _SHINGLE + 1)
    shingles = {" ".join(tokens[i : i + _SHINGLE]) for i in range(count)}
    weight = -(-len(shingles) // len(amounts)) if amounts else 0
    weighted = {f"#{amount} {time}" for amount in amounts for time in range(weight)}
    return [feature.encode() for feature in sorted(shingles | weighted)]


def amounts_of(quantities: Iterable[Quantity]) -> frozenset[str]:
    """Return what a text counts, so that two texts can be held against each other.

    '12 procent' and '12%' are the same amount; '12 procent' and '12 euro' are not. An amount that
    stands twice counts twice: a repost that changes one of the two is no copy.
    """
    met: Counter[str] = Counter()
    amounts = set()
    for each in quantities:
        value = each.value if each.value is not None else (each.low, each.high)
        amount = f"{value} {each.unit or ''}"
        met[amount] += 1
        amounts.add(amount if met[amount] == 1 else f"{amount} ({met[amount]})")
    return frozenset(amounts)


def signature(text: str, amounts: frozenset[str] = frozenset()) -> bytes:
    """Return the MinHash of a cleaned text: 125 numbers of 32 bits, little endian."""
    from datasketch import MinHash  # 0.7 s, and only the writer needs it

    minhash = MinHash(num_perm=_PERMUTATIONS, seed=1, scheme="affine32")
    minhash.update_batch(_features(text, amounts))
    data: bytes = minhash.hashvalues.astype("<u4").tobytes()
    return data


def similarity(first: bytes, second: bytes) -> float:
    """Return the estimated share of features that two signatures have in common."""
    equal = sum(
        first[i : i + _BYTES] == second[i : i + _BYTES] for i in range(0, len(first), _BYTES)
    )
    return equal / _PERMUTATIONS


def _bands(data: bytes) -> list[str]:
    size = _ROWS * _BYTES
    return [
        f"{i // size:02d}-{hashlib.sha256(data[i : i + size]).hexdigest()[:12]}"
        for i in range(0, len(data), size)
    ]


def store_signature(
    db: sqlite3.Connection, document: str, text: str, amounts: frozenset[str]
) -> None:
    """Store the signature of a document and the pairs in which it is a near copy."""
    data, listed = signature(text, amounts), json.dumps(sorted(amounts), ensure_ascii=False)
    old = db.execute(
        "SELECT minhash, amounts FROM signatures WHERE document = ?", (document,)
    ).fetchone()
    if old == (data, listed):
        return
    # Pairs that this document held together (see _pairs) must find each other again without it.
    neighbours = [
        row[0]
        for row in db.execute(
            "SELECT iif(document_a = :d, document_b, document_a) FROM near_copies "
            "WHERE :d IN (document_a, document_b) ORDER BY 1",
            {"d": document},
        )
    ]
    db.execute("DELETE FROM signature_bands WHERE document = ?", (document,))
    db.execute("DELETE FROM near_copies WHERE ? IN (document_a, document_b)", (document,))
    db.execute("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?)", (document, data, listed))
    db.executemany(
        "INSERT INTO signature_bands VALUES (?, ?)", ((band, document) for band in _bands(data))
    )
    for each in (document, *neighbours):
        _pair(db, each)


def _pair(db: sqlite3.Connection, document: str) -> None:
    """Store the pairs in which a document with a stored signature is a near copy."""
    data, listed = db.execute(
        "SELECT minhash, amounts FROM signatures WHERE document = ?", (document,)
    ).fetchone()
    candidates = db.execute(
        "SELECT DISTINCT s.document, s.minhash, s.amounts FROM signature_bands mine "
        "JOIN signature_bands theirs ON theirs.band = mine.band AND theirs.document <> ?1 "
        "JOIN signatures s ON s.document = theirs.document "
        "WHERE mine.document = ?1 ORDER BY s.document",
        (document,),
    )
    db.executemany(
        "INSERT OR IGNORE INTO near_copies VALUES (?, ?, ?)",
        _pairs(document, data, frozenset(json.loads(listed)), candidates),
    )


def _pairs(
    document: str,
    data: bytes,
    amounts: frozenset[str],
    candidates: Iterable[tuple[str, bytes, str]],
) -> list[tuple[str, str, float]]:
    pairs = []
    seen: set[tuple[bytes, str]] = set()
    for other, signed, listed in candidates:
        # Texts with one and the same signature are linked already: one pair with them will do.
        if (signed, listed) in seen:
            continue
        seen.add((signed, listed))
        alike = similarity(data, signed)
        theirs = frozenset(json.loads(listed))
        if alike >= THRESHOLD and (amounts <= theirs or theirs <= amounts):
            first, second = sorted((document, other))
            pairs.append((first, second, alike))
    return pairs


def mark_duplicates(db: sqlite3.Connection) -> int:
    """Set ``documents.duplicate_of`` for all near copies, and return how many there are.

    The original of a cluster is the earliest by date, then by id; documents without a date come
    last and superseded ones do not count. The result does not depend on the order in which
    documents came. Groups with figures of documents that changed sides are queued to be compared
    again.
    """
    originals = _originals(db)
    before = dict(
        db.execute("SELECT id, duplicate_of FROM documents WHERE duplicate_of IS NOT NULL")
    )
    with transaction(db):
        for document in sorted(before.keys() | originals.keys()):
            if before.get(document) != originals.get(document):
                db.execute(
                    "UPDATE documents SET duplicate_of = ? WHERE id = ?",
                    (originals.get(document), document),
                )
                queue_groups(db, groups_of(db, document))
    return len(originals)


def _originals(db: sqlite3.Connection) -> dict[str, str]:
    """Return the original of each near copy."""
    leader: dict[str, str] = {}

    def find(document: str) -> str:
        while leader[document] != document:
            leader[document] = leader[leader[document]]
            document = leader[document]
        return document

    dates: dict[str, str | None] = {}
    for first, second, first_date, second_date in db.execute(
        "SELECT a.id, b.id, a.published_earliest, b.published_earliest FROM near_copies n "
        "JOIN documents a ON a.id = n.document_a AND a.superseded_by IS NULL "
        "JOIN documents b ON b.id = n.document_b AND b.superseded_by IS NULL"
    ):
        dates |= {first: first_date, second: second_date}
        leader.setdefault(first, first)
        leader.setdefault(second, second)
        leader[find(first)] = find(second)
    clusters: dict[str, list[str]] = defaultdict(list)
    for document in leader:
        clusters[find(document)].append(document)
    originals: dict[str, str] = {}
    for members in clusters.values():
        original = min(members, key=lambda each: (dates[each] or "9999", each))
        originals |= {member: original for member in members if member != original}
    return originals
