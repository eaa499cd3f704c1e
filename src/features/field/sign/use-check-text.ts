import type { SourceFacts } from '@/features/field/check/use-source-facts'
import type { CheckTarget } from '@/features/field/record/check-target'
import type { CheckText, SourceDetails } from '@/io/papers/check-text'
import type { SignatureEvent } from '@/ledger/fold'
import { useOpened } from '@/store/chentu'
import { checkText, type RecordOfPaper, sourceDetails } from '@/store/words/check-text'
import { countyOf } from '@/store/words/county'
import { OFFICE_LANGUAGE, useOfficeTexts } from '@/store/words/office'

/** A record of a source with everything needed for its paper. */
export interface RecordOfSource {
  readonly source: CheckTarget
  readonly facts: SourceFacts
  readonly record: RecordOfPaper
  readonly signature: SignatureEvent | null
}

/** The text of a record's paper and the known facts of its source, in the office's language. */
export function useCheckText({ source, facts, record, signature }: RecordOfSource): {
  readonly text: CheckText
  readonly known: SourceDetails
} {
  const t = useOfficeTexts()
  const { dataset } = useOpened()
  const known = sourceDetails(countyOf(t, dataset, source.summary, source.position, OFFICE_LANGUAGE), facts.text)
  return {
    text: checkText(t, dataset, { record, known, signature }),
    known,
  }
}
