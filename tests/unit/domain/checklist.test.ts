import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { checklistOf } from '@/domain/rules/checklist'
import { findingsOf } from '@/domain/rules/findings'
import { textAt, valueAt } from '@/domain/table/column'
import { startI18n } from '@/i18n'
import { ANSWERS, type Answer, type Inspection, type LedgerEvent } from '@/ledger/event'
import { foldLedger } from '@/ledger/fold'
import { observationsOf } from '@/ledger/team-observations'
import { datasetOf } from '@/questions/dataset'
import { evaluateRules } from '@/questions/evaluated-package'
import { findSource } from '@/questions/source/find-source'
import { answerLines, itemLabel, recordLine } from '@/store/words/inspection-line'
import { openFromDisk } from '../package-from-disk'

beforeAll(() => startI18n('zh-CN'))

describe('an answer to a checklist', async () => {
  const { value } = await openFromDisk('')
  const opened = value!
  const { table } = evaluateRules(opened, '2022-10-31').tables.find(({ kind }) => kind === 'stockpile')!
  const row = Array.from({ length: table.length }, (_, i) => i).find(
    (i) =>
      valueAt(table, 'exposedPile', i) === false &&
      valueAt(table, 'openLoading', i) === false &&
      valueAt(table, 'closedOrCovered', i) === true,
  )!
  const code = textAt(table, 'code', row)
  const dataset = datasetOf(opened)
  const { items } = checklistOf(dataset.rules, 'stockpile')

  /** A record as written by the first version, whose buttons were 是, 否, 不适用 and 没法看. */
  function recorded(answers: Record<string, Answer>): LedgerEvent & { readonly body: Inspection } {
    return {
      id: '9f8e7d6c5b4a3f21-1',
      device: '9f8e7d6c5b4a3f21',
      sequence: 1,
      at: '2022-10-30T02:00:00.000Z',
      author: '王',
      before: '0'.repeat(64),
      hash: '',
      signature: 'signed',
      body: {
        type: 'inspection',
        target: { kind: 'stockpile', code, name: '北堆' },
        checklist: 'b752a139',
        answers,
        note: '',
        rectifyBy: '',
        told: '',
        position: null,
        accuracyMetres: null,
        photos: [],
        supersedes: [],
      },
    }
  }
  const broken = (answers: Record<string, Answer>) => {
    const evaluated = evaluateRules(opened, '2022-10-31', observationsOf(foldLedger([recorded(answers)])))
    const { source } = findSource(evaluated, 'stockpile', code)!
    return findingsOf(evaluated.findings, source).map(({ rule }) => dataset.rules[rule]!.id)
  }
  const lines = (answers: Record<string, Answer>) => {
    return answerLines(i18next.getFixedT('zh-CN'), dataset, 'stockpile', Object.entries(answers), 'zh-CN')
  }

  it('states whether the requirement is met, also if the requirement forbids something', () => {
    expect(broken({ '25-loading': 'yes', closedOrCovered: 'yes' })).toEqual([])
    expect(broken({ '25-loading': 'no', closedOrCovered: 'yes' })).toEqual(['25-loading'])
    expect(broken({ '25-loading': 'yes', closedOrCovered: 'no' })).toEqual(['25-covered'])
    expect(broken({ '25-loading': 'not-seen', closedOrCovered: 'not-applicable' })).toEqual([])
  })

  it('is entered and shown in the same four words, which are unambiguous', () => {
    const t = i18next.getFixedT('zh-CN')
    expect(ANSWERS.map((answer) => t(`check.answer.${answer}`))).toEqual(['符合', '不符合', '不适用', '无法核查'])
    expect(lines({ '25-loading': 'no', closedOrCovered: 'no', conveyingClosed: 'not-seen', '27-pile': 'yes' })).toEqual(
      ['不符合：不得露天装卸、封闭或覆盖', '符合 1 项', '无法核查 1 项'],
    )
    expect(recordLine(t, dataset, recorded({ '25-loading': 'yes' }), 'zh-CN')).toMatch(/ 王 · 符合 1 项$/)
  })

  it('is stored under the same item ids as before, so that older records still match', () => {
    expect(items.map(({ id }) => id)).toEqual(['closedOrCovered', 'conveyingClosed', '25-loading', '27-pile'])
    expect(checklistOf(dataset.rules, 'stockpile').version).toBe('b752a139')
  })

  it('to a rule that has become a hint is not counted, but its item still has a label', () => {
    const t = i18next.getFixedT('zh-CN')
    expect(answerLines(t, dataset, 'road', [['26-survey', 'no']], 'zh-CN')).toEqual([])
    expect(itemLabel(dataset, 'road', '26-survey', 'zh-CN')).toBe('积尘调查距今不超过30天')
  })
})
