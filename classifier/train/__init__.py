"""Labels -> a new model: fit, evaluate, promote."""
