import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ProblemTable } from '../../../scripts/fold/problems'

it('lists the contents of raw files as texts that no spreadsheet executes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chentu-problems-'))
  const path = join(folder, 'problems.csv')
  new ProblemTable(path).add([
    { file: '=1+1.csv', row: 3, why: 'time-unreadable', seen: '=HYPERLINK("http://a","b")' },
    { file: 'a.csv', why: 'no-table-of-monitors' },
  ])
  expect(readFileSync(path, 'utf8').split('\n').slice(1)).toEqual([
    '\'=1+1.csv,3,time-unreadable,"\'=HYPERLINK(""http://a"",""b"")"',
    'a.csv,,no-table-of-monitors,',
    '',
  ])
  rmSync(folder, { recursive: true })
})
