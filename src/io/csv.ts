import Papa from 'papaparse'
import type { RawTable } from '@/domain/sources/read-table'

/** The header and rows of a CSV text; empty lines are dropped. */
export function readCsv(file: string, text: string): RawTable {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' })
  const [header = [], ...rows] = data
  return { file, header, rows }
}
