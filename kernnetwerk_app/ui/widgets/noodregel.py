"""112 and Veilig Thuis, in sight before anything else, where a volunteer may be worried."""

from kernnetwerk_app.teksten import load
from kernnetwerk_app.ui.theme import Theme
from kernnetwerk_app.ui.widgets.notice import Notice


class Noodregel(Notice):
    def __init__(self, theme: Theme) -> None:
        t = load("bezorgdheid")
        super().__init__(theme, t("nood.zin"), "fout", lead=t("nood.kop"))
        self.setObjectName("nood")
