import type { KnownMonitor } from '@/questions/monitors/known-monitors'
import { usePromise } from '@/store/answers/use-promise'
import { datasetWorker } from '@/workers/client'

/**
 * What the lists say about the codes under which devices are to be stored, by code; also while the user types one: then
 * the previous answer stays until the next arrives.
 */
export function useListedByCode(
  known: readonly KnownMonitor[],
  codes: readonly string[],
): ReadonlyMap<string, KnownMonitor> {
  const before = new Map<string, KnownMonitor>()
  for (const each of known) if (each.code !== '' && !before.has(each.code)) before.set(each.code, each)
  const asked = [...new Set(codes.map((code) => code.trim()))].filter((code) => code !== '' && !before.has(code))
  const ask = async () => (asked.length === 0 ? [] : await datasetWorker().monitorsByCode(asked))
  const found = usePromise(ask, known, [asked.join('\n')]) ?? []
  return new Map([...before, ...found.map((each) => [each.asked, each] as const)])
}
