"""What the figures of the monitoring report say, in sentences."""

from monitoring.enums import Phase, Verdict, Wave
from pairs.enums import PairState, Side


def summary(facts: dict) -> list[str]:
    """The outcome first, for a reader who reads nothing else."""
    return [text for text in (_pairs(facts), _level(facts), _dynamics(facts), _satisfaction(facts), _responses(facts)) if text]


def _pairs(facts: dict) -> str:
    pairs, meetings = facts["pairs"], facts["meetings"]
    fixed = sum(row["counts"].get(state, 0) for row in pairs["by_form"] for state in (PairState.ACTIVE, PairState.COMPLETED))
    if not fixed:
        return "Приказом ещё не закреплена ни одна пара или группа."
    people = f"наставников: {pairs['mentors']}, наставляемых: {pairs['mentees']}"
    return f"Работают или завершили работу пары и группы: {fixed} ({people}). Состоялось встреч: {meetings['held']}."


def _level(facts: dict) -> str:
    sheet = facts["indicators"]
    if sheet is None:
        return "Таблица показателей куратора не заполнена."
    return f"Уровень программы по показателям куратора: {sheet['level_title']} ({sheet['total']} из {sheet['highest']} баллов)."


def _dynamics(facts: dict) -> str:
    verdicts = [change["verdict"] for change in facts["dynamics"]]
    better, same, worse = (verdicts.count(verdict) for verdict in (Verdict.IMPROVED, Verdict.UNCHANGED, Verdict.WORSE))
    judged = better + same + worse
    if not judged:
        return ""
    return f"Характеристик, измеренных на входе и на выходе: {judged}; улучшились: {better}, без изменений: {same}, ухудшились: {worse}."


def _satisfaction(facts: dict) -> str:
    names = {Side.MENTEE: "наставляемых", Side.MENTOR: "наставников"}
    shares = [f"{names[side['side']]} {side['share']} %" for side in facts["satisfaction"] if side["share"] is not None]
    return f"Довольны участием: {', '.join(shares)} из ответивших." if shares else ""


def _responses(facts: dict) -> str:
    """How far the figures of the exit may be trusted."""
    exits = [rate for rate in facts["responses"] if rate["phase"] == Phase.INFLUENCE and rate["wave"] == Wave.EXIT]
    if not exits:
        return "Итоговое анкетирование ещё не проводилось: выводы предварительные."
    return f"На итоговую анкету ответили {exits[0]['answered']} из {exits[0]['invited']} приглашённых."
