"""What a round's ratings come to: plain Python over numbers, which knows no member and no area.

Each function says in its docstring from which publication its method is taken.
"""
