"""Facts → template → (html, pdf): what the director reads is what is printed."""

from mentoring.common.papers.renderer import Paper, PaperError, PaperTooLarge, render_bundle, render_paper, render_preview

__all__ = ["Paper", "PaperError", "PaperTooLarge", "render_bundle", "render_paper", "render_preview"]
