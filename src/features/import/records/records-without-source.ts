import type { TFunction } from 'i18next'
import { sourceOfBody } from '@/ledger/body'
import type { LedgerEvent } from '@/ledger/event'
import type { LedgerState } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import { datasetWorker } from '@/workers/client'

/** Most sources listed in a sentence. */
const MAX_NAMES = 10

/**
 * A sentence on the records whose sources the open package lacks, with name and code as recorded; '' if it has all.
 * Sources that teams found are left out: they are listed as found.
 */
export async function recordsWithoutSource(
  t: TFunction<'texts'>,
  events: readonly LedgerEvent[],
  state: LedgerState,
): Promise<string> {
  const records = events.flatMap(({ body }) => sourceOfBody(body) ?? [])
  const sources = [...new Map(records.map(({ nth: _, ...source }) => [targetKey(source), source])).values()]
  const asked = sources.filter((source) => !state.get(targetKey(source))?.found)
  const places = await datasetWorker().visitPlaces(asked.map(({ kind, code }) => ({ kind, code })))
  const listed = new Set(places.map(targetKey))
  const missing = asked.filter((source) => !listed.has(targetKey(source)))
  if (missing.length === 0) return ''
  const names = missing
    .slice(0, MAX_NAMES)
    .map(({ name, code }) => (code === '' ? t('desk.withoutCode', { name }) : t('desk.withCode', { name, code })))
  const isMissing = new Set(missing.map(targetKey))
  return t('desk.withoutSource', {
    count: records.filter(({ kind, code }) => isMissing.has(targetKey({ kind, code }))).length,
    names: names.join(t('ui.comma')) + (missing.length > MAX_NAMES ? '…' : ''),
  })
}
