import { expect, it } from 'vitest'
import { NO_FILTERS } from '@/domain/sources/view/filters'
import { textColumn } from '@/domain/table/build-column'
import { textAt } from '@/domain/table/column'
import { evaluateRules } from '@/questions/evaluated-package'
import { endedState } from '@/questions/exports/ended-state'
import { HANDOVER_GROUPS, type HandoverSource, handoverSheets } from '@/questions/exports/handover'
import { filterSources } from '@/questions/filtered-sources'
import { sourcesInRing } from '@/questions/map/sources-in-ring'
import { openFromDisk } from '../package-from-disk'

const opened = (await openFromDisk('')).value!
const evaluated = evaluateRules(opened, '2022-10-31')
const members = sourcesInRing(opened, { basis: 'centre', radiusMetres: 25_000 })
const filtered = filterSources(evaluated, members, NO_FILTERS)

/** What a reader sees of a source on its sheet: how long it is overdue, or else since when it fails. */
function seenOf({ findings }: HandoverSource): { readonly overdue: number | null; readonly since: string } {
  const overdue = findings.filter(({ status }) => status === 'overdue').map(({ days }) => days)
  const since = findings.flatMap((finding) => finding.since ?? []).sort()[0]
  return { overdue: overdue.length > 0 ? Math.max(...overdue) : null, since: since ?? '9999' }
}

it.each(HANDOVER_GROUPS)('sheets by %s list sources in the order of their own findings, worst first', (group) => {
  const sheets = handoverSheets(filtered, group, 'zh-CN')
  let pairs = 0
  for (const { sources } of sheets) {
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1))
    const seen = sources.map(seenOf)
    for (const [i, after] of seen.slice(1).entries()) {
      const before = seen[i]!
      pairs++
      if (after.overdue !== null) expect(before.overdue).toBeGreaterThanOrEqual(after.overdue)
      else if (before.overdue === null) expect(before.since <= after.since).toBe(true)
    }
  }
  expect(pairs).toBeGreaterThan(sheets.length)
})

it('each source has its contact person and phone number, as far as known', () => {
  const sources = handoverSheets(filtered, 'leads', 'zh-CN').flatMap((sheet) => sheet.sources)
  const known = sources.filter(({ contact }) => contact.length === 2)
  expect(known.length).toBeGreaterThan(0)
  for (const { kind, code, contact } of known) {
    const { table } = evaluated.tables.find((each) => each.kind === kind)!
    const row = Array.from({ length: table.length }, (_, i) => i).find((i) => textAt(table, 'code', i) === code)!
    expect(contact).toEqual([textAt(table, 'contact', row), textAt(table, 'phone', row)])
  }
})

it('a source that the list calls completed or closed says so in the words of the list', () => {
  const { schema } = evaluated.tables.find(({ kind }) => kind === 'construction-site')!
  const stateOf = (heading: string, cell: string) =>
    endedState({ schema, table: { length: 1, columns: { [heading]: textColumn([cell]) } } }, 0)
  for (const cell of ['竣工', '已完工', '完工100%', '全部竣工验收', '已拆除', '拆除完毕', '关停', '已注销', '退出']) {
    expect(stateOf('stage', cell)).toBe(cell)
    expect(stateOf('+运营状态', cell)).toBe(cell)
  }
  const going = ['', '主体', '收尾', '停工', '未竣工', '拆除中', '在建', '即将竣工']
  // A stage of works by the limits of dust, too (monitoring.json); and works that go on.
  going.push('拆除', '拆除施工', '搬迁中', '清零中', '完工80%', '完工 95.5％', '竣工前', '完工率')
  going.push('拆除完成80%', '已拆除完成约80%', '完工进度60%')
  for (const cell of going) expect(stateOf('stage', cell)).toBe('')
  // Other columns say other things.
  expect(['+视频监控状态', '+在线设备运行状态', '+整改状态'].map((heading) => stateOf(heading, '停用'))).toEqual([
    '',
    '',
    '',
  ])
  expect(stateOf('+备注', '关停')).toBe('')
})
