"""Citations in running text: every form of a number and its cue."""

from __future__ import annotations

import pytest
from undocs.citations import cite
from undocs.scanner.scan import symbols


def found(text: str) -> list[str]:
    taken = sorted({(start, end) for _, start, end, _, _ in symbols(text)})
    return [span.symbol for span in cite(text, taken) if span.symbol]


FORMS = {
    "resolution 60/1": "A/RES/60/1",
    "resolution 3314 (XXIX)": "A/RES/3314(XXIX)",
    "resolution 1514(XV)": "A/RES/1514(XV)",
    "resolution 217 A (III)": "A/RES/217(III)",
    "resolution 57/270 B": "A/RES/57/270B",
    "resolutions 31/6 A and B": "A/RES/31/6",
    "resolution 3362 (S-VII)": "A/RES/3362(S-VII)",
    "resolution 2253 (ES-V)": "A/RES/2253(ES-V)",
    "resolution S-10/2": "A/RES/S-10/2",
    "resolution ES-10/14": "A/RES/ES-10/14",
    "resolution S‑27/1 of 5 December 2017": "A/HRC/RES/S-27/1",
    "resolution 1325 (2000)": "S/RES/1325(2000)",
    "resolution 1325\u00a0(2000)": "S/RES/1325(2000)",
    "Security Council resolutions 1325, 1820 and 1888": "S/RES/1325(2000) S/RES/1820(2008) S/RES/1888(2009)",
    "Economic and Social Council resolution 2022/3": "E/RES/2022/3",
    "resolution 663 C (XXIV) of the Economic and Social Council": "E/RES/663(XXIV)",
    "General Assembly resolution 2758": "A/RES/2758(XXVI)",
    "Human Rights Council decision 17/119": "A/HRC/DEC/17/119",
    "resolutions 217 A (III); 377 A (V); 60/1": "A/RES/217(III) A/RES/377(V) A/RES/60/1",
    "resolution [60/1](https://example.org), resolution **61/1**": "A/RES/60/1 A/RES/61/1",
    "resolutions 1325 and 1820 of the Security Council": "S/RES/1325(2000) S/RES/1820(2008)",
    "G.A. Res. 217A, U.N. GAOR": "A/RES/217(III)",
    "Sub-Commission resolution 2000/7": "E/CN.4/Sub.2/RES/2000/7",
    "resolutions 62/149and 63/168": "A/RES/62/149 A/RES/63/168",
    "resolution\n60/1": "A/RES/60/1",
    "resolutions 55/2,\n60/1 and\n65/1": "A/RES/55/2 A/RES/60/1 A/RES/65/1",
    "Security\nCouncil resolution\n1325": "S/RES/1325(2000)",
    "its resolution\n\n60/1 of\n\n16 September 2005": "A/RES/60/1",
    "القرار ٢١٧ ألف (د-٣)": "A/RES/217(III)",
    "قرارا الجمعية العامة 60/1 و61/2": "A/RES/60/1 A/RES/61/2",
    "в резолюциях 3380 (ХХХ) и 60/1": "A/RES/3380(XXX) A/RES/60/1",
    "第６０／１号决议": "A/RES/60/1",
    "UNSC Res 1970 (26 February 2011)": "S/RES/1970(2011)",
    "CEDAW general recommendation No. 35, CRC General Comment No. 24": "CEDAW/C/GC/35 CRC/C/GC/24",
    "resolutions 242 and 338": "S/RES/242(1967) S/RES/338(1973)",
    "resolution 1325 in 2000, resolution 1325 by 2006": "S/RES/1325(2000) S/RES/1325(2000)",
    "las resoluciones 242 y 338": "S/RES/242(1967) S/RES/338(1973)",
    "القراران 242 و 338": "S/RES/242(1967) S/RES/338(1973)",
    "第1325号决议": "S/RES/1325(2000)",
    "resolution 217A": "A/RES/217(III)",
    "قرار مجلس الأمن رقم 242": "S/RES/242(1967)",
    "la resolución del Consejo de Seguridad 1325": "S/RES/1325(2000)",
    "resolution 60/1.12 The note's mark": "A/RES/60/1",
    "联合国大会第2758号决议": "A/RES/2758(XXVI)",
}


@pytest.mark.parametrize(("text", "want"), FORMS.items())
def test_forms(text: str, want: str) -> None:
    assert found(text) == want.split()
