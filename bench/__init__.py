"""Figures of speed and memory: `script/bench [GROUP]`. A group is a module of this package."""
