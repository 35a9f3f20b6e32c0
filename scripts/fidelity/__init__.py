"""Pages whose true text is known, and how well extraction reads them."""
