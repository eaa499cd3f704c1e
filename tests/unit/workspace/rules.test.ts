import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Rule } from '@/domain/rules/rule'
import { plannedChange } from '@/domain/rules/rule-change'
import { ruleDifferences } from '@/domain/rules/rule-difference'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { evaluateRules } from '@/questions/evaluated-package'
import { filterSources } from '@/questions/filtered-sources'
import { tryRule } from '@/questions/plan/rule-trial'
import { targetValues } from '@/questions/plan/target-values'
import { itemLabel } from '@/store/words/inspection-line'
import { readRulesFile } from '@/workspace/plan/rules-file'
import type { RuleChange } from '@/workspace/plan/write-rules'
import type { Workspace } from '@/workspace/workspace'
import { newBrowser, newBrowserOf, newWindow } from '../../fixtures/window'

const REASON = { by: '张三', why: '会议议定', at: 5 }
let workspace: Workspace

const rulesOf = (of = workspace) => of.copy.opened.pack.rules
const named = (id: string, of = workspace) => rulesOf(of).find((rule) => rule.id === id)
const change = (...changes: RuleChange[]) => workspace.changeRules(changes, REASON, '改要求')
const put = (rule: Rule) => change({ what: 'put', rule })

/** A rule as in its file. */
async function written(id: string) {
  for (const { path } of workspace.copy.descriptor.resources.filter(({ chentu }) => chentu.role === 'rules')) {
    const got = await workspace.copy.files.read(path)
    const list = 'blob' in got ? (JSON.parse(await got.blob.text()) as { id: string }[]) : []
    const found = list.find((rule) => rule.id === id)
    if (found) return found
  }
  return null
}

beforeEach(async () => {
  await newBrowser()
  workspace = await newWindow()
})

describe('a changed requirement', () => {
  it('is a version with author and reason, which another window opens and an undo removes', async () => {
    const water = named('27-water')!
    const changed: Rule = {
      ...water,
      check: { type: 'at-least', field: 'wateringsPerDay', value: 8 },
      basis: '市令〔2022〕1号',
    }
    const tried = tryRule(evaluateRules(workspace.copy.opened, '2022-10-31'), changed, [])
    const made = await put(changed)
    expect(made.problems).toEqual([])
    for (const each of [workspace, await newWindow()])
      expect(named('27-water', each)).toEqual({ ...changed, changed: REASON })
    // The result equals the trial.
    const after = tryRule(evaluateRules(workspace.copy.opened, '2022-10-31'), named('27-water')!, [])
    expect(after.tally).toEqual(tried.tally)
    expect((await workspace.versions()).versions.map(({ label }) => label)).toEqual(['改要求'])
    expect((await workspace.undo(made.version!)).problems).toEqual([])
    expect(named('27-water')).toEqual(water)
  })

  it('with a first day counts as before until then, before and after saving, and its clause is measured by both', async () => {
    const calibrated = named('23-six')!
    const changed: Rule = { ...calibrated, check: { type: 'all-yes', fields: ['wetWork'] }, from: '2022-09-01' }
    const { ended, rule } = plannedChange(calibrated, changed, null, '2022-10-31', '2022-10-31')
    const on = (day: string) => evaluateRules(workspace.copy.opened, day)
    const before = tryRule(on('2022-08-31'), calibrated, []).tally
    const tried = ['2022-08-31', '2022-10-31'].map((day) => tryRule(on(day), rule, [], ended).tally)
    expect(tried[0]).toEqual(before)
    const clauses = () => JSON.stringify(workspace.copy.opened.pack.clauses)
    expect(clauses()).toContain('"rule":"23-six"')
    expect((await change({ what: 'put', rule: ended! }, { what: 'put', rule })).problems).toEqual([])
    const follower = rulesOf().find(({ follows }) => follows === '23-six')!
    expect(follower).toMatchObject({ from: '2022-09-01', changed: REASON })
    expect(named('23-six')).toMatchObject({ until: '2022-08-31', check: calibrated.check })
    expect(tryRule(on('2022-08-31'), named('23-six')!, []).tally).toEqual(before)
    expect(tryRule(on('2022-10-31'), follower, []).tally).toEqual(tried[1])
    expect(clauses()).toContain(`"rule":"${follower.id}"`)
    expect(clauses()).not.toContain('"rule":"23-six"')
    for (const day of ['2022-08-31', '2022-10-31']) {
      const all = evaluateRules(workspace.copy.opened, day)
      const filtered = filterSources(all, new Uint8Array(all.status.length), NO_FILTERS)
      const measured = targetValues(filtered).filter(({ clause }) => clause === 23)
      expect(measured.some((each) => each.measured !== null)).toBe(true)
    }
  })

  it('also changes the number in its clause’s target if requested', async () => {
    const target = () =>
      workspace.copy.opened.pack.clauses.find(({ number }) => number === 23)!.targets.map(({ value }) => value)
    const [first] = workspace.copy.opened.pack.clauses.find(({ number }) => number === 23)!.targets
    const { value, what } = first!
    const now = value - 5
    await change({ what: 'target', clause: 23, of: what.zh, before: value, now })
    expect(target()[0]).toBe(now)
    await change({ what: 'target', clause: 23, of: what.zh, before: value, now: 1 })
    expect(target()[0]).toBe(now)
  })

  it('is compared with the previous version, and with the delivered package', async () => {
    expect(await workspace.rulesBefore()).toBeNull()
    await put({ ...named('27-water')!, lead: ['市公安局'] })
    const first = ruleDifferences((await workspace.rulesBefore())!, rulesOf())
    expect(first.changed.map(({ now, parts }) => [now.id, parts])).toEqual([['27-water', ['lead']]])
    await change({ what: 'end', id: '27-pile' })
    const second = ruleDifferences((await workspace.rulesBefore())!, rulesOf())
    expect(second).toMatchObject({ added: [], changed: [], removed: [{ id: '27-pile' }] })
  })

  it('keeps additions of a newer version', async () => {
    await newBrowserOf((path, text) =>
      path.endsWith('rules.json')
        ? text
            .replace('"id": "27-water",', '"id": "27-water", "ripples": {"far": 1},')
            .replace('"value": 6', '"value": 6, "weighted": true')
        : text,
    )
    workspace = await newWindow()
    const water = named('27-water')!
    await put({ ...water, check: { type: 'at-least', field: 'wateringsPerDay', value: 9 }, until: '2022-12-31' })
    expect(await written('27-water')).toMatchObject({
      ripples: { far: 1 },
      until: '2022-12-31',
      check: { value: 9, weighted: true },
    })
    await put(water)
    expect(await written('27-water')).not.toHaveProperty('until')
  })

  it('gets a new id if it is new, which no rule ever had', async () => {
    const { id: _, ...like } = named('27-water')!
    const title = { zh: '每日洒水', en: '每日洒水' }
    await put({ ...like, id: '', title })
    await change({ what: 'end', id: '27-mrss' })
    await put({ ...like, id: '', title })
    expect(named('27-mrss')).toBeUndefined()
    expect(named('27-mrss-2')).toMatchObject({ title, changed: { ...REASON, added: true } })
  })

  it('is rejected completely if a column that it reads is not in its kind', async () => {
    const before = rulesOf()
    const made = await change(
      { what: 'end', id: '23-six' },
      { what: 'put', rule: { ...named('27-water')!, check: { type: 'at-least', field: 'nothing', value: 1 } } },
    )
    expect(made.problems).toContainEqual(expect.objectContaining({ code: 'rule-field-unknown', column: 'nothing' }))
    expect(rulesOf()).toEqual(before)
    expect((await change({ what: 'end', id: 'gone' })).problems).toEqual([{ code: 'requirement-gone', file: 'gone' }])
  })
})

describe('an ended requirement', () => {
  it('does not count any more, keeps its name for answers of teams, and can be restored', async () => {
    const loading = named('25-loading')!
    await change({ what: 'end', id: '25-loading' })
    expect(named('25-loading')).toBeUndefined()
    const { dataset } = workspace.copy
    expect(dataset.endedRules).toEqual([
      { id: '25-loading', clause: 25, kind: 'stockpile', title: loading.title, ended: REASON },
    ])
    expect(itemLabel(dataset, 'stockpile', '25-loading', 'zh-CN')).toBe('不得露天装卸')
    await change({ what: 'end', id: '23-six' })
    // An item that is a column keeps the column's name.
    expect(itemLabel(workspace.copy.dataset, 'construction-site', 'wetWork', 'zh-CN')).toBe('湿法作业')
    await change({ what: 'resume', id: '25-loading' })
    expect(named('25-loading')).toEqual(loading)
    expect(workspace.copy.dataset.endedRules.map(({ id }) => id)).toEqual(['23-six'])
    expect((await newWindow()).copy.dataset.endedRules.map(({ id }) => id)).toEqual(['23-six'])
  })
})

describe('a file of rules', () => {
  const file = async (edit: (value: { rules: Record<string, unknown>[] }) => void) => {
    const value = JSON.parse(await (await workspace.rulesFile()).value!.text())
    edit(value)
    return readRulesFile(new File([JSON.stringify(value)], '要求.json'), workspace.copy.opened)
  }
  const at = (value: { rules: Record<string, unknown>[] }, id: string) => value.rules.find((rule) => rule.id === id)!

  it('states the plan, the year and the required kinds, and is unchanged after reading', async () => {
    const value = JSON.parse(await (await workspace.rulesFile()).value!.text())
    expect(value).toMatchObject({ format: 'chentu-rules', year: 2022, plan: { zh: expect.stringContaining('方案') } })
    const needed = value.kinds.find(({ id }: { id: string }) => id === 'yard')
    expect(needed.fields.map(({ name }: { name: string }) => name)).toContain('wateringsPerDay')
    const { value: read, problems } = await file(() => {})
    expect(problems).toEqual([])
    expect(read!.rules.map(({ rule }) => rule)).toEqual(rulesOf())
    expect(read!.rules.every(({ now, parts }) => now !== null && parts.length === 0)).toBe(true)
  })

  it('is reviewed rule by rule: new, changed with parts, or equal; with its other contents', async () => {
    const { value } = await file((value) => {
      at(value, '27-water').check = { type: 'at-least', field: 'wateringsPerDay', value: 10 }
      value.rules.push({ ...at(value, '27-water'), id: 'new-one', ripples: 2 })
    })
    const differing = value!.rules.filter(({ now, parts }) => now === null || parts.length > 0)
    expect(differing.map(({ rule, now, parts }) => [rule.id, now === null, parts])).toEqual([
      ['27-water', false, ['check']],
      ['new-one', true, []],
    ])
    await change(...differing.map(({ written: rule }): RuleChange => ({ what: 'bring', rule })))
    expect(named('27-water')?.check).toMatchObject({ value: 10 })
    expect(await written('new-one')).toMatchObject({ ripples: 2 })
  })

  it('ends rules that it leaves out, and restores ended ones', async () => {
    const withDay = rulesOf().find(({ deadline, support }) => deadline && support === undefined)!
    await put({ ...withDay, advisory: true, support: ['市公安局'] })
    const { value } = await file((value) => {
      const rule = at(value, withDay.id)
      for (const key of ['deadline', 'advisory', 'support']) delete rule[key]
    })
    const { parts, written: rule } = value!.rules.find((each) => each.rule.id === withDay.id)!
    expect(parts).toEqual(expect.arrayContaining(['deadline', 'advisory', 'support']))
    await change({ what: 'end', id: withDay.id })
    await change({ what: 'bring', rule })
    await change({ what: 'end', id: withDay.id })
    expect(workspace.copy.dataset.endedRules.map(({ id }) => id)).toEqual([withDay.id])
    await change({ what: 'bring', rule })
    expect(workspace.copy.dataset.endedRules).toEqual([])
    for (const key of ['deadline', 'advisory', 'support']) expect(named(withDay.id)).not.toHaveProperty(key)
  })

  it('does not affect what ended while the file was being edited', async () => {
    const water = named('27-water')!
    await change({ what: 'end', id: '27-water' })
    expect((await put(water)).problems).toEqual([{ code: 'requirement-gone', file: '27-water' }])
    expect(named('27-water')).toBeUndefined()
  })

  it('has faults reported with rule and field, and the rest is read', async () => {
    const { value, problems } = await file((value) => {
      at(value, '27-water').check = { type: 'at-least', field: 'wateringsPerDay' }
      at(value, '23-six').from = '2022-13-01'
      at(value, '25-loading').clause = 99
      at(value, '23-online').check = { type: 'all-yes', fields: ['nowhere'] }
      at(value, '28-fires').kind = 'nail-bar'
      at(value, '16-day').check = { type: 'by-star-sign' }
      at(value, '24-sealed').check = { type: 'max-age', field: 'sealedCheckedOn', days: -3 }
      at(value, '23-video').deadline = '2022-05-01'
    })
    const titled = (id: string) => named(id)!.title.zh
    // By the title, which people know.
    expect(problems.map(({ code, seen, column, kind }) => [code, seen, column ?? kind]).sort()).toEqual(
      [
        ['rule-later', '16-day', undefined],
        ['rule-field-unknown', titled('23-online'), 'nowhere'],
        ['requirement-wrong', titled('23-six'), 'from'],
        ['requirement-wrong', titled('25-loading'), 'clause'],
        ['requirement-wrong', titled('27-water'), 'check.value'],
        ['rule-kind-unknown', titled('28-fires'), 'nail-bar'],
        ['requirement-wrong', titled('24-sealed'), 'check'],
        ['requirement-wrong', titled('23-video'), 'deadline'],
      ].sort(),
    )
    expect(value!.rules).toHaveLength(rulesOf().length - 8)
  })

  it('is refused if it is something else', async () => {
    const read = (text: string) => readRulesFile(new File([text], 'a.json'), workspace.copy.opened)
    expect((await read('{"rules":[]}')).problems).toEqual([{ code: 'requirements-file-wrong', file: 'a.json' }])
    expect((await read('{"form')).problems[0]).toMatchObject({ code: 'file-unreadable' })
    expect((await read('null')).value).toBeNull()
  })
})
