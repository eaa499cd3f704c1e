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

describe('the people named in a record', () => {
  it('are those who went along, and the one who began what another finished', async () => {
    const body = bodyOf(begun, { companions: ['王五'] })
    expect(body).toMatchObject({ companions: ['王五'], begunBy: '张三' })
    const [event] = await chainOf(await newDevice(), [body])
    expect(eventSchema.safeParse(event).success).toBe(true)
  })

  it('are only the author if one person began, wrote and went alone', () => {
    const body = bodyOf(begun, { author: '张三' })
    expect('companions' in body || 'begunBy' in body).toBe(false)
  })

  it('are recorded with a flag if the writer’s PIN was removed that day', () => {
    expect(bodyOf(begun).evidence?.flags).not.toContain('pin-cleared')
    const { evidence } = bodyOf(begun, { pinCleared: '本人忘记，王五' })
    expect(evidence).toMatchObject({ pinCleared: '本人忘记，王五' })
    expect(evidence?.flags.at(-1)).toBe('pin-cleared')
  })
})

describe('the reason for an unanswered item', () => {
  it('is recorded for items that do not apply or could not be checked, and for no others', async () => {
    const answers = { covered: 'not-seen', washed: 'yes' } as const
    const body = bodyOf({ ...begun, answers, reasons: { covered: '未能进入现场', washed: '已停工' } })
    expect(body.reasons).toEqual({ covered: '未能进入现场' })
    const [event] = await chainOf(await newDevice(), [body])
    expect(eventSchema.safeParse(event).success).toBe(true)
    expect('reasons' in bodyOf(begun)).toBe(false)
  })
})

describe('the owner of a draft', () => {
  it('is the person who began it until another takes it over', () => {
    expect(isForeign(begun, '李四')).toBe(true)
    expect(isForeign(begun, '张三')).toBe(false)
    expect(isForeign({ ...begun, heldBy: '李四' }, '李四')).toBe(false)
  })

  it('is nobody if no name was given or nothing is written', () => {
    expect(isForeign(begun, '')).toBe(false)
    expect(isForeign({ ...begun, heldBy: '' }, '李四')).toBe(false)
    expect(isForeign({ ...begun, answers: {} }, '李四')).toBe(false)
  })
})
