import type { CaseStepped } from '@/ledger/case-bodies'
import { type CaseRecord, knownStepIds } from '@/ledger/cases'

/** Content of a step besides what the ledger knows. */
export type StepContent = Pick<CaseStepped, 'step' | 'when'> &
  Partial<
    Pick<
      CaseStepped,
      | 'note'
      | 'team'
      | 'day'
      | 'finding'
      | 'cause'
      | 'effect'
      | 'moved'
      | 'position'
      | 'accuracyMetres'
      | 'evidence'
      | 'photos'
    >
  >

/**
 * The body of a new step.
 * @param record the case as known here; undefined if it is unknown.
 * @param besides ids of further steps that the writer knows from the device that gave the case.
 */
export function stepBody(
  caseRef: { readonly id: string; readonly title: string },
  record: CaseRecord | undefined,
  content: StepContent,
  besides: readonly string[] = [],
): CaseStepped {
  const known = record ? knownStepIds(record) : []
  return {
    type: 'case-step',
    case: caseRef.id,
    title: caseRef.title,
    knows: [...new Set([...besides, ...known])].sort(),
    note: '',
    position: null,
    accuracyMetres: null,
    photos: [],
    ...content,
  }
}
