"""What does not parse: rules put to a script's text until one names the cause. rules.py says which
are asked, trial.py tries whether the text parses with a change."""
