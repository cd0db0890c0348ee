"""Turns `content/` into the files of a newsroom: text, photos, reports, attachments, feeds.

Refuses to hold a sentence that a reader would see: those live in `content/`.
"""
