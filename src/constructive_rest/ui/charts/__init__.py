"""Charts. Only the modules in here load pyqtgraph, and only once there is something to draw.

pyqtgraph takes the Qt binding that it finds loaded, so ours is loaded before any of them.
"""

import PySide6.QtWidgets  # noqa: F401
