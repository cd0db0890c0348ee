"""Every picture: how it is made, and what it shows in three languages. Refuses a picture without alternative text."""

from . import arches, figures, land, lattices, photographs

PICTURES = {**lattices.PICTURES, **land.PICTURES, **arches.PICTURES, **figures.PICTURES, **photographs.PICTURES}
