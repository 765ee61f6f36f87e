"""What every kind of editable text stands on: placeholders, fields of lines, two editors of one text."""
