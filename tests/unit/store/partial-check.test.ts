import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { checklistOf } from '@/domain/rules/checklist'
import { startI18n } from '@/i18n'
import { checkHistories } from '@/ledger/check-history'
import type { Inspection } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { targetKey } from '@/ledger/shared-code'
import type { Dataset } from '@/questions/dataset'
import { recordLine } from '@/store/words/inspection-line'
import { inspection, target, write } from '../ledger/records'

const title = { zh: '物料管理', en: 'Materials' }
const rule = {
  ...{ id: '24-cover', kind: target.kind, clause: 24, title, from: '2000-01-01' },
  check: { type: 'all-yes', fields: ['covered', 'hosed', 'washed'] },
}
const dataset = {
  rules: [rule],
  kinds: [],
  endedRules: [],
  earlierPlans: [],
  warningMeasures: [],
} as unknown as Dataset
const OF = { checklist: checklistOf(dataset.rules, target.kind).version, asked: 3 }

beforeAll(() => startI18n('zh-CN'))

/** The lines of a source's history, newest first, of records that were written one after another on a day. */
function history(...answers: readonly Inspection['answers'][]): readonly string[] {
  const events = answers.map((each) => inspection({ ...OF, answers: each }))
  const written: ReturnType<typeof write>[] = []
  for (const [hour, body] of events.entries())
    written.push(write('a', written.at(-1) ?? null, body, `2022-10-31T0${hour + 1}:00:00Z`))
  return checkHistories(foldLedger(written).get(targetKey(target))).map((record) =>
    recordLine(i18next.getFixedT('zh-CN'), dataset, record.event, 'zh-CN', record),
  )
}

it('a check that left items unanswered is called partial in the history, whatever it found', () => {
  expect(history({ covered: 'yes' })[0]).toMatch(/符合 1 项 · 部分核查，还有 2 项未答$/)
  expect(history({ covered: 'no', hosed: 'yes' })[0]).toMatch(/部分核查，还有 1 项未答$/)
})

it('a check of which nothing could be seen is not even called partial', () => {
  expect(history({ covered: 'not-seen' })[0]).toMatch(/无法核查 1 项 · 未答 2 项$/)
})

it('a later record of the day completes a partial check, and what still lacks is said once', () => {
  expect(history({ covered: 'yes' }, { hosed: 'yes', washed: 'yes' }).join()).not.toContain('部分核查')
  const [later, earlier] = history({ covered: 'yes' }, { hosed: 'yes' })
  expect(later).toMatch(/部分核查，还有 1 项未答$/)
  expect(earlier).not.toContain('部分核查')
})
