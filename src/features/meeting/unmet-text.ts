import type { TFunction } from 'i18next'
import type { HandoverFinding } from '@/questions/exports/handover'
import { evidenceOf } from '@/questions/monitors/measured-facts'
import { dayName } from '@/store/words/day-name'
import { isLateSinceSeen } from '@/store/words/finding-dates'
import { byEvidenceText } from '@/store/words/measured'

/**
 * A source's worst finding with its clause, the number of findings, and whether readings show it; null if there is
 * none.
 */
export function unmetText(t: TFunction<'texts'>, findings: readonly HandoverFinding[]): string | null {
  const [first] = findings
  if (!first) return null
  const { clause, title, measured } = first
  const by = byEvidenceText(t, evidenceOf(measured))
  const said = { clause, title, count: findings.length }
  const words = t(findings.length > 1 ? 'meeting.scenes.clauseAmong' : 'meeting.scenes.clause', said)
  return by === '' ? words : words + t('handover.notesOn', { notes: by })
}

/** The day on which an overdue finding was seen, if its days count from that and not from its deadline; '' if not. */
export const lateSinceText = (
  t: TFunction<'texts'>,
  { status, since, due }: Pick<HandoverFinding, 'status' | 'since' | 'due'>,
): string =>
  status === 'overdue' && isLateSinceSeen({ since, due }) ? t('meeting.scenes.seen', { day: dayName(t, since!) }) : ''
