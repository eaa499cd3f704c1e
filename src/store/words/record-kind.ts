import { isKnownBody, type LedgerEvent } from '@/ledger/event'

/** Kinds of records as named in lists. */
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

/** The kind of a record: corrections, and checks at which nothing could be seen, have names of their own. */
export function recordKind({ body }: LedgerEvent): RecordKind {
  if (!isKnownBody(body)) return 'later'
  if (body.type === 'signature') return body.unsigned ? 'unsigned' : 'signature'
  if (body.type !== 'inspection') return body.type
  if (body.corrects !== undefined) return 'correction'
  const answers = Object.values(body.answers)
  return answers.length > 0 && answers.every((answer) => answer === 'not-seen') ? 'notSeen' : 'inspection'
}
