"""The releases, one module for some years. Refuses reports: those are in `report_items.py`."""
