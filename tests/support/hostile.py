"""Pieces of texts that make a pattern slow which is not written with care; each is said over and over."""

HOSTILE = [
    "A/", "A/A/", "A.A.A.", "A-A-A-", "A", "(", "((((", "A/1(A/1(", "A/.../", "/", "a/b/",
    "A/1 ", "A/\n", "A/1/Add.1, ",
    "1/1/", "A/1-", "S/RES/1 (", "https://undocs.org/en/", "%2F", "\u00ad/", "A/C.", "E/E.E/E-E/(E)/",
    "resolution 60/1, ",
    "Add.1 and ", "A/66/10 to ",
    "A/66/10 ", "A/66/10 and Add.1 ", "\u0410/66/10 ", "\uff0f", "a/res/1", ".org/", "undocs.org/A/66/10 ",
    "undocs.org/?s=", "A/66/10-S/2000/1-", "\u2011A/", "A/66/10,\u00e9 ", "A /", "A/1\n\n(", "A/66/\n\n",
]  # fmt: skip
