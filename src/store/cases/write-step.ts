import type { CaseStepped } from '@/ledger/case-bodies'
import { type CaseRecord, knownOf } from '@/ledger/cases'

/** What is said of a step beside what the ledger knows. */
export type StepSaid = Pick<CaseStepped, 'step' | 'when'> &
  Partial<
    Pick<
      CaseStepped,
      'note' | 'team' | 'day' | 'finding' | 'cause' | 'effect' | 'position' | 'accuracyMetres' | 'evidence' | 'photos'
    >
  >

/**
 * The record of a step.
 * @param record what is known of the case here; undefined where nothing is.
 * @param besides ids of steps that its writer was told of by whoever gave the case.
 */
export function stepBody(
  of: { readonly id: string; readonly title: string },
  record: CaseRecord | undefined,
  said: StepSaid,
  besides: readonly string[] = [],
): CaseStepped {
  const known = record ? knownOf(record) : []
  return {
    type: 'case-step',
    case: of.id,
    title: of.title,
    knows: [...new Set([...besides, ...known])].sort(),
    note: '',
    position: null,
    accuracyMetres: null,
    photos: [],
    ...said,
  }
}
