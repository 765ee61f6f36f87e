"""A rule said no; the sentence tells the person what to do."""


class Refusal(Exception):
    """Raised by services. `sentence` is shown to the person as it is, so it names the way out."""

    def __init__(self, sentence: str):
        super().__init__(sentence)
        self.sentence = sentence
