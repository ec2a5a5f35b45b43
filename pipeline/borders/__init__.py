"""Where sentences end in text without full stops: headings, list items, quotations, tables.

Two networks that see a few words on both sides say how likely a sentence begins at each word
(:mod:`.component`, :mod:`.network`). Which of those beginnings fit together, only the whole
stretches between them tell: whether brackets close, whether an item looks like the one before it
(:mod:`.features`). The best division of all is found in one go (:mod:`.divide`).
"""
