import type { SourceSummary } from '@/questions/source/source-summary'
import type { SourceKey } from '@/store/view/view'

/**
 * The source of a check. Records refer to it by kind and code, so a check is possible after the source has left the
 * data.
 */
export type CheckTarget = Pick<SourceSummary, 'kind' | 'code' | 'name' | 'sameCode' | 'position'> & {
  /** The source's summary; null if it is no longer in the data. */
  readonly summary: SourceSummary | null
}

const NTH = '\t'

/** Draft key of a source; each of several with one code has its own. Drafts are stored under it. */
export const draftKeyOf = ({ kind, code, sameCode }: Pick<CheckTarget, 'kind' | 'code' | 'sameCode'>) =>
  `${kind}/${code}${sameCode ? `${NTH}${sameCode.nth}` : ''}`

/** The source of a check's draft; null if the draft is of another sort. */
export function sourceOfDraft(key: string): SourceKey | null {
  const slash = key.indexOf('/')
  if (slash <= 0) return null
  const [code, nth] = key.slice(slash + 1).split(NTH)
  return { kind: key.slice(0, slash), code: code!, ...(nth ? { nth: Number(nth) } : {}) }
}
