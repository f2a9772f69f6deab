"""Public statements as tests: what officials, experts and the press said, beside what a run says.

Question: is a statement consistent with the numbers of a run, is it not, or on which number does that
depend?

A file of ``data/claims`` holds one statement: who said it when, the words with their source, the test
that it is read as, and why it is read so. The test names quantities of a run (:mod:`.quantities`) and
what they have to be; nothing in a file is executed. A quantity has a band; where all of the band agrees
with the statement it is consistent, where none does it is not, else it depends on the number that turns
it. Statements that no number answers stay in the list, with the reason. All sides get the same words.

Limits: a statement is read as one test, and its reading is an interpretation, which stands beside it.
"Consistent" says that the statement agrees with this model and its public inputs, not that it is true.
"""

from shieldmap.claims.files import ClaimError, known_claims, recorded_outcomes, study_claims
from shieldmap.claims.judging import EVERY, judge, kept_answer, not_computable
from shieldmap.claims.quantities import QUANTITIES, Evidence, Records, evidence_of, from_one

__all__ = [
    "EVERY",
    "QUANTITIES",
    "ClaimError",
    "Evidence",
    "Records",
    "evidence_of",
    "from_one",
    "judge",
    "kept_answer",
    "known_claims",
    "not_computable",
    "recorded_outcomes",
    "study_claims",
]
