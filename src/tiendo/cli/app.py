"""The `tiendo` command: words of the call in, one act, its value shown, an exit code from the table."""

import os
import signal
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from threading import current_thread, main_thread
from typing import Annotated

import typer

from tiendo.cli import commands
from tiendo.cli.exits import Exit, exit_of
from tiendo.cli.show import complain
from tiendo.cli.usage import HELP, UsageError, explain_options, name_panels, usage_text
from tiendo.errors import TiendoError
from tiendo.words import LANGS, Lang, say


def split_lang(words: Sequence[str], environment: Mapping[str, str]) -> tuple[Lang | None, list[str]]:
    """The language of a call and its other words; None when `--lang` names a language there is not.

    `--lang vi|en` may stand anywhere; without it `LC_ALL`, `LC_MESSAGES` and `LANG` decide, and Vietnamese is first.
    """
    rest, asked = [], ""
    stream = iter(words)
    for word in stream:
        if word == "--lang":
            asked = next(stream, "?")
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=") or "?"
        else:
            rest.append(word)
    if asked:
        return (next((lang for lang in LANGS if lang == asked), None), rest)
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return ("en" if locale.startswith("en") else "vi", rest)


def build(lang: Lang, asked: Lang | None = None) -> typer.Typer:
    """The command line with its help in one language; `asked` is the one the call itself names, for its papers."""
    app = typer.Typer(
        name="tiendo", help=say("cli.help", lang), add_completion=False, pretty_exceptions_enable=False,
        context_settings={"obj": lang, "help_option_names": [*HELP]},
    )

    @app.callback(epilog=say("cli.help_lang", lang))
    def _root(context: typer.Context, _version: Version = False) -> None:
        """Hold the options of every command: `--lang` is taken before the call is split."""
        context.meta[commands.ASKED] = asked

    for name, command in commands.COMMANDS.items():
        app.command(name, help=say(f"cli.help_{name}", lang))(command)
    return app


def _say_version(asked: bool) -> None:
    """Print the program's version and leave."""
    if asked:
        sys.stdout.write(f"tiendo {version('tiendo')}\n")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_say_version, is_eager=True)]


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line and leave with an exit code of the table."""
    given = sys.argv[1:] if words is None else list(words)
    lang, rest = split_lang(given, os.environ)
    if lang is None:
        complain(say("cli.bad_lang", "vi", allowed=", ".join(LANGS)))
        sys.exit(Exit.USAGE)
    if current_thread() is main_thread():
        signal.signal(signal.SIGTERM, _stopped)
    try:
        sys.exit(_run(lang, rest, asked=lang if len(rest) < len(given) else None))
    except (KeyboardInterrupt, typer.Abort):  # Abort: Ctrl+C or Ctrl+D where something is asked at the keyboard
        sys.exit(Exit.INTERRUPTED)
    except UsageError as error:
        complain(usage_text(error, lang))
        sys.exit(Exit.USAGE)
    except TiendoError as error:
        complain(error.say(lang))
        sys.exit(exit_of(error))
    except BrokenPipeError:  # `tiendo read … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.OK)


def _stopped(_signal: int, _frame: object) -> None:
    """A call that is told to stop leaves as any other does: nothing half-written stays behind."""
    sys.exit(Exit.STOPPED)


def _run(lang: Lang, rest: list[str], asked: Lang | None) -> int:
    """One call; gives its exit code. A call without words asks for help."""
    rest = rest or [HELP[1]]
    command = typer.main.get_command(build(lang, asked))
    explain_options(command, lang)
    if not set(HELP).isdisjoint(rest):
        name_panels(lang)
    return int(command.main(args=rest, prog_name="tiendo", standalone_mode=False) or Exit.OK)
