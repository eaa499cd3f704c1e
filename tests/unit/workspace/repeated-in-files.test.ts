import { expect, it } from 'vitest'
import { repeatedInFiles } from '@/workspace/readings/repeated-in-files'

it('counts repeated rows of all files and each device once, and lists the files with most of them', () => {
  const of = (id: number, device: string, rows: number) => ({
    ...{ id, file: `${id}.csv` },
    repeated: [{ device, rows, spans: [], more: 0 }],
  })
  const found = repeatedInFiles([of(1, 'YC-1', 2), of(2, 'YC-1', 5), of(3, 'YC-2', 3)], 2)
  expect([found.rows, found.devices]).toEqual([10, 2])
  expect(found.listed.map(({ file, rows }) => [file, rows])).toEqual([
    ['2.csv', 5],
    ['3.csv', 3],
  ])
})
