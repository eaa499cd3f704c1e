import { describe, expect, it } from 'vitest'
import { problemOf } from '@/io/formats/file-errors'
import { readHeldFile } from '@/io/formats/held-file'
import { parseJson } from '@/io/package/json'

describe('a damaged file', () => {
  it('is named, without a library’s message about its contents', async () => {
    const cut = new File(['PK\u0003\u0004 cut off'], '损坏.xlsx')
    const answer = await readHeldFile({ file: cut, kind: 'zip', encoding: 'utf-8' })
    expect(answer).toEqual({ problem: { code: 'file-unreadable', file: '损坏.xlsx' } })
    expect(problemOf(new Error('Major Version: Expected 3 or 4 saw 1799'), '损坏.xls')).toEqual({
      code: 'file-unreadable',
      file: '损坏.xls',
    })
  })

  it('of JSON is reported with the line of the fault', () => {
    const answer = parseJson('datapackage.json', '{\n "a": 1\n "b": 2\n}')
    expect(answer).toEqual({
      problem: { code: 'file-unreadable', file: 'datapackage.json', row: 3, expected: 'JSON' },
    })
  })
})
