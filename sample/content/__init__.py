"""Every word and fact of the sample newsroom, as plain Python data. Refuses logic."""
