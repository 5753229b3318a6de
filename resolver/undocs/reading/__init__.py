"""Bytes of any format to text.

`files` lists the files that paths and directories hold, `read` yields the documents in one of them. The format is
known from the content, never from the name. Reading is lazy: nothing is opened before its text is asked for.

    for path in files(["reports"], recursive=True):
        for document in read(path):
            try:
                for chunk in document.chunks:
                    ...
            except ReadingError as error:
                ...
"""

from __future__ import annotations

from undocs.reading.document import Chunk, Document, ReadingError
from undocs.reading.files import files, read

__all__ = ["Chunk", "Document", "ReadingError", "files", "read"]
