"""One file's text, metadata and problem come in; a Source, and the Source as plain data and back, go out."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Source:
    """One article's file as read: the text, what the file itself says of it, or the `problem`.

    `parts` holds the articles of a file with several.
    """

    name: str
    text: str = ""
    metadata: dict = field(default_factory=dict)
    language: str | None = None
    problem: str | None = None
    parts: tuple = ()

    @property
    def lines(self) -> list[str]:
        """The text line by line."""
        return self.text.split("\n") if self.text else []


def to_record(source: Source) -> dict:
    """The source as plain lists, strings and dictionaries, to hand it from one process to another."""
    return {
        "name": source.name,
        "text": source.text,
        "metadata": source.metadata,
        "language": source.language,
        "problem": source.problem,
        "parts": [to_record(part) for part in source.parts],
    }


def from_record(record: dict) -> Source:
    """The Source of to_record()."""
    return Source(**record | {"parts": tuple(from_record(part) for part in record["parts"])})
