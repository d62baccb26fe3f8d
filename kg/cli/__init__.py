"""The command ``kg``: what is typed and what is seen. All work is done by the modules that it calls."""
