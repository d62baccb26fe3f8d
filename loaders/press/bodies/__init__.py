"""What a name of an organisation is made of: its ending, how far it reaches to the left, its official form, whether it is anybody's."""
