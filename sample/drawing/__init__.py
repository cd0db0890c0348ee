"""The drawing families of the sample newsroom's pictures, one module a family.

Every picture comes from a seed: the same spec gives the same pixels. Nothing here reads a file or the network.
"""
