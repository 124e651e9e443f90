#!/usr/bin/env python3
"""Draws perceiver.svg, the picture of the README: python3 docs/pictures/perceiver.py > docs/pictures/perceiver.svg"""

WIDTH, HEIGHT = 760, 250


def box(x, y, width, height, fill, *lines):
    yield f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{fill}" stroke="#333"/>'
    top = y + height / 2 - 8 * (len(lines) - 1)
    for number, line in enumerate(lines):
        yield f'<text x="{x + width / 2}" y="{top + 16 * number + 4}">{line}</text>'


def arrow(x1, y1, x2, y2):
    yield f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#333" marker-end="url(#tip)"/>'


def picture():
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    yield "<title>A Perceiver: latents read the inputs, then each other, repeatedly; a head answers</title>"
    yield "<style>text{font:13px sans-serif;text-anchor:middle;fill:#222}</style>"
    yield ('<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
           '<path d="M0 0 8 4 0 8z" fill="#333"/></marker></defs>')
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    for number, name in enumerate(("image", "sound", "point cloud", "your plugin")):
        yield from box(15, 15 + 34 * number, 105, 28, "#dbe9f6", name)
        yield from arrow(120, 29 + 34 * number, 150, 80)
    yield from box(150, 50, 130, 60, "#dbe9f6", "byte array", "M elements")
    yield from box(150, 180, 130, 50, "#fde7c8", "latent array", "N elements, N ≪ M")
    yield from box(330, 95, 120, 60, "#e3f1dc", "cross-attend", "latents read inputs")
    yield from box(500, 95, 120, 60, "#e3f1dc", "self-attend", "latents read latents")
    yield from box(665, 95, 80, 60, "#f3dcec", "head", "answer")
    yield from arrow(280, 80, 330, 113)
    yield from arrow(280, 205, 330, 138)
    yield from arrow(450, 125, 500, 125)
    yield from arrow(620, 125, 665, 125)
    yield '<path d="M560 155 v40 h-170 v-38" fill="none" stroke="#333" marker-end="url(#tip)"/>'
    yield '<text x="475" y="212">repeat</text>'
    yield "</svg>"


print("\n".join(picture()))
