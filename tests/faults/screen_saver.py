"""A desktop's screen saver on a session bus of its own: `screen_saver.py BUS_ADDRESS`.

Answers Inhibit and UnInhibit of org.freedesktop.ScreenSaver, and lets go of what a process held
when that process leaves the bus, as desktops do. Each line on standard output: `ready`, `hold`,
`release` or `lost`.
"""

import sys

from jeepney import MatchRule, Message, MessageType, message_bus, new_method_return
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from jeepney.low_level import HeaderFields

NAME = "org.freedesktop.ScreenSaver"
REQUEST_OWNER = 1


def tell(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


class ScreenSaver:
    """What is held, by whom."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self._cookies: dict[int, str] = {}
        self._next = 1

    def serve(self) -> None:
        """Answer until the bus ends."""
        while True:
            try:
                self._answer(self._connection.receive())
            except (ConnectionError, EOFError):
                return

    def _answer(self, message: Message) -> None:
        fields = message.header.fields
        member = fields.get(HeaderFields.member)
        if message.header.message_type is MessageType.signal and member == "NameOwnerChanged":
            self._left(*message.body)
        elif message.header.message_type is MessageType.method_call and member == "Inhibit":
            cookie, self._next = self._next, self._next + 1
            self._cookies[cookie] = fields[HeaderFields.sender]
            self._connection.send(new_method_return(message, "u", (cookie,)))
            tell("hold")
        elif message.header.message_type is MessageType.method_call and member == "UnInhibit":
            self._cookies.pop(message.body[0], None)
            self._connection.send(new_method_return(message))
            tell("release")

    def _left(self, name: str, _before: str, after: str) -> None:
        gone = [cookie for cookie, owner in self._cookies.items() if owner == name and not after]
        for cookie in gone:
            del self._cookies[cookie]
            tell("lost")


def main() -> None:
    connection = open_dbus_connection(bus=sys.argv[1])
    bus = Proxy(message_bus, connection)
    bus.AddMatch(MatchRule(type="signal", member="NameOwnerChanged"))
    bus.RequestName(NAME, REQUEST_OWNER)
    tell("ready")
    ScreenSaver(connection).serve()


if __name__ == "__main__":
    main()
