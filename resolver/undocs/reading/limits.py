"""The bounds on what is read, in one place: each with its unit, and why it is what it is.

A file comes from anywhere. No file may take more memory than these bounds allow, nor time that grows faster than its
length. Tests hold each bound from both sides: the last size that is read and the first that is refused.

>>> DOCUMENT_BYTES // (1 << 30), ARCHIVE_DEPTH
(2, 4)
"""

from __future__ import annotations

__all__ = [
    "ARCHIVE_BYTES",
    "ARCHIVE_DEPTH",
    "ARCHIVE_FILES",
    "CHUNK",
    "DOCUMENT_BYTES",
    "DOCX_BYTES",
    "HEAD",
    "HTML_LONG_TOKEN",
    "HTML_TOKEN",
    "IMAGE_PAGES",
    "LINE",
    "MARKUP_LINE",
    "MEMORY",
    "READ",
    "SHARD",
    "SHARD_END",
    "XML_TOKEN",
]

# Any file.
HEAD = 1 << 10  # bytes that tell the format: room for a declaration, some comments and the first tag
READ = 1 << 16  # bytes read at once: small enough that the allocator reuses the same memory for the next ones
MEMORY = 16 << 20  # bytes of a pipe or of a file in an archive that are kept in memory; a larger copy is on the disk
DOCUMENT_BYTES = 2 << 30  # bytes of a copy: a PDF or a zip must be there as a whole before it can be read

# Text.
LINE = 1 << 16  # characters of a line that are held back until its end comes; a longer line is yielded in parts
SHARD = 4 << 20  # bytes of a shard, about: a second of work, so that several processes end at about the same time
SHARD_END = 1 << 16  # bytes after those in which the end of a paragraph is searched; without one nothing is shared

# Markup.
CHUNK = 1 << 16  # characters of the lines that are collected before they are yielded
MARKUP_LINE = 1 << 20  # characters of a line of marked-up text: the text of a page that has no blocks at all
HTML_TOKEN = 16 << 20  # characters within which a tag or a comment must end: an embedded image can take megabytes
HTML_LONG_TOKEN = 1 << 16  # characters of an incomplete token from which it is only matched again when it has doubled
XML_TOKEN = 4 << 20  # bytes within which a tag must end

# Archives. A small file can unpack to any size, and hold itself as often as it likes.
ARCHIVE_FILES = 100_000  # files in an archive and in those inside it
ARCHIVE_BYTES = 4 << 30  # bytes that they unpack to: what a zip of the old kind can declare
ARCHIVE_DEPTH = 4  # archives in one another
DOCX_BYTES = 1 << 30  # bytes that the parts of a Word document unpack to

# PDF.
IMAGE_PAGES = 10  # pages without text that a warning lists
