"""Writes small invented plans as PDFs and keeps where each commitment stands."""

from dataclasses import dataclass, field
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

from reportlab.lib.colors import lightgrey
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

PROSE = {
    "en": "the registry of river permits is kept on paper and few residents know who may draw water; "
    "volunteers asked for one page where each permit can be read, and the valley council will open it",
    "es": "el registro de permisos de agua se guarda en papel y pocas personas saben quién puede usarla; "
    "varias vecinas pidieron una página donde leer cada permiso y el consejo del valle la abrirá",
    "fr": "le registre des permis d'eau est tenu sur papier et peu d'habitants savent qui peut puiser; "
    "des bénévoles ont demandé une page où lire chaque permis et le conseil de la vallée va l'ouvrir",
    "it": "il registro dei permessi idrici è tenuto su carta e pochi abitanti sanno chi può attingere; "
    "alcuni volontari hanno chiesto una pagina per leggere ogni permesso e la valle la aprirà",
    "pt": "o registo das licenças de água está em papel e poucos moradores sabem quem pode captar; "
    "voluntários pediram uma página onde ler cada licença e o conselho do vale vai abri-la",
}
TITLES = {
    "en": ["Open the river permit register", "Publish school meal contracts", "Let citizens follow road repairs",
           "Answer information requests on time", "Share forest survey data", "Budget with neighbourhood assemblies",
           "Name the owners of quarry companies", "Plain language for town notices", "Streamed council sessions",
           "Map of public wells", "Young auditors for public works", "Archive of local by-laws"],
    "es": ["Abrir el registro de permisos de agua", "Publicar los contratos de comedores", "Seguir las obras viales en línea",
           "Responder solicitudes a tiempo", "Compartir datos de bosques", "Presupuesto con asambleas de barrio",
           "Nombrar a los dueños de canteras", "Lenguaje claro en los avisos", "Sesiones del concejo en directo",
           "Mapa de pozos públicos", "Jóvenes auditores de obras", "Archivo de ordenanzas locales"],
    "fr": ["Ouvrir le registre des permis d'eau", "Publier les contrats des cantines", "Suivre les travaux routiers en ligne",
           "Répondre aux demandes dans les délais", "Partager les données forestières", "Un budget avec les assemblées de quartier",
           "Nommer les propriétaires des carrières", "Un langage clair pour les avis", "Des séances du conseil en direct",
           "La carte des puits publics", "De jeunes auditeurs des chantiers", "Une archive des arrêtés locaux"],
    "it": ["Aprire il registro dei permessi idrici", "Pubblicare i contratti delle mense", "Seguire i lavori stradali in rete",
           "Rispondere in tempo alle richieste", "Condividere i dati dei boschi", "Un bilancio con le assemblee di quartiere",
           "Nominare i proprietari delle cave", "Linguaggio chiaro negli avvisi", "Sedute del consiglio in diretta",
           "Mappa dei pozzi pubblici", "Giovani revisori dei cantieri", "Archivio dei regolamenti locali"],
    "pt": ["Abrir o registo das licenças de água", "Publicar os contratos das cantinas", "Acompanhar as obras na rede",
           "Responder aos pedidos no prazo", "Partilhar dados da floresta", "Orçamento com assembleias de bairro",
           "Nomear os donos das pedreiras", "Linguagem clara nos avisos", "Sessões da assembleia em direto",
           "Mapa dos poços públicos", "Jovens auditores de obras", "Arquivo de posturas locais"],
}  # fmt: skip


def style(size: float = 10, bold: bool = False, **more: Any) -> ParagraphStyle:
    font = "Helvetica-Bold" if bold else "Helvetica"
    more = {"leading": size * 1.25, "spaceAfter": 6, **more}
    return ParagraphStyle(f"{size}{bold}", fontName=font, fontSize=size, **more)


@dataclass
class Made:
    """A plan being written: `truth` has a title, first and last page for each commitment."""

    language: str = "en"
    columns: int = 1
    story: list[Flowable] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    pages: dict[int, set[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = cycle(PROSE[self.language].split())

    def cover(self, *lines: str) -> None:
        for line in lines:
            self.line(line, 24, bold=True)
        self.new_page()

    def line(self, text: str, size: float = 10, bold: bool = False, **more: Any) -> None:
        self.add(Paragraph(text, style(size, bold, **more)))

    def prose(self, words: int = 90, size: float = 10) -> None:
        text = " ".join(next(self.words) for _ in range(words))
        self.line(text[0].upper() + text[1:] + ".", size)

    def bullets(self, *texts: str) -> None:
        for text in texts:
            self.add(Paragraph(text, style(leftIndent=14), bulletText="•"))

    def table(self, *rows: list[str], widths: list[float] | None = None, labels: bool = True) -> None:
        cells = [
            [Paragraph(text, style(9, labels and not at)) for at, text in enumerate(row)] for row in rows
        ]
        grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        if labels:
            grid.append(("BACKGROUND", (0, 0), (0, -1), lightgrey))
        self.add(Table(cells, colWidths=widths, style=grid))

    def add(self, flowable: Flowable) -> None:
        self.story.append(flowable)

    def gap(self, points: float) -> None:
        self.add(Spacer(1, points))

    def new_page(self) -> None:
        self.add(PageBreak())

    def begin(self, title: str) -> None:
        """What is added next opens a commitment."""
        self.story.append(_Tag(len(self.titles)))
        self.titles.append(title)

    def end(self) -> None:
        """What is added next belongs to no commitment."""
        self.story.append(_Tag(None))

    def write(self, path: Path) -> list[tuple[str, int, int]]:
        buffer = BytesIO()
        _Template(buffer, self).build(self.story)
        path.write_bytes(buffer.getvalue())
        return [(t, min(self.pages[i]), max(self.pages[i])) for i, t in enumerate(self.titles)]


class _Tag(Flowable):
    def __init__(self, commitment: int | None) -> None:
        super().__init__()
        self.commitment = commitment

    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        pass


class _Template(BaseDocTemplate):
    def __init__(self, target: BytesIO, made: Made) -> None:
        super().__init__(target, pagesize=A4, invariant=1)
        self.made, self.current = made, None
        width = (A4[0] - 120) / made.columns
        frames = [Frame(50 + at * (width + 20), 60, width, A4[1] - 120) for at in range(made.columns)]
        self.addPageTemplates(PageTemplate(frames=frames, onPage=_foot))

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802
        if isinstance(flowable, _Tag):
            self.current = flowable.commitment
        elif self.current is not None and isinstance(flowable, (Paragraph, Table)):
            self.made.pages.setdefault(self.current, set()).add(self.page)


def _foot(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawCentredString(A4[0] / 2, 30, str(document.page))
