"""What turns bytes of any format into text.

`files` says which files a list of paths and folders holds, `read` what one of them says. The format is told
from the content, never from the name. Reading is lazy: nothing is opened before its text is asked for.

    for path in files(["reports"], recursive=True):
        for document in read(path):
            try:
                for chunk in document.chunks:
                    ...
            except ReadingError as error:
                ...
"""

from __future__ import annotations

from undocs.reading.document import Chunk, Document, Format, ReadingError
from undocs.reading.files import files, read

__all__ = ["Chunk", "Document", "Format", "ReadingError", "files", "read"]
