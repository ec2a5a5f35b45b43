"""What a word is a form of: nouns for those who count them, and all words for the language model.

``tables`` are the published ones; ``nouns`` and ``lemmatise`` use them without spaCy; ``component``
brings the lemmatiser into a spaCy pipeline.
"""
