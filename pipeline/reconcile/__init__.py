"""Reconciliation: which figures can be compared, what they come to together, and why."""

from __future__ import annotations

from pipeline.reconcile.run import Summary, reconcile

__all__ = ["Summary", "reconcile"]
