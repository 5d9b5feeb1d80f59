"""Telling spam from talk by what earlier spam and talk were made of, with an explicit "I do not know"."""
