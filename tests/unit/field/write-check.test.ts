import { describe, expect, it } from 'vitest'
import { type CheckContext, evidenceOfDraft, inspectionOf } from '@/features/field/check/write-check'
import { isForeign } from '@/features/field/people/ForeignDraft'
import { type CheckDraft, NOTHING_CHECKED } from '@/features/field/record/drafts'
import { eventSchema } from '@/ledger/bundle-schema'
import { newDevice } from '@/ledger/device'
import { chainOf } from '../ledger/records'

const NOW = Date.parse('2022-10-31T04:00:00Z')
const context: CheckContext = {
  target: { kind: 'stockpile', code: 'DC-1', name: '煤堆', position: null } as never,
  checklist: { version: '1', items: [{ id: 'covered' }, { id: 'washed' }] },
  ground: null,
  farMetres: 200,
  fix: null,
  toldAt: NOW,
  device: 'this',
  events: new Map(),
  author: '李四',
  companions: [],
  pinCleared: '',
}
const begun: CheckDraft = {
  ...NOTHING_CHECKED,
  answers: { covered: 'yes' },
  begunAt: '2022-10-31T03:00:00Z',
  begunBy: '张三',
  heldBy: '张三',
}
const bodyOf = (draft: CheckDraft, change: Partial<CheckContext> = {}) => {
  const all = { ...context, ...change }
  return inspectionOf(draft, all, evidenceOfDraft(draft, all, NOW), [])
}

describe('who is named in a record', () => {
  it('is who went along, and who began what another wrote to the end', async () => {
    const body = bodyOf(begun, { companions: ['王五'] })
    expect(body).toMatchObject({ companions: ['王五'], begunBy: '张三' })
    const [event] = await chainOf(await newDevice(), [body])
    expect(eventSchema.safeParse(event).success).toBe(true)
  })

  it('is nobody further where one person began, wrote and went alone', () => {
    const body = bodyOf(begun, { author: '张三' })
    expect('companions' in body || 'begunBy' in body).toBe(false)
  })

  it('says that the writer’s PIN was taken away that day', () => {
    expect(bodyOf(begun).evidence?.flags).not.toContain('pin-cleared')
    const { evidence } = bodyOf(begun, { pinCleared: '本人忘记，王五' })
    expect(evidence).toMatchObject({ pinCleared: '本人忘记，王五' })
    expect(evidence?.flags.at(-1)).toBe('pin-cleared')
  })
})

describe('why an item was not answered', () => {
  it('stands in the record of what does not apply or could not be checked, and of nothing else', async () => {
    const answers = { covered: 'not-seen', washed: 'yes' } as const
    const body = bodyOf({ ...begun, answers, reasons: { covered: '未能进入现场', washed: '已停工' } })
    expect(body.reasons).toEqual({ covered: '未能进入现场' })
    const [event] = await chainOf(await newDevice(), [body])
    expect(eventSchema.safeParse(event).success).toBe(true)
    expect('reasons' in bodyOf(begun)).toBe(false)
  })
})

describe('whose a draft is', () => {
  it('belongs to who began it until another takes it over', () => {
    expect(isForeign(begun, '李四')).toBe(true)
    expect(isForeign(begun, '张三')).toBe(false)
    expect(isForeign({ ...begun, heldBy: '李四' }, '李四')).toBe(false)
  })

  it('belongs to nobody where no name was given, or nothing is written', () => {
    expect(isForeign(begun, '')).toBe(false)
    expect(isForeign({ ...begun, heldBy: '' }, '李四')).toBe(false)
    expect(isForeign({ ...begun, answers: {} }, '李四')).toBe(false)
  })
})
