import { expose, transfer } from 'comlink'
import type { IsoDay } from '@/domain/calendar'
import type { Position } from '@/domain/geodesy/position'
import type { RingBasis } from '@/domain/geodesy/ring'
import type { Result } from '@/domain/problem'
import { readPlanWording } from '@/io/plan-wording'
import { type Dataset, Session } from './session'

let session: Session | null = null

function opened(): Session {
  if (!session) throw new Error('no package is open')
  return session
}

/** What the page may ask; every answer is plain data. */
const api = {
  async open(url: string): Promise<Result<Dataset>> {
    const { value, problems } = await Session.open(new URL(url))
    if (value !== null) session = value
    return { value: value?.dataset() ?? null, problems }
  },
  judge(asOf: IsoDay) {
    const judgement = opened().judge(asOf)
    const { findings } = judgement
    const buffers = [findings.source, findings.rule, findings.status, findings.since, findings.days, findings.failures]
    const own = [judgement.status, judgement.overdueDays, judgement.order]
    return transfer(
      judgement,
      [...buffers, ...own].map(({ buffer }) => buffer),
    )
  },
  ring(basis: RingBasis, radiusMetres: number) {
    const ring = opened().ring(basis, radiusMetres)
    return transfer(ring, [ring.members.buffer])
  },
  ringSurface: (basis: RingBasis, radiusMetres: number) => opened().ringSurface(basis, radiusMetres),
  place: (position: Position, basis: RingBasis, radiusMetres: number) => opened().place(position, basis, radiusMetres),
  nearest: (from: Position, count: number, maxMetres: number) => opened().nearest(from, count, maxMetres),
  record: (source: number, asOf: IsoDay) => opened().record(source, asOf),
  search: (query: string, limit: number) => opened().search(query, limit),
  wording: (file: Blob) => readPlanWording(file),
}

export type DatasetApi = typeof api

expose(api)
