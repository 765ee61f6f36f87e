"""An invented school lives a mentoring year through the same services that the pages use (docs/adr/0005)."""
