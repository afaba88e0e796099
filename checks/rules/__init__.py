"""The families of rules, one file each. ``checks.registry`` finds them by reading this folder."""
