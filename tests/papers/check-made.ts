import i18next from 'i18next'
import { checklistOf } from '@/domain/rules/checklist'
import { countyName } from '@/domain/sources/county'
import { startI18n } from '@/i18n'
import type { PaperPicture } from '@/io/papers/papers'
import { checkHistory } from '@/ledger/check-history'
import type { EventBody, Inspection, Signature } from '@/ledger/event'
import { nextEvent } from '@/ledger/event-chain'
import type { SignatureEvent } from '@/ledger/fold'
import type { PhotoRef } from '@/ledger/references'
import type { InspectionEvent } from '@/ledger/visit'
import { datasetOf } from '@/questions/dataset'
import { type CheckParts, checkText, sourceDetails } from '@/store/words/check-text'
import { openFromDisk } from '../unit/package-from-disk'

/** A black dot as a PNG. */
const DOT = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
/** Every third photo is in portrait format. */
export const pictureOf = (at: number): PaperPicture =>
  at % 3 === 2 ? { bytes: DOT, width: 900, height: 1200 } : { bytes: DOT, width: 1200, height: 900 }

const TARGET = { kind: 'construction-site', code: 'GD2022-0002', name: '思源路西段医院二标' } as const
const KNOWN: Record<string, string> = {
  address: '思源路与乐育路口东南角',
  operator: '示例单位02',
  contact: '李工',
  phone: '029-00000002',
}

const photo = (at: number, item?: string): PhotoRef => ({
  hash: String(at).padStart(3, '0').padEnd(64, 'f'),
  bytes: 100,
  at: '2022-10-31T06:20:00Z',
  position: [108.42243, 34.489957],
  taken: null,
  ...(item === undefined ? {} : { item }),
})

const event = (body: EventBody, at: string) =>
  nextEvent(null, { device: 'a1b2c3d4e5f60718', at, author: '王建国', body })

/** A check of a building site of the default package: all items answered, this many photos of two items and the place. */
export async function makeCheck(
  photos: number,
  signature: Partial<Signature> | null = null,
  change: Partial<Inspection> = {},
) {
  await startI18n('zh-CN')
  const dataset = datasetOf((await openFromDisk('')).value!)
  const { version, items } = checklistOf(dataset.rules, TARGET.kind)
  const [first, second] = [items[1]!.id, items[4]!.id]
  const record = event(
    {
      type: 'inspection',
      target: TARGET,
      checklist: version,
      asked: items.length,
      answers: Object.fromEntries(items.map(({ id }) => [id, id === first || id === second ? 'no' : 'yes'])),
      note: '东门出口积尘较多，已当场要求清扫，工地表示当日完成。',
      shortcomings: { [second]: { found: ['雾炮未开'], rectifyBy: '2022-11-03', told: '李工' } },
      rectifyBy: '2022-11-03',
      told: '李工',
      position: [108.42243, 34.489957],
      accuracyMetres: 8.4,
      evidence: { measuredAt: '2022-10-31T06:20:00Z', distanceMetres: 12, flags: [], reason: '' },
      // Photos of the second item come first: users take them in any order.
      photos: Array.from({ length: photos }, (_, at) => photo(at, [second, first, undefined][at % 3])),
      supersedes: [],
      ...change,
    },
    '2022-10-31T06:21:00Z',
  ) as InspectionEvent
  const signed =
    signature &&
    (event(
      {
        type: 'signature',
        target: TARGET,
        event: record.id,
        eventHash: record.hash,
        name: '',
        photos: [],
        ...signature,
      },
      '2022-10-31T06:25:00Z',
    ) as SignatureEvent)
  const t = i18next.getFixedT('zh-CN')
  const known = sourceDetails(countyName(dataset, '610425'), (meaning) => KNOWN[meaning]!)
  const parts: CheckParts = { record: checkHistory(undefined, record), known, signature: signed }
  const pictures = {
    drawn: signature?.name ? { bytes: DOT, width: 1200, height: 400 } : null,
    photos: new Map(record.body.photos.map(({ hash }, at) => [hash, pictureOf(at)])),
  }
  return { t, dataset, known, pictures, parts, text: checkText(t, dataset, parts) }
}
