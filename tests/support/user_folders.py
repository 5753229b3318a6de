"""A user's own folders in a test: the cache and the local catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["user_folders"]


def user_folders(folder: Path) -> dict[str, str]:
    """Return the environment variables that put the cache and the catalog into a folder, on every system."""
    return {
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_DATA_HOME": str(folder / "data"),
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": str(folder),
    }
