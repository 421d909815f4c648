"""`python -m desktop` starts Volière."""

import sys

from desktop.app.command_line import main

sys.exit(main())
