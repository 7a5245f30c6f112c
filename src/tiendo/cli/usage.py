"""What the command-line library says by itself, in the language of the call: help panels, options, wrong calls."""

import re
from typing import Any

import typer

from tiendo.words import Lang, catalogue, say

HELP = ("-h", "--help")
UsageError: type[Any] = typer.BadParameter.__mro__[1]  # typer shows only BadParameter; its parent is every wrong call


def explain_options(command: Any, lang: Lang) -> None:
    """Give every option and argument its help (`cli.option_…`), in every command of a group."""
    for inner in getattr(command, "commands", {}).values():
        explain_options(inner, lang)
    own_help = command.get_help_option(command.make_context("tiendo", [], resilient_parsing=True))
    for parameter in (*command.params, own_help):
        parameter.help = catalogue("cli", lang)[f"option_{_longest(parameter).lstrip('-').replace('-', '_')}"]


def _longest(parameter: Any) -> str:
    return str(max(parameter.opts, key=len))


def name_panels(lang: Lang) -> None:
    """Name the parts of a help page; they are module constants of the library."""
    from typer import rich_utils  # noqa: PLC0415 - loaded when a help page is shown

    for name in ("arguments", "options", "commands"):
        setattr(rich_utils, f"{name.upper()}_PANEL_TITLE", say(f"cli.panel_{name}", lang))
    rich_utils.REQUIRED_LONG_STRING = say("cli.required", lang)
    rich_utils.DEFAULT_STRING = say("cli.default", lang)


def usage_text(error: Any, lang: Lang) -> str:
    """What is wrong with a call, and where its help is."""
    keys = {"MissingParameter": "missing", "NoSuchOption": "no_such_option", "BadParameter": "bad_value"}
    parameter, said = getattr(error, "param", None), error.format_message()
    name = getattr(error, "option_name", "") if parameter is None else parameter.metavar or _longest(parameter)
    if parameter is not None and parameter.param_type_name == "option":
        name = _longest(parameter)
    choices = re.search(r"is not one of (?P<words>.+?)\.?$", said)  # the library hands over words only
    quoted = say("cli.usage_allowed", lang, allowed=choices["words"]) if choices else said
    low, high = (getattr(parameter, end, None) for end in ("min", "max"))
    if low is not None and high is not None:
        quoted = say("cli.usage_between", lang, low=low, high=high)
    text = say(f"cli.usage_{keys.get(type(error).__name__, 'other')}", lang, name=name, message=quoted)
    path = error.ctx.command_path if error.ctx else "tiendo"
    return f"{text}\n{say('cli.usage_help', lang, path=path)}"
