"""How a sample plan's text becomes pages."""
