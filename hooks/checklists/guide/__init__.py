"""The guide as data, and what is said of it: model, rules, findings."""
