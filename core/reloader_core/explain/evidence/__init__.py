"""What a rule may know of a crash: what was told of it, who has raised it, and what the text that
ran says at its place. Each other room reads it here."""
