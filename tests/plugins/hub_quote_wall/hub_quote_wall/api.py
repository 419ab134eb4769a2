"""The quotations at `/api/v1/modules/quote_wall/citations`."""

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from hub_quote_wall.models import Quote

router = Router()


class QuoteJson(Schema):
    """Citation."""

    words: str = Field(description="Paroles, sans guillemets.")
    author: str = Field(description="Qui parle, ou vide.")


@router.get(
    "/citations",
    response=list[QuoteJson],
    operation_id="quote_wall_citations",
    summary="Les dernières citations",
)
def citations(
    request: HttpRequest, limit: int = Query(20, ge=1, le=100, description="Combien.")
) -> list[Quote]:
    """Give the last quotations."""
    return list(Quote.objects.all()[:limit])
