"""Consultation: the draft goes out, comments come in, each is answered and wording changes."""
