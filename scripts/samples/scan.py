"""Pages as a copier leaves them."""

import io
import random

import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SCAN_DPI, SCAN_QUALITY = 130, 40


def scan(data, seed):
    """The pages as a copier leaves them: grey pictures, a little askew and noisy, no text."""
    rng, pages = random.Random(seed), []
    with pdfium.PdfDocument(data) as pdf:
        for page in pdf:
            picture = page.render(scale=SCAN_DPI / 72).to_pil().convert("L")
            picture = picture.rotate(
                rng.uniform(-0.35, 0.35), fillcolor=250, resample=Image.Resampling.BICUBIC
            )
            noise = Image.frombytes("L", picture.size, rng.randbytes(picture.width * picture.height))
            pages.append(Image.blend(picture, noise.filter(ImageFilter.GaussianBlur(1)), 0.04))
            page.close()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for picture in pages:
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=SCAN_QUALITY)
        canvas.drawImage(_reader(jpeg), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _reader(jpeg):
    jpeg.seek(0)
    return ImageReader(jpeg)
