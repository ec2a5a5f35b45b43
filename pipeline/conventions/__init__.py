"""What the conventions of a treebank settle by themselves, once a sentence is read.

A tagger, a parser and a recogniser of names each guess on their own, and their guesses sometimes
contradict each other. Universal Dependencies Dutch was converted by program from the trees of
Lassy, so that much of it follows from the rest: what stands inside a name (:mod:`.names`), how
words belong together (:mod:`.relations`), part of speech and features (:mod:`.parts`).
:mod:`.component` brings them into a spaCy pipeline.
"""
