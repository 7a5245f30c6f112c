"""What the command-line library says by itself, in the language of the call: help panels, options, wrong calls."""

import re
from typing import Any

import typer

from tiendo.words import Lang, catalogue, say

HELP = ("-h", "--help")
_SAYINGS = {  # what the library says of a wrong call -> the key of our words
    "no_such_command": re.compile(r"No such command '(?P<name>.*?)'(?:\. Did you mean (?P<near>.+)\?)?"),
    "too_many": re.compile(r"unexpected extra arguments?(?:\(s\))? \((?P<name>.+)\)"),
    "needs_value": re.compile(r"Option '(?P<name>\S+)' requires"),
    "takes_no_value": re.compile(r"Option '(?P<name>\S+)' does not take a value"),
}
_VALUES = {
    "allowed": re.compile(r"is not one of (?P<allowed>.+?)\.?$"),
    "whole": re.compile(r"valid integer"),
    "least": re.compile(r"greater than or equal to (?P<allowed>\S+)"),
    "most": re.compile(r"less than or equal to (?P<allowed>\S+)"),
}
UsageError: type[Any] = typer.BadParameter.__mro__[1]  # typer shows only BadParameter; its parent is every wrong call


def explain_options(command: Any, lang: Lang) -> None:
    """Give every option and argument its help (`cli.option_…`), in every command of a group."""
    for inner in getattr(command, "commands", {}).values():
        explain_options(inner, lang)
    own_help = command.get_help_option(command.make_context("tiendo", [], resilient_parsing=True))
    for parameter in (*command.params, own_help):
        parameter.help = catalogue("cli", lang)[f"option_{_longest(parameter).lstrip('-').replace('-', '_')}"]
    command.options_metavar = say("cli.usage_options", lang)
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = say("cli.usage_command", lang)
    in_english = command.get_usage
    command.get_usage = lambda context: in_english(context).replace("Usage:", say("cli.usage", lang), 1)


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
    """What is wrong with a call, and where its help is; never a word of the library's own."""
    path = error.ctx.command_path if error.ctx else "tiendo"
    return f"{_wrong(error, lang)}\n{say('cli.usage_help', lang, path=path)}"


def _wrong(error: Any, lang: Lang) -> str:
    """What is wrong with a call: the library hands over English words only, so they are recognised one by one."""
    keys = {"MissingParameter": "missing", "NoSuchOption": "no_such_option", "BadParameter": "bad_value"}
    said = error.format_message()
    key = keys.get(type(error).__name__)
    if key:
        return say(f"cli.usage_{key}", lang, name=_named(error), message=_expected(error, said, lang))
    for name, pattern in _SAYINGS.items():
        if found := pattern.search(said):
            near = say("cli.usage_near", lang, near=found["near"]) if found.groupdict().get("near") else ""
            return say(f"cli.usage_{name}", lang, name=found["name"]) + near
    return say("cli.usage_other", lang)


def _named(error: Any) -> str:
    """The option or argument a wrong call is about."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "option_name", ""))
    option = parameter.param_type_name == "option"
    return _longest(parameter) if option else parameter.metavar or _longest(parameter)


def _expected(error: Any, said: str, lang: Lang) -> str:
    """What a value should have been."""
    low, high = (getattr(getattr(error, "param", None), end, None) for end in ("min", "max"))
    if low is not None and high is not None:
        return say("cli.usage_between", lang, low=low, high=high)
    for name, pattern in _VALUES.items():
        if found := pattern.search(said):
            return say(f"cli.usage_{name}", lang, allowed=found["allowed"] if "allowed" in pattern.groupindex else "")
    return say("cli.usage_unfit", lang)
