"""The four palettes of the landscapes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours from the sky down to the foreground; `near` carries the text of the posters."""

    sky: str
    cloud: str
    sun: str
    far: str
    middle: str
    near: str
    dark: str
    road: str
    accent: str


PALETTES = (
    Palette(  # green valley, vines in summer
        "#F6E7CF", "#FCF4E4", "#E9A23B", "#C9D3B4", "#8FB08C", "#39715B", "#234F40",
        "#FBF7F0", "#8A1F45",
    ),
    Palette(  # ploughed land, end of summer
        "#FBE3D6", "#FDF1E9", "#C8553D", "#E7C5A8", "#B98A6B", "#6B4A3A", "#452E23",
        "#FBF7F0", "#1E5B4B",
    ),
    Palette(  # lakes and firs, morning
        "#DCE9EC", "#F0F6F7", "#F2C14E", "#B7CDC6", "#6F9E98", "#24566B", "#153A4A",
        "#FBF7F0", "#C8553D",
    ),
    Palette(  # vineyard at grape harvest, evening
        "#EFE3EE", "#F8F1F7", "#F0A868", "#D3B9CF", "#9B6B8F", "#5A1F45", "#3B122D",
        "#FBF7F0", "#E0A526",
    ),
)  # fmt: skip
