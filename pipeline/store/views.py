"""Views for people who do not want to join: names instead of ids, and the quoted sentence."""

from __future__ import annotations

from pipeline.store.readings import figures_of
from pipeline.store.schema import View

_SINCE = (
    ("new_figures", "Figures that joined since.", "Cijfers die er sindsdien bij kwamen."),
    ("changed_figures", "Figures read otherwise since.", "Cijfers die nu anders gelezen zijn."),
    ("gone_figures", "Figures that left since.", "Cijfers die er sindsdien uit gingen."),
)
"""What happened to the figures of a group since a person decided about it."""

DECISION_OVERVIEW = View(
    name="decision_overview",
    title="Wat mensen beslisten",
    en="Every decision of a person, with what it is about and whether it holds. A decision on a "
    "verdict holds as long as its figures are the same; with others it is asked again.",
    nl="Elke beslissing van een mens, met waar die over gaat en of die geldt. Een beslissing over "
    "een oordeel geldt zolang de cijfers dezelfde zijn; met andere komt de vraag terug.",
    columns=(
        ("decision", "Id, for `feitenbank review undo`.", "Id."),
        ("kind", "published, alias or verdict.", "Datum, schrijfwijze of oordeel."),
        (
            "state",
            "holds; again (a verdict whose figures are others now); gone (there is no such group "
            "any more); undone.",
            "holds: geldt; again: de cijfers zijn nu andere; gone: die groep is er niet meer; "
            "undone: teruggedraaid.",
        ),
        ("subject", "The name, or the id of the group.", "De naam, of de id van de groep."),
        ("about", "What that is, in words.", "Wat dat is, in woorden."),
        ("value", "What was decided.", "Wat er is beslist."),
        ("note", "Why.", "Waarom."),
        ("decided_by", "By whom.", "Door wie."),
        ("decided_at", "When (UTC).", "Wanneer (UTC)."),
        ("undone_at", "When it was undone (UTC).", "Wanneer teruggedraaid (UTC)."),
        *_SINCE,
    ),
    select=f"""
WITH counted AS MATERIALIZED (  -- once, not again for every column that is made of it
  SELECT x.*, (SELECT count(*) FROM json_each(x.figures)) AS had,
    (SELECT count(*) FROM ({figures_of("x.subject")})) AS now,
    (SELECT coalesce(sum(max(0, n - same)), 0) FROM (
       SELECT count(*) AS n, (SELECT count(*) FROM json_each(x.figures) j
                              WHERE j.value = m.reading) AS same
       FROM ({figures_of("x.subject")}) m GROUP BY m.reading)) AS added,
    (SELECT count(*) FROM ({figures_of("x.subject")}) m JOIN json_each(x.figures) j
       ON j.key = m.figure AND j.value <> m.reading) AS other
  FROM decisions x
), weighed AS (
  SELECT c.*, iif(figures IS NULL, 0, added) AS joined,
         iif(figures IS NULL, 0, had - now + added) AS departed
  FROM counted c
)
SELECT w.id, w.kind,
       CASE WHEN w.undone_at IS NOT NULL THEN 'undone' WHEN w.kind <> 'verdict' THEN 'holds'
            WHEN w.now = 0 THEN 'gone' WHEN w.joined + w.departed > 0 THEN 'again'
            ELSE 'holds' END,
       w.subject,
       CASE w.kind
         WHEN 'published' THEN (SELECT d.path FROM documents d WHERE d.sha256 = w.document_sha256)
         WHEN 'alias' THEN coalesce((SELECT e.name FROM entities e WHERE e.id = w.value),
                               json_extract(w.basis, '$.name'))
         ELSE coalesce(
           (SELECT r.topic || coalesce(', ' || p.name, '') || coalesce(', ' || r.unit, '')
              FROM reconciliations r LEFT JOIN entities p ON p.id = r.place WHERE r.id = w.subject),
           (SELECT n.kind || coalesce(', ' || p.name, '')
              FROM findings n LEFT JOIN entities p ON p.id = n.place WHERE n.id = w.subject))
       END,
       w.value, w.note, w.decided_by, w.decided_at, w.undone_at,
       w.joined - min(w.other, w.joined, w.departed), min(w.other, w.joined, w.departed),
       w.departed - min(w.other, w.joined, w.departed)
FROM weighed w
""",
    order=("decided_at", "decision"),
)

_SETTLED = """settled AS (
  SELECT x.*, max(x.decided_at || x.decision) AS last FROM decision_overview x
  WHERE x.kind = 'verdict' AND x.undone_at IS NULL GROUP BY x.subject
)"""
"""SQL for the last decision on each group or finding that was not undone."""

FIGURE_OVERVIEW = View(
    name="figure_overview",
    title="Cijfers met hun zin",
    en="Every figure with names instead of ids and the sentence it stands in. Figures from near "
    "copies are kept, with the original in copy_of.",
    nl="Elk cijfer met namen in plaats van codes, en de zin waarin het staat. Cijfers uit kopieën "
    "staan er ook in, met het origineel in copy_of.",
    columns=(
        ("figure", "Id, for `feitenbank explain`.", "Id; klik voor de uitleg."),
        ("place", "Where.", "Waar."),
        ("indicator", "What is measured.", "Wat er gemeten is."),
        ("population", "For whom.", "Voor wie."),
        ("period", "When (EDTF).", "Wanneer (EDTF: 2020-01/2020-06 is het eerste halfjaar)."),
        ("value", "The number as said.", "Het getal zoals gezegd."),
        ("unit", "The unit as meant.", "De eenheid zoals bedoeld."),
        ("hedge", "How it was hedged.", "De slag om de arm: above is 'ruim', below is 'bijna'."),
        ("said", "The words themselves.", "De woorden zelf."),
        ("low", "Lower bound of the core interval.", "Ondergrens van wat ermee gezegd is."),
        ("high", "Upper bound of the core interval.", "Bovengrens van wat ermee gezegd is."),
        ("statement", "Level, change, norm …", "Niveau, verandering, norm, verwachting of doel."),
        ("direction", "Up or down.", "Omhoog of omlaag."),
        ("speaker", "Who says so.", "Wie het zegt."),
        ("derived_from", "The source that the text names.", "De bron die de tekst noemt."),
        ("stance", "Asserts, asks, denies …", "Beweert, vraagt, ontkent …"),
        ("status", "Provisional, revised …", "Voorlopig, herzien, definitief, schatting."),
        ("verdict", "Verdict on its group.", "Het oordeel over de groep waar het in zit."),
        ("rank", "Its rank in the group.", "De rang in die groep."),
        ("sentence", "The quoted sentence.", "De geciteerde zin."),
        ("title", "Title of the document.", "Titel van het document."),
        ("source", "Publisher.", "Uitgever."),
        ("published", "Date of publication.", "Publicatiedatum."),
        ("path", "File.", "Bestand."),
        ("document", "Id of the document.", "Id van het document."),
        ("copy_of", "The original, for a near copy.", "Het origineel, bij een kopie."),
        ("topic", "Topic of the indicator.", "Thema van het onderwerp."),
        ("place_kind", "Municipality, province …", "Gemeente, provincie …"),
        ("period_earliest", "First day of the period.", "Eerste dag van de periode."),
        ("period_latest", "Last day of the period.", "Laatste dag van de periode."),
        ("confidence", "0 to 1.", "Zekerheid van 0 tot 1."),
        ("reconciliation", "The group, for `explain`.", "De groep; klik voor de uitleg."),
        (
            "decided",
            "What a person decided about its group; null where nothing holds.",
            "Wat een mens over de groep besliste; leeg als er niets geldt.",
        ),
    ),
    select=f"""
WITH {_SETTLED}
SELECT f.id, p.name, i.label, f.population, f.period, f.value, f.unit, f.hedge, q.surface,
       f.low, f.high, f.statement, f.direction, sp.name, f.derived_from, f.stance,
       (SELECT group_concat(value, ', ') FROM json_each(f.status)),
       r.verdict, m.rank, s.text, d.title, d.source, d.published, d.path, d.id, d.duplicate_of,
       i.topic, p.kind, f.period_earliest, f.period_latest, f.confidence, r.id,
       iif(x.state = 'holds', x.value, NULL)
FROM figures f
JOIN documents d ON d.id = f.document
JOIN sentences s ON s.id = f.sentence
JOIN quantities q ON q.id = f.quantity
JOIN indicators i ON i.id = f.indicator
LEFT JOIN entities p ON p.id = f.place
LEFT JOIN entities sp ON sp.id = f.speaker
LEFT JOIN reconciliation_members m ON m.figure = f.id AND m.reconciliation = (
  SELECT min(o.reconciliation) FROM reconciliation_members o WHERE o.figure = f.id)
LEFT JOIN reconciliations r ON r.id = m.reconciliation
LEFT JOIN settled x ON x.subject = r.id
""",
    order=("figure",),
)

CONFLICT_OVERVIEW = View(
    name="conflict_overview",
    title="Wat aandacht vraagt",
    en="The reconciliations and findings that ask for attention, worst first; state tells those "
    "that a person decided about.",
    nl="De oordelen en bevindingen die aandacht vragen, de ernstigste eerst; state zegt waarover "
    "een mens heeft beslist.",
    columns=(
        ("id", "Id, for `feitenbank explain`.", "Id; klik voor de uitleg."),
        ("urgency", "1 is the worst.", "1 is het ernstigst."),
        ("kind", "What is the matter.", "Wat er aan de hand is."),
        ("place", "Where.", "Waar."),
        ("topic", "Topic.", "Thema."),
        ("unit", "Unit.", "Eenheid."),
        ("period_earliest", "First day covered.", "Eerste dag."),
        ("period_latest", "Last day covered.", "Laatste dag."),
        ("figures", "How many figures.", "Hoeveel cijfers."),
        ("sources", "How many documents.", "Hoeveel documenten."),
        ("said", "The words of the figures.", "De woorden van de cijfers."),
        ("explanation_nl", "Explanation in Dutch.", "Uitleg in het Nederlands."),
        ("explanation_en", "Explanation in English.", "Uitleg in het Engels."),
        ("sentence", "The first quoted sentence.", "De eerste geciteerde zin."),
        (
            "state",
            "open; decided by a person; again: decided, but with other figures than there are now.",
            "open; decided: door een mens beslist; again: beslist, maar over andere cijfers.",
        ),
        ("decided", "What was decided.", "Wat er is beslist."),
        ("decided_by", "By whom.", "Door wie."),
        ("decided_at", "When (UTC).", "Wanneer (UTC)."),
        *_SINCE,
    ),
    select=f"""
WITH {_SETTLED}, judged AS (
  SELECT r.id, CASE r.verdict WHEN 'contested' THEN 1 WHEN 'revised' THEN 5 ELSE 6 END AS urgency,
         r.verdict AS kind, r.place, r.topic, r.unit, r.period_earliest, r.period_latest,
         r.explanation_nl, r.explanation_en
  FROM reconciliations r WHERE r.verdict IN ('contested', 'revised')
  UNION ALL
  SELECT n.id, CASE n.kind WHEN 'arithmetic_error' THEN 2 WHEN 'part_exceeds_whole' THEN 3
                           WHEN 'unit_slip' THEN 4 ELSE 5 END,
         n.kind, n.place,
         (SELECT min(i.topic) FROM finding_members fm JOIN figures f ON f.id = fm.figure
            JOIN indicators i ON i.id = f.indicator WHERE fm.finding = n.id),
         (SELECT min(f.unit) FROM finding_members fm JOIN figures f ON f.id = fm.figure
            WHERE fm.finding = n.id),
         (SELECT min(f.period_earliest) FROM finding_members fm JOIN figures f ON f.id = fm.figure
            WHERE fm.finding = n.id),
         (SELECT max(f.period_latest) FROM finding_members fm JOIN figures f ON f.id = fm.figure
            WHERE fm.finding = n.id),
         n.explanation_nl, n.explanation_en
  FROM findings n WHERE n.kind <> 'arithmetic_ok'
), members AS (
  SELECT reconciliation AS id, figure FROM reconciliation_members
  UNION
  SELECT finding, figure FROM finding_members
)
SELECT j.id, j.urgency, j.kind, p.name, j.topic, j.unit, j.period_earliest, j.period_latest,
       (SELECT count(*) FROM members m WHERE m.id = j.id),
       (SELECT count(DISTINCT coalesce(d.duplicate_of, d.id)) FROM members m
          JOIN figures f ON f.id = m.figure JOIN documents d ON d.id = f.document
          WHERE m.id = j.id),
       (SELECT group_concat(surface, ' | ') FROM (
          SELECT q.surface FROM members m JOIN figures f ON f.id = m.figure
            JOIN quantities q ON q.id = f.quantity WHERE m.id = j.id
            ORDER BY f.period_earliest, f.id)),
       j.explanation_nl, j.explanation_en,
       (SELECT s.text FROM members m JOIN figures f ON f.id = m.figure
          JOIN sentences s ON s.id = f.sentence WHERE m.id = j.id
          ORDER BY f.period_earliest, f.id LIMIT 1),
       CASE x.state WHEN 'holds' THEN 'decided' WHEN 'again' THEN 'again' ELSE 'open' END,
       x.value, x.decided_by, x.decided_at, coalesce(x.new_figures, 0),
       coalesce(x.changed_figures, 0), coalesce(x.gone_figures, 0)
FROM judged j LEFT JOIN entities p ON p.id = j.place
LEFT JOIN settled x ON x.subject = j.id
ORDER BY j.urgency, p.name, j.topic, j.id
""",
    order=("urgency", "place", "topic", "id"),
)

ENTITY_OVERVIEW = View(
    name="entity_overview",
    title="Wie en waar",
    en="Every place, party, organisation, person and law that a document names.",
    nl="Elke plaats, partij, organisatie, persoon en wet die een document noemt.",
    columns=(
        ("entity", "Id.", "Id."),
        ("kind", "Municipality, party, person …", "Gemeente, partij, persoon …"),
        ("name", "The usual name.", "De gebruikelijke naam."),
        ("code", "CBS code, for places.", "CBS-code, voor plaatsen."),
        ("part_of", "What it is part of.", "Waar het deel van is."),
        ("roles", "What the texts say a person is.", "Wat iemand is volgens de teksten."),
        ("mentions", "How often it is named.", "Hoe vaak het genoemd is."),
        ("documents", "In how many documents.", "In hoeveel documenten."),
        ("figures", "Figures about it or said by it.", "Cijfers erover, of erdoor gezegd."),
        ("written_as", "Ways it was written.", "Zoals het geschreven is."),
        ("sentence", "A sentence that names it.", "Een zin die het noemt."),
    ),
    select="""
SELECT e.id, e.kind, e.name, e.code, up.name,
       (SELECT group_concat(what, '; ') FROM (
          SELECT DISTINCT r.role || coalesce(', ' || pa.name, '') || coalesce(', ' || pl.name, '')
                 || coalesce(', ' || o.name, '') AS what
          FROM roles r LEFT JOIN entities pa ON pa.id = r.party
          LEFT JOIN entities pl ON pl.id = r.place LEFT JOIN entities o ON o.id = r.organisation
          WHERE r.person = e.id ORDER BY what)),
       (SELECT count(*) FROM mentions m WHERE m.entity = e.id),
       (SELECT count(DISTINCT m.document) FROM mentions m WHERE m.entity = e.id),
       (SELECT count(*) FROM figures f WHERE f.place = e.id)
         + (SELECT count(*) FROM figures f WHERE f.speaker = e.id),
       (SELECT group_concat(surface, ' | ') FROM (
          SELECT DISTINCT surface FROM mentions m WHERE m.entity = e.id ORDER BY surface)),
       (SELECT s.text FROM mentions m JOIN sentences s ON s.id = m.sentence
          WHERE m.entity = e.id ORDER BY m.id LIMIT 1)
FROM entities e LEFT JOIN entities up ON up.id = e.parent
WHERE e.id IN (
  SELECT entity FROM mentions WHERE entity IS NOT NULL
  UNION SELECT place FROM figures WHERE place IS NOT NULL
  UNION SELECT speaker FROM figures WHERE speaker IS NOT NULL
  UNION SELECT person FROM roles)
""",
    order=("entity",),
)

DOCUMENT_OVERVIEW = View(
    name="document_overview",
    title="Documenten in het kort",
    en="Every document with its date, counts and first sentence.",
    nl="Elk document met datum, aantallen en eerste zin.",
    columns=(
        ("document", "Id, for `feitenbank show`.", "Id; klik om het te lezen."),
        ("title", "Its headline.", "De kop."),
        ("source", "Publisher.", "Uitgever."),
        ("published", "Date of publication (EDTF).", "Publicatiedatum (EDTF)."),
        ("published_method", "How the date is known.", "Hoe de datum bekend is."),
        ("language", "ISO 639-1.", "Taal."),
        ("path", "File.", "Bestand."),
        ("files", "How many files hold it.", "In hoeveel bestanden het staat."),
        ("sentences", "How many sentences.", "Hoeveel zinnen."),
        ("quantities", "How many numbers.", "Hoeveel getallen."),
        ("figures", "How many figures.", "Hoeveel cijfers."),
        ("issues", "How many remarks.", "Hoeveel opmerkingen."),
        ("copy_of", "The original, for a near copy.", "Het origineel, bij een kopie."),
        ("superseded_by", "The newer version.", "De nieuwere versie."),
        ("sentence", "Its first sentence.", "De eerste zin."),
    ),
    select="""
SELECT d.id, d.title, d.source, d.published, d.published_method, d.language, d.path,
       (SELECT count(*) FROM files x WHERE x.document = d.id),
       (SELECT count(*) FROM sentences x WHERE x.document = d.id),
       (SELECT count(*) FROM quantities x WHERE x.document = d.id),
       (SELECT count(*) FROM figures x WHERE x.document = d.id),
       (SELECT count(*) FROM issues x WHERE x.document = d.id),
       d.duplicate_of, d.superseded_by,
       (SELECT s.text FROM sentences s WHERE s.document = d.id ORDER BY s.position LIMIT 1)
FROM documents d
""",
    order=("document",),
)

VIEWS = (
    FIGURE_OVERVIEW,
    CONFLICT_OVERVIEW,
    ENTITY_OVERVIEW,
    DOCUMENT_OVERVIEW,
    DECISION_OVERVIEW,
)
