"""Matrices multiplied as Feitenbank does, 1.7 times as fast: for `spacy train --code`."""

from pipeline.analyse.model import multiply_with_numpy

multiply_with_numpy()
