import { targetKey } from '@/ledger/fold'
import type { SourceSummary } from '@/questions/source-summary'
import type { SourceKey } from '@/store/view/view'

/** What a check is written of. Records hold it by kind and code, so that one can be written of a source that the data has no more. */
export type CheckTarget = Pick<SourceSummary, 'kind' | 'code' | 'name' | 'sameCode' | 'position'> & {
  /** How it stands in the data; null where the data has it no more. */
  readonly summary: SourceSummary | null
}

const NTH = '\t'

/** Records tell sources by code alone; of several with one code each has a draft of its own. */
export const draftKeyOf = (target: Pick<CheckTarget, 'kind' | 'code' | 'sameCode'>) =>
  `${targetKey(target)}${target.sameCode ? `${NTH}${target.sameCode.nth}` : ''}`

/** The source of a check's draft; null for a draft of something else. */
export function sourceOfDraft(key: string): SourceKey | null {
  const slash = key.indexOf('/')
  if (slash <= 0) return null
  const [code, nth] = key.slice(slash + 1).split(NTH)
  return { kind: key.slice(0, slash), code: code!, ...(nth ? { nth: Number(nth) } : {}) }
}
