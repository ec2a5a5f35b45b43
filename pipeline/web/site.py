"""Putting the site together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.store.connect import is_still
from pipeline.web.metadata import DATABASE, metadata

if TYPE_CHECKING:
    from datasette.app import Datasette

_HERE = Path(__file__).parent

_SETTINGS = {
    "default_page_size": 50,
    "default_facet_size": 12,
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 1500,
    "suggest_facets": False,
    "allow_download": False,
    "default_cache_ttl": 0,  # what was ingested a moment ago must be there
}


def make_site(base: Path) -> Datasette:
    """Return the site on the base at ``base``, which it opens read-only."""
    from datasette.app import Datasette
    from datasette.database import Database

    site = Datasette(
        metadata=metadata(),
        template_dir=str(_HERE / "templates"),
        plugins_dir=str(_HERE / "plugins"),
        static_mounts=[("opmaak", str(_HERE / "static"))],
        settings=_SETTINGS,
    )
    site.remove_database("_memory")
    # Mutable: people may ingest while others read. Datasette opens it with mode=ro all the same.
    mutable = not is_still(base)
    site.add_database(Database(site, path=str(base), is_mutable=mutable), name=DATABASE)
    return site
