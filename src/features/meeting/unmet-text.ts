import type { TFunction } from 'i18next'
import type { HandoverFinding } from '@/questions/handover'
import { evidenceOf } from '@/questions/measured-facts'
import { byEvidenceText } from '@/store/words/measured'

/** The worst of what a source fails, with its clause, how many there are, and that it is by readings; null where it fails nothing. */
export function unmetText(t: TFunction<'texts'>, findings: readonly HandoverFinding[]): string | null {
  const [first] = findings
  if (!first) return null
  const { clause, title, measured } = first
  const by = byEvidenceText(t, evidenceOf(measured))
  const said = { clause, title, count: findings.length }
  const words = t(findings.length > 1 ? 'meeting.scenes.clauseAmong' : 'meeting.scenes.clause', said)
  return by === '' ? words : words + t('handover.notesOn', { notes: by })
}
