"""Syllables: a table and textstat for English, our own rule for Indonesian."""
