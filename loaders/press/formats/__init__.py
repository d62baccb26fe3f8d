"""The formats that an edition may come in, and the text that is taken out of each."""
