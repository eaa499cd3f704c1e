import { isKnownBody, type LedgerEvent } from '@/ledger/event'

/** What a record is, as a list names it. */
export type RecordKind =
  | 'inspection'
  | 'correction'
  | 'notSeen'
  | 'discovery'
  | 'signature'
  | 'unsigned'
  | 'decision'
  | 'withdrawal'
  | 'round'
  | 'call'
  | 'case'
  | 'case-step'
  | 'reading-verdict'
  | 'later'

/** What a record is: a check that corrects another, and one at which nothing could be seen, are named apart. */
export function recordKind({ body }: LedgerEvent): RecordKind {
  if (!isKnownBody(body)) return 'later'
  if (body.type === 'signature') return body.unsigned ? 'unsigned' : 'signature'
  if (body.type !== 'inspection') return body.type
  if (body.corrects !== undefined) return 'correction'
  const answers = Object.values(body.answers)
  return answers.length > 0 && answers.every((answer) => answer === 'not-seen') ? 'notSeen' : 'inspection'
}
