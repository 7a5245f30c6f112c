"""The rate of the French State's PILOTE: how much of the way from the initial value to the target is gone, 0 to 100.

Source: the help pages of PILOTE (DITP), "taux d'avancement": TA = (VA − VI) / (VC − VI), held at 0 and at 100 per cent.
Held at 100 it cannot show what went beyond (vượt), and at 0 it hides what went back: tiendo's own attainment does
neither.
"""


def pilote_rate(initial: float | None, current: float | None, target: float | None, *,
    rising: bool | None = None) -> float | None:
    """100 · (current − initial) / (target − initial), held between 0 and 100; None when a value is missing.

    Where the initial value is the target already, or better (`rising` says which way is better; None: as the target
    lies), there is no way to go: 100 while the current value keeps the target, else 0.
    """
    if initial is None or current is None or target is None:
        return None
    up = target > initial if rising is None else rising
    no_way = initial >= target if up else initial <= target
    if initial == target or no_way:
        kept = current >= target if up else current <= target
        return 100.0 if kept or (rising is None and current == target) else 0.0
    return min(100.0, max(0.0, 100 * (current - initial) / (target - initial)))
