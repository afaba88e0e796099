"""Drawings of the book that a program makes from numbers. The numbers lie beside each drawing."""
